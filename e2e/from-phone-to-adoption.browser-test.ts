/** One report through four hands, each at their own machine: reporter, unit lead, editor of the city, editor of the top. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { choose, desktop, overflow, phone, type Visit } from './visit.ts'

const demonstration = openDemonstration(17_470)
const { visitAs } = demonstration
const touch = { hasTouch: true, isMobile: true }

const dayBefore = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000)
const printed = (day: Date) => `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
const title = '孟津区科协把气象课堂搬进黄河滩区'
const body = `${printed(dayBefore(2))}，孟津区科协在会盟镇举办气象防灾科普课堂，53名农技骨干参加，发放防灾手册600册。课后，讲解员到温室大棚示范自动测温设备的用法。`

async function lookAt(page: Page, name: string): Promise<void> {
  expect([name, await overflow(page)]).toEqual([name, 0])
  expect([name, await findBarriers(page)]).toEqual([name, []])
  await takePicture(page, name)
}

async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, plain) => {
    const held = new DataTransfer()
    held.setData('text/plain', plain)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
    )
  }, text)
}

async function leave(...visits: readonly Visit[]): Promise<void> {
  for (const { errors, context } of visits) {
    expect(errors).toEqual([])
    await context.close()
  }
}

test('from a phone in a county to adoption at the top, and back to whoever wrote it', async () => {
  const reporter = await visitAs('xinxiyuan', '/reports/new', phone, touch)
  await reporter.page.getByLabel('稿件文字').waitFor()
  await paste(reporter.page.getByLabel('稿件文字'), `${title}\n${body}`)
  await reporter.page.getByRole('button', { name: '全部确认' }).tap()
  await reporter.page.getByRole('button', { name: '送审' }).tap()
  await reporter.page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  const path = new URL(reporter.page.url()).pathname.replace('/desk', '')
  expect(await (await reporter.context.request.get(`${demonstration.url}/api${path}`)).json()).toMatchObject({
    title,
    state: 'review',
    place: '会盟镇',
    figures: [
      { measure: 'people', value: 53, unit: '名' },
      { measure: 'copies', value: 600, unit: '册' },
    ],
  })

  const lead = await visitAs('fuzeren', '/reports?tab=sign', phone, touch)
  await lead.page.getByRole('link', { name: title }).tap()
  await lead.page.getByRole('button', { name: '审签报出' }).tap()
  await lead.page.getByText('已审签报出').first().waitFor()

  // The city reads it and hands it on, by keys alone.
  const city = await visitAs('shibianji', '/inbox', desktop)
  const inCity = city.page
    .getByRole('link', { name: title })
    .or(city.page.getByRole('button', { name: title }))
  await inCity.first().click()
  await city.page.getByText('自动测温设备').first().waitFor()
  await lookAt(city.page, 'journey-city-inbox')
  await city.page.keyboard.press('f')
  const confirm = city.page.getByRole('dialog').getByRole('button', { name: '上报' })
  if (await confirm.isVisible({ timeout: 1000 }).catch(() => false)) await confirm.click()
  await city.page.getByText(`已上报“${title}”`).first().waitFor()

  // The top adopts it, with its own words.
  const top = await visitAs('demo', '/inbox', desktop)
  await top.page.getByText(title).first().click()
  await top.page.getByText('自动测温设备').first().waitFor()
  await lookAt(top.page, 'journey-top-inbox')
  await top.page.keyboard.press('a')
  await top.page.getByRole('button', { name: '改后采用' }).click()
  const dialog = top.page.getByRole('dialog', { name: '改后采用' })
  await dialog.getByLabel('标题').fill('孟津：气象课堂开进黄河滩区')
  await choose(top.page, dialog.getByLabel('栏目'), '经验交流')
  await lookAt(top.page, 'journey-adopt')
  await dialog.getByRole('button', { name: '采用' }).click()
  await top.page.getByText(`“${title}”已采用到`).first().waitFor()

  // Whoever wrote it sees what became of it, and what was changed.
  await reporter.page.goto(`${demonstration.url}/desk${path}`)
  await reporter.page.getByRole('heading', { name: /采用，栏目：经验交流/ }).waitFor()
  await reporter.page.getByRole('list', { name: '稿件走到哪里' }).waitFor()
  await reporter.page.locator('ins').first().waitFor()
  await lookAt(reporter.page, 'journey-what-became')
  const report = await (await reporter.context.request.get(`${demonstration.url}/api${path}`)).json()
  expect(report.steps.map((step: { action: string }) => step.action)).toEqual([
    'begin',
    'send',
    'approve',
    'forward',
    'adopt',
  ])
  await reporter.page.goto(`${demonstration.url}/desk/notices`)
  await reporter.page.getByText(title).first().waitFor()
  await leave(reporter, lead, city, top)
})
