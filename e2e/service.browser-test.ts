/** From what a stranger asks on a phone to what those served say of it; and the pages beside that way. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, phone } from './visit.ts'

const demonstration = openDemonstration(17_740)
const { get, send, visitAs, openWindow } = demonstration
const wish = '想请人教社区老人用手机挂号，最好晚上讲。'
const title = '教社区老人用手机挂号'

type Item = { version: number; state: string }
const itemOf = (context: BrowserContext, id: string): Promise<Item> => get(context, `/api/ledger-items/${id}`)
const doTo = async (context: BrowserContext, id: string, deed: string, more: object = {}): Promise<void> => {
  const { version } = await itemOf(context, id)
  await send(context, 'POST', `/api/ledger-items/${id}/${deed}`, { version, ...more })
}
const expectNoBarriers = async (page: Page, name: string): Promise<void> => {
  await takePicture(page, name)
  expect(await findBarriers(page), name).toEqual([])
}

test('asked on a phone, accepted, on the public list, done with its outcome, answered by those served', async () => {
  const stranger = await openWindow(phone)
  const { page: site } = stranger
  await site.goto(`${demonstration.url}/services`)
  await expectNoBarriers(site, 'services-375')
  await site.getByRole('link', { name: '说说您的诉求' }).first().click()
  await site.getByLabel('需要什么').fill(wish)
  await site.getByLabel('您在哪个市、县').selectOption({ label: '洛阳市科协' })
  await expectNoBarriers(site, 'ask-375')
  // Without a kind it comes back, and nothing typed is lost.
  await site.locator('form.ask').evaluate(form => form.setAttribute('novalidate', ''))
  await site.getByRole('button', { name: '提交' }).click()
  await site.getByRole('alert').waitFor()
  await expectNoBarriers(site, 'ask-faults-375')
  expect(await site.getByLabel('需要什么').inputValue()).toBe(wish)
  await site.getByLabel('类别').selectOption({ label: '手机和网络使用' })
  // Nobody is as quick as a program.
  await site.waitForTimeout(3_200)
  await site.getByRole('button', { name: '提交' }).click()
  await site.getByRole('heading', { name: '已经收到您的诉求' }).waitFor()
  const number = (await site.locator('.number').innerText()).trim()
  await expectNoBarriers(site, 'asked-375')

  const office = await visitAs('gongzuozu', '/needs?state=waiting')
  const { page } = office
  await page.getByRole('link', { name: wish }).waitFor()
  await expectNoBarriers(page, 'needs-1440')
  await page.getByRole('link', { name: wish }).click()
  await page.getByRole('heading', { name: `诉求 ${number}` }).waitFor()
  await expectNoBarriers(page, 'need-1440')
  await page.getByRole('button', { name: '受理立项' }).click()
  const dialog = page.getByRole('dialog', { name: '受理，列入办实事清单' })
  await dialog.getByRole('textbox', { name: '事项名称' }).fill(title)
  await expectNoBarriers(page, 'need-accept-1440')
  await dialog.getByRole('button', { name: '受理立项' }).click()
  const link = page.getByRole('link', { name: title })
  await link.waitFor()
  const id = (await link.getAttribute('href'))!.split('/').at(-1)!
  await expectNoBarriers(page, 'need-accepted-1440')

  // Somebody else than who proposed it looks at it; then it goes to its unit.
  const second = await visitAs('chunfen')
  await doTo(second.context, id, 'approve')
  await doTo(second.context, id, 'dispatch')
  const lead = await visitAs('fuzeren')
  await doTo(lead.context, id, 'acknowledge')

  await page.goto(`${demonstration.url}/desk/ledger-items/${id}`)
  const publication = page.getByRole('form', { name: '公示' })
  await publication.getByRole('textbox', { name: '办什么' }).fill('请志愿者到社区活动室，晚上手把手教。')
  await publication.getByRole('button', { name: '公示', exact: true }).click()
  await page.getByRole('link', { name: '查看公开页' }).waitFor()
  await site.goto(`${demonstration.url}/services/needs/${number}`)
  await site.getByText('已受理，正在办理').waitFor()
  await site.getByRole('link', { name: title }).click()
  await site.getByText('请志愿者到社区活动室').waitFor()
  expect(await site.locator('main').innerText()).not.toContain(wish)
  await expectNoBarriers(site, 'service-375')

  const { page: unit } = lead
  await unit.goto(`${demonstration.url}/desk/ledger-items/${id}`)
  await unit.getByRole('button', { name: '填写成果' }).click()
  const outcome = unit.getByRole('form', { name: '成果' })
  await outcome.getByLabel('受益人数（人）').fill('36')
  await outcome.getByLabel('实际投入（元）').fill('800.50')
  await outcome.getByLabel('成效').fill('三十六位老人学会了挂号。')
  await expectNoBarriers(unit, 'outcome-1440')
  await outcome.getByRole('button', { name: '保存' }).click()
  await unit.getByText('三十六位老人学会了挂号。').waitFor()
  const { version } = await itemOf(lead.context, id)
  const proof = await lead.context.request.post(
    `${demonstration.url}/api/ledger-items/${id}/evidence-files?version=${version}`,
    {
      headers: { origin: demonstration.url },
      multipart: {
        file: { name: '签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('三十六人签到') },
      },
    },
  )
  expect(proof.ok(), await proof.text()).toBe(true)
  await doTo(lead.context, id, 'feedback', { words: '办好了，请复核。' })
  await doTo(office.context, id, 'close', { words: '属实，同意销号。' })

  await page.goto(`${demonstration.url}/desk/ledger-items/${id}`)
  await page.getByRole('button', { name: '生成评价链接' }).click()
  const ask = page.getByRole('dialog', { name: '生成评价链接' })
  await ask.getByRole('spinbutton', { name: '份数' }).fill('4')
  await ask.getByRole('button', { name: '生成评价链接' }).click()
  const made = page.getByRole('dialog', { name: '评价链接（4 个）' })
  await made.waitFor()
  await expectNoBarriers(page, 'links-1440')
  const links = await made.getByRole('listitem').allInnerTexts()
  await made.getByRole('button', { name: '关闭', exact: true }).last().click()
  for (const [at, choice] of ['满意', '满意', '基本满意'].entries()) {
    await site.goto(links[at]!)
    await site.getByLabel(choice, { exact: true }).check()
    if (at === 0) {
      await expectNoBarriers(site, 'answer-375')
      await site.getByLabel('想说的话').fill('讲得慢，听得懂。')
    }
    await site.getByRole('button', { name: '提交评价' }).click()
    await site.getByText('您的评价收到了').waitFor()
  }
  await page.reload()
  await page.getByText('91.6 分').waitFor()
  await page.getByText('讲得慢，听得懂。').waitFor()
  await expectNoBarriers(page, 'service-panel-1440')
  await site.goto(`${demonstration.url}/services/needs/${number}`)
  await site.getByText('已办结', { exact: true }).waitFor()
  await site.goto(`${demonstration.url}/services/${id}`)
  await site.getByText('91.6 分（3 人评价）').waitFor()
  await site.getByText('800.50 元').waitFor()
  await expectNoBarriers(site, 'service-done-375')
  // The form that came back is told as such.
  expect(stranger.errors.filter(words => !words.includes('422'))).toEqual([])
  for (const { errors } of [office, second, lead]) expect(errors).toEqual([])
})

test('totals by unit, each figure opens the services it counts', async () => {
  const { page, errors } = await visitAs('gongzuozu', '/services-summary')
  const table = page.getByRole('table', { name: '办实事汇总' })
  await table.waitFor()
  await expectNoBarriers(page, 'service-totals-1440')
  const whole = table.getByRole('row', { name: /^合计/ })
  const failing = whole.getByRole('link').nth(3)
  const count = Number(await failing.textContent())
  expect(count).toBeGreaterThan(0)
  await failing.click()
  await page.getByRole('heading', { name: '事项' }).first().waitFor()
  await expect.poll(() => page.getByRole('table', { name: '事项' }).getByRole('row').count()).toBe(count + 1)
  await expectNoBarriers(page, 'service-list-1440')
  expect(errors).toEqual([])
})

test.each([
  ['light', phone, 375],
  ['dark', phone, 375],
  ['dark', desktop, 1440],
] as const)('the pages are for everybody: %s at %o', async (colorScheme, viewport, width) => {
  const site = await openWindow(viewport, { colorScheme })
  const name = (page: string): string => `${page}-${colorScheme}-${width}`
  for (const path of [
    '/services',
    '/services?state=done',
    '/services/ask',
    '/services/needs',
    '/services/ask?type=large',
  ]) {
    await site.page.goto(demonstration.url + path)
    await expectNoBarriers(site.page, name(`site${path.replace(/[/?=]/g, '-')}`))
    expect(await site.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  const { context, page, errors } = await visitAs('gongzuozu', '/needs', viewport, { colorScheme })
  await page.getByRole('link', { name: /望远镜/ }).waitFor()
  await expectNoBarriers(page, name('needs'))
  await page.getByRole('link', { name: /望远镜/ }).click()
  await page.getByRole('button', { name: '受理立项' }).waitFor()
  await expectNoBarriers(page, name('need'))
  await page.goto(`${demonstration.url}/desk/needs/new`)
  await page.getByRole('button', { name: '保存' }).waitFor()
  await expectNoBarriers(page, name('new-need'))
  await page.goto(`${demonstration.url}/desk/services-summary`)
  await page.getByText('合计').first().waitFor()
  await expectNoBarriers(page, name('totals'))
  const { rows } = await get(context, '/api/services?group=failing')
  await page.goto(`${demonstration.url}/desk/ledger-items/${rows[0].id}`)
  await page.getByText('未达标，应重新办理').waitFor()
  await expectNoBarriers(page, name('failing-item'))
  expect(errors).toEqual([])
})
