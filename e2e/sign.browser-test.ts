/** An issue on its way to print: revised at the desk, given back and signed on a phone, sealed, and found whole. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { docOf, openEdition, writeItem } from './edition.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_760)

const { get, send } = demonstration

/** An issue with two pieces, of a series that is revised and then signed. */
async function openIssue(context: BrowserContext): Promise<string> {
  const id = await openEdition(demonstration, context, {
    name: '青禾行动审签简报',
    columns: [
      { key: 'lead', name: '要情快报', rule: 'single', min: 1, max: 1 },
      { key: 'news', name: '学教动态', rule: 'articles', min: null, max: null },
    ],
    chain: [
      { key: 'revise', name: '核稿', role: 'reviser', edits: true },
      { key: 'sign', name: '签发', role: 'signatory', edits: false },
    ],
    settings: { runningNumbers: true },
    startAfter: { issueNo: 6, specialNo: 0, runningNo: 41 },
  })
  const piece = (columnKey: string, headline: string, ...lines: string[]) =>
    writeItem(demonstration, context, id, {
      ...{ columnKey, headline, contributor: '洛阳市科协', doc: docOf(...lines) },
    })
  await piece(
    'lead',
    '各地科协扎实开展读书活动',
    '6月以来，各地科协组织党员干部开展读书活动，活动有120人参加。',
    '下一步，各地将把读书活动与科普服务结合起来。',
  )
  await piece('news', '洛阳市科协走进乡村', '洛阳市科协组织专家走进乡村，服务群众80人次。')
  return id
}

/** Selects words of a paragraph as a long press and the handles do. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().scrollIntoViewIfNeeded()
  await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at === -1 || !node.parentElement!.closest('[data-block]')) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
      return
    }
  }, words)
}

const dialog = (page: Page) => page.getByRole('dialog')
const view = (page: Page, name: string) =>
  page.getByRole('group', { name: '看什么' }).getByRole('button', { name })

describe('an issue on its way to print', () => {
  it('is revised, given back with comments in the text, sent again, and signed on a phone', async () => {
    const desk = await demonstration.visitAs('demo')
    const id = await openIssue(desk.context)
    await desk.page.goto(`${demonstration.url}/desk/editions/${id}?tab=sign`)
    const panel = desk.page.getByRole('region', { name: '审签', exact: true })
    await panel.waitFor()
    await takePicture(desk.page, 'sign-panel-first')
    await panel.getByRole('button', { name: '送审', exact: true }).click()
    await takePicture(desk.page, 'sign-send-dialog')
    await dialog(desk.page).getByRole('button', { name: '送审', exact: true }).click()
    await panel.getByText('正在这一步').waitFor()
    await panel.getByRole('button', { name: '通过', exact: true }).click()
    await dialog(desk.page).getByRole('button', { name: '通过', exact: true }).click()
    await expect.poll(async () => (await get(desk.context, `/api/editions/${id}`)).step).toBe(1)
    await takePicture(desk.page, 'sign-panel')
    expect(await findBarriers(desk.page)).toEqual([])

    const hand = await demonstration.visitAs('qianfa', '/editions?tab=waiting', phone)
    await takePicture(hand.page, 'sign-phone-list')
    await hand.page
      .getByRole('link', { name: /青禾行动审签简报/ })
      .first()
      .click()
    await hand.page.waitForURL(`**/editions/${id}/sign`)
    await hand.page.locator('[data-page]').first().waitFor()
    await takePicture(hand.page, 'sign-phone-pages')
    expect([await overflow(hand.page), await findBarriers(hand.page)]).toEqual([0, []])
    await view(hand.page, '文字').click()
    await selectWords(hand.page, '120人参加')
    await hand.page.getByRole('button', { name: '批注选中的字' }).click()
    await takePicture(hand.page, 'sign-phone-comment')
    await dialog(hand.page).getByRole('textbox', { name: '批注内容' }).fill('请核对人数')
    await dialog(hand.page).getByRole('button', { name: '添加批注' }).click()
    await hand.page.locator('mark', { hasText: '120人参加' }).waitFor()
    await takePicture(hand.page, 'sign-phone-text')
    expect([await overflow(hand.page), await findBarriers(hand.page)]).toEqual([0, []])
    await hand.page.getByRole('button', { name: '退回修改' }).click()
    const back = dialog(hand.page).getByRole('button', { name: '退回修改' })
    expect(await back.isDisabled()).toBe(true)
    await dialog(hand.page).getByRole('textbox', { name: '退回意见' }).fill('人数请再核实')
    await takePicture(hand.page, 'sign-phone-return')
    await back.click()
    await expect.poll(async () => (await get(desk.context, `/api/editions/${id}`)).state).toBe('returned')

    await desk.page.reload()
    await panel.getByText('请核对人数').waitFor()
    await panel.getByText('人数请再核实').waitFor()
    await takePicture(desk.page, 'sign-panel-returned')
    const { content } = await get(desk.context, `/api/editions/${id}`)
    const { id: itemId, version, kind, headline, subtitle, contributor, withheld } = content[0]
    const doc = docOf(
      '6月以来，各地科协组织党员干部开展读书活动，活动有130人参加。',
      '下一步，各地将把读书活动与科普服务结合起来。',
    )
    await send(desk.context, 'PUT', `/api/editions/${id}/items/${itemId}`, {
      ...{ version, kind, headline, subtitle, contributor, withheld, doc },
    })
    await desk.page.reload()
    await panel.getByText('原文已改').waitFor()
    await panel.getByRole('button', { name: '已处理', exact: true }).click()
    await panel.getByText('显示已处理的 1 条').waitFor()
    for (const name of ['送审', '通过']) {
      await panel.getByRole('button', { name, exact: true }).click()
      await dialog(desk.page).getByRole('button', { name, exact: true }).click()
      await dialog(desk.page).waitFor({ state: 'detached' })
    }

    await hand.page.goto(`${demonstration.url}/desk/editions/${id}/sign?view=changes`)
    await hand.page.locator('ins', { hasText: '130' }).waitFor()
    await takePicture(hand.page, 'sign-phone-changes')
    await view(hand.page, '流程').click()
    await takePicture(hand.page, 'sign-phone-way')
    expect([await overflow(hand.page), await findBarriers(hand.page)]).toEqual([0, []])
    const foot = hand.page.getByRole('group', { name: '办理' }).last()
    const thumb = await foot.getByRole('button', { name: '签发', exact: true }).boundingBox()
    expect(thumb!.y, 'within the reach of a thumb').toBeGreaterThan(phone.height - 160)
    expect(thumb!.height).toBeGreaterThanOrEqual(44)
    await foot.getByRole('button', { name: '签发', exact: true }).click()
    await dialog(hand.page).getByText('第 7 期（总第 42 期）').first().waitFor()
    await takePicture(hand.page, 'sign-phone-confirm')
    await dialog(hand.page).getByRole('button', { name: '签发', exact: true }).click()
    await hand.page.getByText('已印发').first().waitFor({ timeout: 30_000 })
    await takePicture(hand.page, 'sign-phone-issued')
    await hand.page.getByRole('link', { name: '查看这一期' }).click()
    await hand.page.getByText('与印发时一致').nth(3).waitFor()
    await takePicture(hand.page, 'issue-phone')
    expect([await overflow(hand.page), await findBarriers(hand.page)]).toEqual([0, []])
    await desk.page.goto(`${demonstration.url}/desk/issues/${id}`)
    await desk.page.getByText('与审计记录一致').waitFor()
    await takePicture(desk.page, 'issue-desktop')
    expect(await findBarriers(desk.page)).toEqual([])
    expect([...desk.errors, ...hand.errors]).toEqual([])
  }, 180_000)

  it('is signed past its chain only with a reason, and shows it for good; dark as well', async () => {
    const desk = await demonstration.visitAs('demo')
    const { series } = await get(desk.context, '/api/editions?tab=all')
    const seriesId = series.find(({ name }: { name: string }) => name === '青禾行动审签简报').id
    const { id } = await send(desk.context, 'POST', '/api/editions', { seriesId, special: true })
    await writeItem(demonstration, desk.context, id, {
      columnKey: 'news',
      headline: '防汛科普紧急提示',
      doc: docOf('汛期将至，各地科协开展防汛科普。'),
    })
    const hand = await demonstration.visitAs('qianfa', `/editions/${id}/sign?view=way`, phone, {
      colorScheme: 'dark',
    })
    await hand.page.getByRole('button', { name: '紧急签发' }).click()
    const force = dialog(hand.page).getByRole('button', { name: '紧急签发' })
    expect(await force.isDisabled()).toBe(true)
    await dialog(hand.page).getByRole('textbox', { name: '原因' }).fill('汛情紧急，来不及核稿')
    await takePicture(hand.page, 'sign-phone-force-dark')
    expect(await findBarriers(hand.page)).toEqual([])
    await force.click()
    await hand.page.getByText('已印发').first().waitFor({ timeout: 30_000 })
    await hand.page.getByText('紧急签发，未走完审签：汛情紧急，来不及核稿').waitFor()
    await takePicture(hand.page, 'sign-phone-forced-dark')
    expect([await overflow(hand.page), await findBarriers(hand.page)]).toEqual([0, []])
    const wide = await demonstration.visitAs('qianfa', `/editions/${id}/sign?view=way`, desktop)
    await wide.page.getByText('办理记录').waitFor()
    await takePicture(wide.page, 'sign-desktop-way')
    expect([...hand.errors, ...wide.errors]).toEqual([])
  }, 120_000)
})
