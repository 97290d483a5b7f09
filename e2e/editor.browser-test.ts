/** An item is written: Chinese by an input method, headings, a table, a picture, numbers with their sources. */
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_760)

type Inline = { type: string; text?: string; attrs?: { shown: string; op: string } }
type Block = { type: string; attrs?: Record<string, unknown>; content?: (Inline & { content?: unknown[] })[] }
type Item = Record<'id' | 'headline' | 'kind' | 'subtitle' | 'contributor', string> & {
  version: number
  withheld: boolean
  doc: { type: 'doc'; content: Block[] }
}

const get = async (context: BrowserContext, path: string) =>
  (await context.request.get(`${demonstration.url}${path}`)).json()
async function send(context: BrowserContext, method: 'POST' | 'PUT', path: string, data: object) {
  const headers = { origin: demonstration.url }
  const answer = await context.request.fetch(`${demonstration.url}${path}`, { method, data, headers })
  expect([path, answer.ok() ? '' : await answer.text()]).toEqual([path, ''])
  return answer.json()
}
let made = 0

/** An issue of a series of its own with one adopted report that has figures, open at that item. */
async function openItem(context: BrowserContext, page: Page): Promise<{ id: string; item: Item }> {
  const { units } = await get(context, '/api/series-choices')
  const series = await send(context, 'POST', '/api/series', {
    ...{ unitId: units[0].id, name: `青禾行动专报${++made}`, layout: 'bulletin', campaignId: null },
    publisher: '青禾行动领导小组办公室',
    columns: [{ key: 'news', name: '学教动态', rule: 'articles', min: null, max: null }],
    distribution: [],
    chain: [{ key: 'sign', name: '签发', role: 'signatory', edits: false }],
    settings: {
      ...{ secrecy: null, copyNumbers: false, printRun: null, contents: false },
      ...{ linesPerPage: 22, charsPerLine: 28, evenPages: true, standard: 'ua-1', red: 'screen' },
      ...{ yearly: true, runningNumbers: false, public: 'by-hand', briefLimit: 120 },
    },
    startAfter: { issueNo: 0, specialNo: 0, runningNo: 0 },
  })
  const { id } = await send(context, 'POST', '/api/editions', { seriesId: series.id, special: false })
  const { rows } = await get(context, `/api/editions/${id}/candidates?pageSize=50`)
  const { adoptionId } = rows.find((row: { figures: number }) => row.figures > 1)
  const draft = { columnKey: 'news', before: null, adoptionIds: [adoptionId], apart: true }
  const { content } = await send(context, 'POST', `/api/editions/${id}/items`, draft)
  await page.goto(`${demonstration.url}/desk/editions/${id}?item=${content[0].id}`)
  await body(page).waitFor()
  return { id, item: content[0] }
}
const body = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true })
const saved = (page: Page) => page.locator('[data-state="saved"]').getByText(/^已保存/)
const itemOf = async (context: BrowserContext, id: string): Promise<Item> =>
  (await get(context, `/api/editions/${id}`)).content[0]
const wordsOf = (block: Block | undefined): string =>
  (block?.content ?? []).map(inline => inline.text ?? inline.attrs?.shown ?? '').join('')

/** As the clipboard gives it: HTML of Word, or rows of a sheet. */
const paste = (page: Page, type: 'text/html' | 'text/plain', words: string) =>
  body(page).evaluate(
    (element, [kind, text]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(kind!, text!)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [type, words],
  )

describe('writing an item', () => {
  it('breaks the line where the caret is, also on a slow machine', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo')
    await openItem(context, page)
    await page.getByRole('button', { name: /引用数据/ }).waitFor()
    const lines = body(page).locator('p')
    const before = await body(page).textContent()
    await lines.first().click()
    await page.keyboard.insertText('先')
    await saved(page).waitFor()
    const box = (await lines.last().boundingBox())!
    // So slow that the browser tells of the click only after the next key.
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 })
    await page.mouse.click(box.x + 60, box.y + 10)
    await Promise.all([
      page.keyboard.press('End'),
      page.keyboard.press('Enter'),
      page.keyboard.insertText('完'),
    ])
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await expect.poll(() => body(page).textContent(), { timeout: 10_000 }).toContain('完')
    expect((await lines.allInnerTexts()).at(-1)).toMatch(/^完/)
    expect((await body(page).textContent())?.replace(/[先完]/gu, '')).toBe(before)
    expect(errors).toEqual([])
    await context.close()
  }, 60_000)

  it('takes Chinese as it is composed, cleans what is pasted, and keeps just what a bulletin knows', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo')
    const { id } = await openItem(context, page)
    await body(page).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await saved(page).waitFor()
    const puts: string[] = []
    page.on('request', request => request.method() === 'PUT' && puts.push(request.url()))
    const ime = await context.newCDPSession(page)
    await ime.send('Input.imeSetComposition', { text: 'jia qiang', selectionStart: 9, selectionEnd: 9 })
    // Longer than the pause before saving: what is being composed is no word yet.
    await page.waitForTimeout(1500)
    expect(puts).toEqual([])
    await ime.send('Input.insertText', { text: '加强组织领导' })
    await page.keyboard.press('Control+Alt+1')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await paste(
      page,
      'text/html',
      `<html><head><style>p{color:red}</style></head><body><p class="MsoNormal"><b>各地\u202e迅速</b>\u200b行动。</p>
        <p style="mso-outline-level:2">（一）上下联动</p><script>alert(1)</script>
        <table><tr><td colspan="2">活动统计</td></tr><tr><td>溪口县</td><td>三场</td></tr></table></body></html>`,
    )
    await expect
      .poll(async () => (await itemOf(context, id)).doc.content.map(({ type }) => type))
      .toEqual(['heading', 'paragraph', 'heading', 'table'])
    const { content } = (await itemOf(context, id)).doc
    expect(content.slice(0, 3).map(wordsOf)).toEqual(['加强组织领导', '各地迅速行动。', '（一）上下联动'])
    expect(content.map(({ attrs }) => attrs?.['level'])).toEqual([1, undefined, 2, undefined])
    expect(content[3]!.content!.map(row => row.content!.length)).toEqual([2, 2])
    await body(page).locator('td').last().click()
    await page.getByRole('button', { name: '下面加一行' }).click()
    await expect.poll(() => body(page).locator('tr').count()).toBe(3)
    await takePicture(page, 'editor-text')
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  it('puts numbers in that name their sources, underlines those without, and shows a picture', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo')
    const { id } = await openItem(context, page)
    await body(page).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText('活动共有98765人参加，其中')
    await expect.poll(() => body(page).locator('[data-loose]').textContent()).toBe('98765人')
    await page.getByRole('button', { name: '引用数据' }).click()
    const dialog = page.getByRole('dialog', { name: '引用稿件中的数据' })
    await dialog.getByRole('radio', { name: /·/ }).first().check()
    await dialog.getByRole('textbox', { name: '印成' }).waitFor()
    await takePicture(page, 'editor-figure-dialog')
    await dialog.getByRole('textbox', { name: '印成' }).fill('7人')
    await dialog.getByText(/与来源的.*不一致/).waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: '插入' }).isDisabled()).toBe(true)
    await dialog.getByRole('radio', { name: /·/ }).nth(1).check()
    await expect.poll(() => dialog.getByRole('button', { name: '插入' }).isEnabled()).toBe(true)
    await dialog.getByRole('button', { name: '插入' }).click()
    await expect
      .poll(async () => (await itemOf(context, id)).doc.content[0]?.content?.map(({ type }) => type))
      .toEqual(['text', 'figure'])
    const shown = (await itemOf(context, id)).doc.content[0]!.content![1]!.attrs!.shown
    await body(page).getByText(shown, { exact: true }).hover()
    await page.getByRole('list', { name: '来源' }).getByRole('link').first().waitFor()
    await takePicture(page, 'editor-figure')
    await page.mouse.move(5, 5)
    await page.getByRole('list', { name: '来源' }).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: /图片$/ }).click()
    const jpeg = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#3a7' } })
      .jpeg()
      .toBuffer()
    const pictures = page.getByRole('dialog', { name: '图片' })
    await pictures
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpeg })
    await body(page)
      .getByRole('textbox', { name: /^图片说明/ })
      .fill('学习现场')
    await expect
      .poll(async () => (await itemOf(context, id)).doc.content.find(({ type }) => type === 'picture')?.attrs)
      .toMatchObject({ caption: '学习现场', widthPercent: 70 })
    await saved(page).waitFor()
    await takePicture(page, 'editor-picture')
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: '数据', exact: true }).click()
    const panel = page.getByRole('region', { name: '数据', exact: true })
    await panel.getByRole('button', { name: shown, exact: true }).waitFor()
    await panel.getByRole('button', { name: '98765人' }).click()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('98765人')
    await takePicture(page, 'editor-figure-panel')
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize(phone)
    await takePicture(page, 'editor-phone')
    await expect.poll(() => overflow(page)).toBe(0)
    await page.setViewportSize(desktop)
    expect(errors).toEqual([])
    await context.close()
  })

  it('loses nothing: words without a line come back, and what two people wrote is put together by a person', async () => {
    const { context, page } = await demonstration.visitAs('demo')
    const { id, item } = await openItem(context, page)
    const address = `/api/editions/${id}/items/${item.id}`
    await page.route(`**${address}`, route =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await body(page).click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('断网时写下的话。')
    await page
      .locator('[data-state="offline"]')
      .getByText(/^未保存/)
      .waitFor()
    await page.unroute(`**${address}`)
    await page.reload()
    await body(page).getByText('断网时写下的话。').waitFor()
    await expect
      .poll(async () => wordsOf((await itemOf(context, id)).doc.content[0]))
      .toContain('断网时写下的话。')
    await saved(page).waitFor()

    await page.route(`**${address}`, route =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await body(page).click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('我的开头，')
    await page.locator('[data-state="offline"]').waitFor()
    const { version, kind, headline, subtitle, contributor, withheld, doc } = await itemOf(context, id)
    const [first, ...rest] = doc.content
    const theirs = { ...first, content: [{ type: 'text', text: '另一个窗口写的开头。' }] }
    const written = { version, kind, headline, subtitle, contributor, withheld }
    await send(context, 'PUT', address, { ...written, doc: { type: 'doc', content: [theirs, ...rest] } })
    await page.unroute(`**${address}`)
    await page.getByRole('button', { name: '再试一次' }).click()
    const panel = page.getByRole('region', { name: /^另有人也改了本篇/ })
    await panel.getByText('另一个窗口写的开头。').waitFor()
    await panel.getByText(/^我的开头，/).waitFor()
    await takePicture(page, 'editor-dispute')
    expect(await findBarriers(page)).toEqual([])
    await panel.getByRole('radio', { name: '两份都留' }).check()
    await panel.getByRole('button', { name: '按以上选择合并' }).click()
    await expect
      .poll(async () => (await itemOf(context, id)).doc.content.slice(0, 2).map(wordsOf))
      .toEqual([expect.stringMatching(/^我的开头，/), '另一个窗口写的开头。'])
    await context.close()
  })
})
