/** An issue is composed: two editors at once, dragging, pages that follow the keys, and the same on a phone. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { openEdition } from './edition.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_720)

const { get, send } = demonstration

type Item = {
  id: string
  headline: string
  columnKey: string
  version: number
  sources: { reportId: string }[]
}
let made = 0

/** An issue of a series of its own, with reports of the demonstration in it. */
async function openIssue(context: BrowserContext, pieces: Record<string, number>): Promise<string> {
  const id = await openEdition(demonstration, context, {
    name: `青禾行动简报${++made}`,
    columns: [
      { key: 'lead', name: '要情快报', rule: 'single', min: 1, max: 1 },
      { key: 'practice', name: '经验交流', rule: 'articles', min: null, max: 3 },
      { key: 'news', name: '学教动态', rule: 'articles', min: null, max: null },
      { key: 'briefs', name: '学教短波', rule: 'briefs', min: null, max: 20 },
    ],
    startAfter: { issueNo: 18, specialNo: 0, runningNo: 0 },
  })
  for (const [columnKey, count] of Object.entries(pieces)) {
    const { rows } = await get(context, `/api/editions/${id}/candidates?pageSize=${count}`)
    const adoptionIds = rows.map((row: { adoptionId: string }) => row.adoptionId)
    await send(context, 'POST', `/api/editions/${id}/items`, {
      columnKey,
      before: null,
      adoptionIds,
      apart: true,
    })
  }
  return id
}
const contentOf = async (context: BrowserContext, id: string): Promise<Item[]> =>
  (await get(context, `/api/editions/${id}`)).content
const columnOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const titles = (page: Page, column: string) =>
  page.getByRole('list', { name: `${column}的稿件` }).getByRole('button', { name: /^(?!拖动|“)/ })
const pages = (page: Page) => page.locator('[data-page]')
const hashes = (page: Page) => pages(page).evaluateAll(all => all.map(each => each.getAttribute('data-page')))
const headline = (page: Page) => page.getByRole('textbox', { name: '标题', exact: true })
const said = (page: Page, words: string | RegExp) => page.locator('.ant-message').getByText(words).first()

/** Lifts one thing and lays it upon another, as a hand does. */
async function drag(page: Page, from: ReturnType<Page['locator']>, to: ReturnType<Page['locator']>) {
  await to.scrollIntoViewIfNeeded()
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  await page.mouse.move(a!.x + a!.width / 2, a!.y + a!.height / 2)
  await page.mouse.down()
  await page.mouse.move(a!.x + a!.width / 2 + 12, a!.y + a!.height / 2 + 12, { steps: 3 })
  await page.mouse.move(b!.x + b!.width / 2, b!.y + b!.height / 2, { steps: 12 })
  await page.mouse.move(b!.x + b!.width / 2, b!.y + b!.height / 2 + 1)
  await page.mouse.up()
}

describe('composing an issue', () => {
  it('takes reports in by dragging and by the menu, moves them, takes one out and puts it back', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo')
    const id = await openIssue(context, { news: 3 })
    await page.goto(`${demonstration.url}/desk/editions/${id}`)
    await pages(page).first().waitFor()
    const before = await hashes(page)
    const waiting = page.getByRole('list', { name: '待编稿件' }).getByRole('listitem')
    const first = (await waiting.first().locator('strong').textContent()) ?? ''
    await drag(page, waiting.first().getByRole('button', { name: /^拖动/ }), columnOf(page, '要情快报'))
    await said(page, '已组入“要情快报”1 篇').waitFor()
    await expect.poll(() => titles(page, '要情快报').first().textContent()).toBe(first)
    await expect.poll(() => hashes(page)).not.toEqual(before)

    const [a, b, c] = await titles(page, '学教动态').allTextContents()
    const grips = columnOf(page, '学教动态').getByRole('button', { name: /^拖动/ })
    await drag(page, grips.nth(0), grips.nth(2))
    await expect.poll(() => titles(page, '学教动态').allTextContents()).toEqual([b, c, a])
    await drag(page, grips.nth(0), columnOf(page, '经验交流'))
    await expect.poll(() => titles(page, '经验交流').allTextContents()).toEqual([b])
    await expect
      .poll(async () => (await contentOf(context, id)).map(item => item.columnKey))
      .toEqual(['lead', 'practice', 'news', 'news'])

    // Without a mouse: the same by the menu.
    await page.getByRole('button', { name: `“${c}”的更多操作` }).click()
    await page.getByRole('menuitem', { name: '下移' }).click()
    await expect.poll(() => titles(page, '学教动态').allTextContents()).toEqual([a, c])
    await page.getByRole('button', { name: `“${c}”的更多操作` }).click()
    await page.getByRole('menuitem', { name: '撤下' }).click()
    await expect.poll(() => titles(page, '学教动态').allTextContents()).toEqual([a])
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => titles(page, '学教动态').allTextContents()).toEqual([a, c])
    await takePicture(page, 'compose')
    // Messages fade by themselves, unless the pointer rests on them.
    await page.mouse.move(720, 840)
    await expect.poll(() => page.locator('.ant-message-notice').count(), { timeout: 40_000 }).toBe(0)
    expect(await findBarriers(page)).toEqual([])

    for (const at of [0, 1]) await waiting.nth(at).getByRole('checkbox').check()
    await page.getByRole('region', { name: '已选 2 篇' }).getByRole('button', { name: '综合成一篇' }).click()
    await page.getByRole('menuitem', { name: '学教动态' }).click()
    await headline(page).waitFor()
    const combined = (await contentOf(context, id)).find(item => item.sources.length === 2)
    expect(combined?.columnKey).toBe('news')
    expect(errors).toEqual([])
    await context.close()
  })

  it('sets the pages anew while somebody types, and keeps what was typed', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo')
    const id = await openIssue(context, { lead: 1, news: 4, briefs: 6 })
    const item = (await contentOf(context, id))[0]!
    await page.goto(`${demonstration.url}/desk/editions/${id}?item=${item.id}`)
    await pages(page).first().waitFor()
    await headline(page).waitFor()
    const before = await hashes(page)
    await headline(page).fill('青禾行动全面铺开')
    await expect.poll(async () => (await hashes(page))[0]).not.toBe(before[0])
    const body = page.getByRole('textbox', { name: '正文' })
    await body.click()
    await page.keyboard.press('End')
    for (const letter of '各地干部群众踊跃参加学习教育') {
      await page.keyboard.insertText(letter)
      await page.waitForTimeout(120)
    }
    const taken = () =>
      page.evaluate(() =>
        performance.getEntriesByName('jianbao.keystroke-to-page').map(({ duration }) => duration),
      )
    // How many letters share a page depends on the machine; that the pages follow does not.
    await expect.poll(async () => (await taken()).length).toBeGreaterThan(1)
    if (process.env['JIANBAO_PICTURES'])
      console.info(`keystroke to page: ${(await taken()).map(Math.round).join(' ')} ms`)
    await page.keyboard.press('Control+s')
    await page.getByText(/^已保存/).waitFor()
    await expect.poll(async () => (await contentOf(context, id))[0]!.headline).toBe('青禾行动全面铺开')
    await takePicture(page, 'compose-writer')
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    // The cursor was in the text: its first Escape belongs to it.
    await page.getByRole('button', { name: /返回本期/ }).click()
    await columnOf(page, '要情快报').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await headline(page).waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  it('lets two editors work at once: each sees the other, an item has one writer, nothing is lost', async () => {
    const one = await demonstration.visitAs('demo')
    const id = await openIssue(one.context, { news: 2 })
    const [first, second] = await contentOf(one.context, id)
    const other = await demonstration.visitAs('lichun', `/editions/${id}`)
    await one.page.goto(`${demonstration.url}/desk/editions/${id}?item=${first!.id}`)
    await headline(one.page).fill('甲写的标题')
    await one.page.getByText('在看这一期的：立春').waitFor()
    await other.page.getByText('编辑小简正在编辑').waitFor()
    await takePicture(other.page, 'compose-claimed')
    expect(await findBarriers(other.page)).toEqual([])
    // The version moved: the other page shows it by itself.
    await other.page.getByRole('button', { name: '甲写的标题', exact: true }).click()
    await other.page.getByText('编辑小简正在编辑这一篇，您现在只能看').waitFor()
    expect(await headline(other.page).isEditable()).toBe(false)
    await other.page.getByRole('button', { name: '请其让出' }).click()
    await one.page.getByText('立春请您让出这一篇').waitFor()
    await headline(one.page).fill('甲写的标题，又添几个字')
    await one.page.getByRole('button', { name: '保存并让出' }).click()
    await expect.poll(() => headline(other.page).isEditable()).toBe(true)
    await expect.poll(() => headline(other.page).inputValue()).toBe('甲写的标题，又添几个字')
    await headline(other.page).fill('乙接着写的标题')

    // Meanwhile the first writes the second item: neither disturbs the other.
    await one.page.goto(`${demonstration.url}/desk/editions/${id}?item=${second!.id}`)
    await headline(one.page).fill('甲写的第二篇')
    await expect
      .poll(async () => (await contentOf(one.context, id)).map(item => item.headline))
      .toEqual(['乙接着写的标题', '甲写的第二篇'])
    expect(await headline(one.page).inputValue()).toBe('甲写的第二篇')
    expect(await headline(other.page).inputValue()).toBe('乙接着写的标题')

    // Taken over without an answer: what could not be saved any more stays where it was typed.
    await one.page.goto(`${demonstration.url}/desk/editions/${id}?item=${first!.id}`)
    await one.page.getByRole('button', { name: '请其让出' }).click()
    await one.page.getByRole('button', { name: '接手编辑' }).click()
    await one.page.getByRole('tooltip').getByRole('button', { name: '接手编辑' }).click()
    await expect.poll(() => headline(one.page).isEditable()).toBe(true)
    await other.page.getByText(/编辑小简接手了这一篇/).waitFor()
    expect(one.errors.filter(error => !error.includes('409'))).toEqual([])
    expect(other.errors.filter(error => !error.includes('409'))).toEqual([])
    await one.context.close()
    await other.context.close()
  })

  it('goes on typing without a line, and saves when it is back', async () => {
    const { context, page } = await demonstration.visitAs('demo')
    const id = await openIssue(context, { news: 1 })
    const [item] = await contentOf(context, id)
    await page.goto(`${demonstration.url}/desk/editions/${id}?item=${item!.id}`)
    await headline(page).waitFor()
    await pages(page).first().waitFor()
    await context.setOffline(true)
    await headline(page).fill('断网时写的标题')
    await page.getByText(/版面没有更新/).waitFor()
    await context.setOffline(false)
    await expect
      .poll(async () => (await contentOf(context, id))[0]!.headline, { timeout: 30_000 })
      .toBe('断网时写的标题')
    await context.close()
  })

  it('says what became of a report that was withdrawn while it stands in the issue', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo')
    const id = await openIssue(context, { news: 2 })
    const [item] = await contentOf(context, id)
    const report = await get(context, `/api/reports/${item!.sources[0]!.reportId}`)
    await send(context, 'POST', `/api/reports/${report.id}/revoke`, {
      version: report.version,
      reason: '单位来函撤稿',
    })
    await page.goto(`${demonstration.url}/desk/editions/${id}`)
    const banner = page.getByRole('alert').filter({ hasText: '已被取消采用' })
    await banner.waitFor()
    await takePicture(page, 'compose-gone')
    expect(await findBarriers(page)).toEqual([])
    await banner.getByRole('button', { name: '保留文字' }).click()
    await banner.waitFor({ state: 'detached' })
    await columnOf(page, '学教动态').getByText('来源已取消采用').waitFor()
    expect(await contentOf(context, id)).toHaveLength(2)
    expect(errors).toEqual([])
    await context.close()
  })

  it('is begun from the list, and done on a phone one pane at a time, in the light and in the dark', async () => {
    const desk = await demonstration.visitAs('demo')
    await openIssue(desk.context, { news: 1 })
    await desk.page.goto(`${demonstration.url}/desk/editions`)
    await desk.page.getByRole('table', { name: '简报' }).waitFor()
    await takePicture(desk.page, 'editions')
    expect(await findBarriers(desk.page)).toEqual([])
    await desk.page.getByRole('button', { name: '新编一期' }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: '新编一期' }).click()
    await desk.page.getByRole('heading', { level: 1, name: /预计第 \d+ 期/ }).waitFor()
    await desk.context.close()

    for (const colorScheme of ['light', 'dark']) {
      const { context, page, errors } = await demonstration.visitAs('demo', '/', phone, { colorScheme })
      const id = await openIssue(context, { news: 1 })
      await page.goto(`${demonstration.url}/desk/editions/${id}`)
      await page.getByRole('button', { name: '稿件', exact: true }).click()
      const report = page.getByRole('list', { name: '待编稿件' }).getByRole('listitem').first()
      await report.waitFor()
      await takePicture(page, `compose-phone-waiting-${colorScheme}`)
      expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
      await report.getByRole('button', { name: /组入栏目$/ }).click()
      await page.getByRole('menuitem', { name: '组入“要情快报”' }).click()
      await page.getByRole('button', { name: '组版', exact: true }).click()
      await titles(page, '要情快报').first().waitFor()
      await takePicture(page, `compose-phone-issue-${colorScheme}`)
      expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
      await titles(page, '要情快报').first().click()
      await headline(page).fill('手机上写的标题')
      await takePicture(page, `compose-phone-writer-${colorScheme}`)
      expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
      await expect.poll(async () => (await contentOf(context, id))[0]!.headline).toBe('手机上写的标题')
      await page.getByRole('button', { name: '版面', exact: true }).first().click()
      await pages(page).first().waitFor()
      await takePicture(page, `compose-phone-pages-${colorScheme}`)
      expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
      expect(errors).toEqual([])
      await context.close()
    }
    expect(desk.errors).toEqual([])
  })

  it('is as clean in the dark', async () => {
    const { context, page } = await demonstration.visitAs('demo', '/', desktop, { colorScheme: 'dark' })
    const id = await openIssue(context, { lead: 1, news: 2, briefs: 2 })
    await page.goto(`${demonstration.url}/desk/editions/${id}`)
    await pages(page).first().waitFor()
    await takePicture(page, 'compose-dark')
    expect(await findBarriers(page)).toEqual([])
    await context.close()
  })
})
