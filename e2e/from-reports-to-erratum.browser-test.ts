/** Four adopted reports become an issue: composed, proofread, signed, delivered, read by anybody, and then corrected. */
import { createHash } from 'node:crypto'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { openSeries } from './edition.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone, type Visit } from './visit.ts'

const demonstration = openDemonstration(17_760)
const { get, visitAs } = demonstration
const touch = { hasTouch: true, isMobile: true }
const series = '黄河科普简报'

async function lookAt(page: Page, name: string): Promise<void> {
  expect([name, await overflow(page)]).toEqual([name, 0])
  await expect.poll(() => page.locator('.ant-message-notice').count()).toBe(0)
  expect([name, await findBarriers(page)]).toEqual([name, []])
  await takePicture(page, name)
}

/** A series of the top, whose issues are public and go to 洛阳市科协 and to an address outside. */
async function openPublicSeries(context: BrowserContext): Promise<void> {
  const found = await get(context, `/api/units?q=${encodeURIComponent('洛阳市科协')}`)
  const luoyang = found.rows.find((unit: { name: string }) => unit.name === '洛阳市科协')
  await openSeries(demonstration, context, {
    name: series,
    columns: [
      { key: 'lead', name: '要情快报', rule: 'single', min: 1, max: 1 },
      { key: 'news', name: '学教动态', rule: 'articles', min: null, max: null },
      { key: 'briefs', name: '学教短波', rule: 'briefs', min: null, max: 20 },
    ],
    distribution: [
      { to: '送', recipients: [{ name: '省图书馆', unitId: null, email: 'library@example.org' }] },
      { to: '发', recipients: [{ name: luoyang.name, unitId: luoyang.id, email: null }] },
    ],
    chain: [
      { key: 'revise', name: '核稿', role: 'reviser', edits: true },
      { key: 'sign', name: '签发', role: 'signatory', edits: false },
    ],
    settings: { printRun: 120, runningNumbers: true, public: 'on-issue' },
    startAfter: { issueNo: 6, specialNo: 0, runningNo: 6 },
  })
}

const waiting = (page: Page): Locator =>
  page.getByRole('list', { name: '待编稿件' }).getByRole('listitem').filter({ hasText: '数据' })

/** Takes the first piece that waits, with a figure, into a column; answers its title. */
async function take(page: Page, column: string): Promise<string> {
  const card = waiting(page).first()
  const title = (await card.locator('strong').textContent()) ?? ''
  await card.getByRole('button', { name: `把“${title}”组入栏目` }).click()
  const item = page.getByRole('menuitem', { name: `组入“${column}”` })
  await item.click()
  // A menu that is still going away would be taken for the next one.
  await item.waitFor({ state: 'hidden' })
  await page
    .getByRole('list', { name: `${column}的稿件` })
    .getByRole('button', { name: title, exact: true })
    .waitFor()
  // What was taken waits no longer; until it is gone the first that waits would still be it.
  await card.locator('strong', { hasText: title }).waitFor({ state: 'detached' })
  return title
}

async function leave(...visits: readonly Visit[]): Promise<void> {
  for (const { errors, context } of visits) {
    expect(errors).toEqual([])
    await context.close()
  }
}

const hashOf = async (context: BrowserContext, path: string): Promise<string> => {
  const answer = await context.request.get(`${demonstration.url}${path}`)
  expect([path, answer.status()]).toEqual([path, 200])
  return createHash('sha256')
    .update(await answer.body())
    .digest('hex')
}

test('from four adopted reports to a public bulletin, and then to an erratum', async () => {
  // An editor composes.
  const editor = await visitAs('demo', '/editions')
  const { page, context } = editor
  await openPublicSeries(context)
  await page.getByRole('button', { name: '新编一期' }).first().click()
  const dialog = page.getByRole('dialog', { name: '新编一期简报' })
  await dialog.getByLabel('刊物').click()
  await page.locator('.ant-select-item-option', { hasText: series }).click()
  await dialog.getByRole('button', { name: '新编一期' }).click()
  await page.waitForURL(/\/editions\/[0-9a-f-]{36}/)
  const edition = new URL(page.url()).pathname.split('/').at(-1)!
  await take(page, '要情快报')
  const corrected = await take(page, '学教动态')
  await take(page, '学教动态')
  const brief = waiting(page).first()
  await brief.getByRole('checkbox').check()
  await page.getByRole('region', { name: '已选 1 篇' }).getByRole('button', { name: '拟成短讯' }).click()
  await page.getByRole('button', { name: /^取用 1 条/ }).click()
  await expect.poll(async () => (await get(context, `/api/editions/${edition}`)).content.length).toBe(4)

  // Its numbers learn where they come from.
  await page.getByRole('button', { name: corrected, exact: true }).click()
  await page.getByRole('button', { name: /^全部关联/ }).click()
  await expect
    .poll(async () => (await get(context, `/api/editions/${edition}/figures`)).figures?.length ?? 0)
    .toBeGreaterThan(1)
  await page.getByRole('button', { name: '返回本期' }).click()
  await page.locator('[data-page]').first().waitFor()
  await lookAt(page, 'journey-compose')
  await page.getByRole('button', { name: '校对', exact: true }).click()
  await page
    .getByRole('region', { name: '校对', exact: true })
    .getByText(/校对通过|错误|存疑|提示/)
    .first()
    .waitFor()
  await takePicture(page, 'journey-proof')

  // Sent, revised by the reviser, signed on a phone.
  await page.getByRole('button', { name: '送审' }).first().click()
  const deeds = page.getByRole('group', { name: '办理' })
  await deeds.getByRole('button', { name: '送审' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click()
  await deeds.getByRole('button', { name: '通过' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '通过' }).click()
  await expect.poll(async () => (await get(context, `/api/editions/${edition}`)).step).toBe(1)

  const signatory = await visitAs('qianfa', `/editions/${edition}/sign`, phone, touch)
  await signatory.page.getByRole('button', { name: '签发', exact: true }).waitFor()
  await lookAt(signatory.page, 'journey-sign-phone')
  await signatory.page.getByRole('button', { name: '签发', exact: true }).tap()
  const confirm = signatory.page.getByRole('dialog')
  await confirm
    .getByText(/第 7 期（总第 7 期）/)
    .first()
    .waitFor()
  await confirm.getByRole('button', { name: '签发', exact: true }).tap()
  await expect
    .poll(async () => (await get(context, `/api/editions/${edition}`)).state, { timeout: 60_000 })
    .toBe('issued')
  expect(await get(context, `/api/editions/${edition}`)).toMatchObject({ issueNo: 7, runningNo: 7 })

  // Anybody reads it, without script and without an account.
  const visitor = await demonstration.openWindow(desktop, { javaScriptEnabled: false })
  await visitor.page.goto(`${demonstration.url}/issues/${edition}`)
  await visitor.page
    .getByText(/第 ?7 ?期/)
    .first()
    .waitFor()
  await visitor.page.getByRole('link', { name: corrected }).first().click()
  await visitor.page.waitForURL(/\/articles\//)
  const article = visitor.page.url()
  await takePicture(visitor.page, 'journey-article')
  const frozen = await hashOf(visitor.context, `/issues/${edition}/file?format=pdf`)

  // The desk sees who has not read it; a unit it was sent to reads it on a phone and acknowledges it.
  const distribution = `${demonstration.url}/desk/editions/${edition}/distribution`
  await page.goto(distribution)
  await page.getByRole('button', { name: /^谁还没看/ }).click()
  await page.waitForURL(/tab=unread/)
  await page.getByRole('row', { name: /洛阳市科协/ }).waitFor()
  const unit = await visitAs('fuzeren', '/received', phone, touch)
  await unit.page
    .getByRole('link', { name: new RegExp(series) })
    .first()
    .tap()
  await unit.page.frameLocator('iframe').getByText(corrected).first().waitFor()
  await unit.page.getByRole('button', { name: '签收', exact: true }).tap()
  await unit.page.getByText(/代洛阳市科协签收/).waitFor()
  await lookAt(unit.page, 'journey-received-phone')
  const delivered = `/api/deliveries/${unit.page.url().split('/').pop()}/file?format=pdf`
  const received = await hashOf(unit.context, delivered)
  await page.goto(`${distribution}?tab=acknowledged`)
  await page
    .getByRole('row', { name: /洛阳市科协/ })
    .getByText('已签收')
    .waitFor()
  await lookAt(page, 'journey-distribution')

  // A figure turns out wrong: the report is corrected, and the issue that printed it is found.
  const { content } = await get(context, `/api/editions/${edition}`)
  const reportId = content.find((item: { headline: string }) => item.headline === corrected).sources[0]
    .reportId
  const [figure] = (await get(context, `/api/reports/${reportId}`)).figures
  await page.goto(`${demonstration.url}/desk/reports/${reportId}`)
  await page.getByRole('button', { name: '更正数据' }).click()
  const correction = page.getByRole('dialog', { name: '更正数据' })
  await correction
    .getByRole('spinbutton')
    .first()
    .fill(String(figure.value + 11))
  await correction.getByLabel('更正原因').fill('签到表漏计了一个班')
  await correction.getByRole('button', { name: '更正数据' }).click()
  await correction.waitFor({ state: 'detached' })
  await page.goto(`${demonstration.url}/desk/changes`)
  const change = page.getByRole('listitem').filter({ hasText: series }).first()
  await change.getByText('数据已更正').waitFor()
  await lookAt(page, 'journey-change')
  await change.getByRole('link', { name: '草拟勘误' }).click()
  await page.getByRole('button', { name: '保存草拟' }).click()
  await page.waitForURL(/\/errata\/[0-9a-f-]{36}/)
  const erratum = new URL(page.url()).pathname.replace('/desk', '')
  await page
    .getByText(new RegExp(`《${corrected}》一文中.*应为“${figure.value + 11}`))
    .first()
    .waitFor()

  await signatory.page.goto(`${demonstration.url}/desk${erratum}`)
  await signatory.page.getByRole('button', { name: '审定' }).tap()
  await signatory.page.getByRole('dialog').getByRole('button', { name: '审定' }).tap()
  await signatory.page.getByText(/于 .* 审定/).waitFor()
  await page.reload()
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await page.getByText(/发布，已通知 2 家收件人/).waitFor()
  await lookAt(page, 'journey-erratum')

  // Readers and recipients see it beside the issue, whose bytes are what they were.
  await visitor.page.goto(article)
  await visitor.page.getByText('勘误').first().waitFor()
  await visitor.page
    .getByText(`${figure.value + 11}`)
    .first()
    .waitFor()
  await takePicture(visitor.page, 'journey-article-erratum')
  expect(await hashOf(visitor.context, `/issues/${edition}/file?format=pdf`)).toBe(frozen)
  await unit.page.reload()
  await unit.page.getByRole('heading', { name: '勘误' }).waitFor()
  expect(await hashOf(unit.context, delivered)).toBe(received)
  await leave(editor, signatory, unit, visitor)
})
