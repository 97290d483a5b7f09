/** The whole life of one item through three sign-ins, and the deeds of a county clerk on a phone. */
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { appointReviewer, confirmDeed, named, openDeed, photo } from './item-deeds.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17348)
const dayMs = 86_400_000
const day = (ahead: number): string => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10)

type Item = { id: string; version: number; state: string; [key: string]: unknown }
const getItem = (context: BrowserContext, id: string): Promise<Item> =>
  demonstration.get(context, `/api/ledger-items/${id}`)

/** An item at a unit, dispatched; past the pages, which another test walks. */
async function dispatchTo(unitId: string, title: string): Promise<string> {
  const keeper = await demonstration.visitAs('gongzuozu')
  const reviewer = await demonstration.visitAs('demo')
  const { rows } = await demonstration.get(keeper.context, '/api/ledgers')
  const ledger = rows.find(({ kind }: { kind: string }) => kind === 'rectification')
  const { first } = await demonstration.send(keeper.context, 'POST', '/api/ledger-matters', {
    ledgerId: ledger.id,
    units: { ids: [unitId] },
    submit: true,
    facts: { title, dueDay: day(20), measure: '逐个支部核对。' },
  })
  for (const [window, deed] of [
    [reviewer, 'approve'],
    [keeper, 'dispatch'],
  ] as const) {
    const { version } = await getItem(window.context, first)
    await demonstration.send(window.context, 'POST', `/api/ledger-items/${first}/${deed}`, { version })
  }
  await keeper.context.close()
  await reviewer.context.close()
  return first
}

test('an item is proposed, approved, dispatched, done, returned once, closed, and holds', async () => {
  await appointReviewer(demonstration)
  const keeper = await demonstration.visitAs('gongzuozu', '/ledgers/new')
  const form = keeper.page.getByRole('form', { name: '立项' })
  await form.getByRole('button', { name: '提交审核' }).click()
  await form.getByText('请选择台账').waitFor()
  await form.getByText('请选择截止日期').waitFor()
  await form.getByLabel(/^台账/).click()
  await keeper.page.getByTitle(/整改台账/).click()
  await form.getByText(/先审核再下发，销号 30 天后巩固复查/).waitFor()
  const title = '补齐三季度主题党日记录'
  await form.getByLabel('事项').fill(title)
  await form.getByLabel('存在问题').fill('3 个支部缺主题党日记录，签到表与照片对不上。')
  await form.getByLabel('整改措施').fill('逐个支部核对，补齐记录和签到表。')
  await form.getByLabel('截止日期').fill(day(20))
  await form.getByRole('button', { name: '加节点' }).click()
  await form.getByLabel('第 1 个节点', { exact: true }).fill('摸清底数')
  await form.getByLabel('第 1 个节点的日期').fill(day(5))
  await form.getByRole('searchbox', { name: '名称、简称、曾用名、拼音首字母、代码' }).fill('洛阳市科协')
  await form
    .getByRole('button', { name: /选.*洛阳市科协|洛阳市科协.*选|^洛阳市科协/ })
    .first()
    .click()
  await form.getByRole('button', { name: '去掉“洛阳市科协”' }).waitFor()
  // What was typed outlives the window.
  await keeper.page.reload()
  await form.getByRole('button', { name: '去掉“洛阳市科协”' }).waitFor()
  expect(await form.getByLabel('事项').inputValue()).toBe(title)
  expect(await findBarriers(keeper.page)).toEqual([])
  await takePicture(keeper.page, 'ledger-propose')
  await form.getByRole('button', { name: '提交审核' }).click()
  await keeper.page.getByRole('heading', { level: 1, name: title }).waitFor()
  const id = keeper.page.url().split('/').at(-1)!
  const address = `/ledger-items/${id}`
  // Nobody reviews what they submitted.
  await keeper.page.getByText('这是您自己报审的，要由另一位审核。').waitFor()

  const reviewer = await demonstration.visitAs('demo', address)
  await openDeed(reviewer.page, '审核通过')
  await confirmDeed(reviewer.page, '审核通过')
  await openDeed(reviewer.page, '下发')
  await confirmDeed(reviewer.page, '下发')
  await reviewer.page.getByText(/已下发，等洛阳市科协签收/).waitFor()

  const unit = await demonstration.visitAs('fuzeren')
  await unit.page
    .getByRole('article', { name: '待签收的台账事项' })
    .getByRole('link', { name: title })
    .click()
  await openDeed(unit.page, '签收')
  await confirmDeed(unit.page, '签收')
  await openDeed(unit.page, '反馈')
  await unit.page.getByText('还没有佐证材料，不能反馈。').waitFor()
  await unit.page
    .getByRole('dialog')
    .getByRole('button', { name: named('取消') })
    .click()

  await openDeed(unit.page, '填报进展')
  const progress = unit.page.getByRole('dialog')
  await progress.getByLabel('进展情况').fill('缺记录的 3 个支部已补齐两个。')
  await progress.getByText('摸清底数').click()
  await progress
    .getByLabel('现场照片、文件')
    .setInputFiles({ name: '现场照片.png', mimeType: 'image/png', buffer: photo })
  await confirmDeed(unit.page, '填报进展')
  await unit.page.getByRole('link', { name: '现场照片.png' }).waitFor()
  await unit.page.getByRole('button', { name: '选用报送稿件' }).click()
  const choices = unit.page.getByRole('dialog')
  await choices.getByRole('checkbox').first().check()
  await confirmDeed(unit.page, '选用 1 篇')
  await expect.poll(async () => (await getItem(unit.context, id))['evidence']).toBe(2)

  await openDeed(unit.page, '申请延期')
  await unit.page.getByRole('dialog').getByLabel('延期到').fill(day(40))
  await unit.page.getByRole('dialog').getByLabel('延期理由').fill('支部书记外出培训')
  await confirmDeed(unit.page, '申请延期')
  await keeper.page.goto(`${demonstration.url}/desk${address}`)
  await openDeed(keeper.page, '审批延期')
  await keeper.page
    .getByRole('dialog')
    .getByText(/支部书记外出培训/)
    .waitFor()
  await keeper.page.getByRole('dialog').getByText('同意', { exact: true }).click()
  await confirmDeed(keeper.page, '同意')
  await expect.poll(async () => (await getItem(unit.context, id))['dueDay']).toBe(day(40))

  // Somebody was quicker: what was typed stays, it is said what happened, and it can be sent again.
  await openDeed(unit.page, '反馈')
  const words = unit.page.getByRole('dialog').getByLabel('办结情况')
  await words.fill('三个支部的记录都已补齐。')
  await unit.page
    .getByRole('dialog')
    .getByRole('button', { name: named('反馈') })
    .click()
  await unit.page
    .getByRole('dialog')
    .getByText(/同意延期到/)
    .waitFor()
  expect(await words.inputValue()).toBe('三个支部的记录都已补齐。')
  await confirmDeed(unit.page, '反馈')
  await unit.page.getByText(/洛阳市科协已反馈办结/).waitFor()

  await keeper.page.reload()
  await openDeed(keeper.page, '复核退回')
  await keeper.page.getByRole('dialog').getByLabel('理由').fill('还缺一个支部的签到表')
  await confirmDeed(keeper.page, '复核退回')
  await unit.page.reload()
  await unit.page.getByText('复核退回，正在重新办理').waitFor()
  await openDeed(unit.page, '反馈')
  await unit.page.getByRole('dialog').getByLabel('办结情况').fill('签到表已补上。')
  await confirmDeed(unit.page, '反馈')
  await keeper.page.reload()
  await openDeed(keeper.page, '销号')
  await keeper.page.getByRole('dialog').getByText('佐证 2 件').waitFor()
  await keeper.page.getByRole('dialog').getByText('现场照片.png').waitFor()
  await confirmDeed(keeper.page, '销号')
  await keeper.page.getByRole('region', { name: '销号情况' }).getByText('按期办结').waitFor()
  await keeper.page.getByText(/起可以巩固复查/).waitFor()
  expect(await findBarriers(keeper.page)).toEqual([])
  await takePicture(keeper.page, 'ledger-item-closed')

  await openDeed(keeper.page, '巩固通过')
  await confirmDeed(keeper.page, '巩固通过')
  await keeper.page.getByText('已巩固，事项办结。').waitFor()
  const story = keeper.page.getByRole('region', { name: '办理过程' })
  await story.getByRole('button', { name: /查看全部/ }).click()
  for (const step of ['立项', '审核通过', '签收', '复核退回', '复核通过，销号', '巩固复查通过'])
    await story.getByText(step).first().waitFor()
  expect((await getItem(keeper.context, id)).state).toBe('settled')
  for (const { errors } of [keeper, reviewer, unit])
    expect(errors.filter(error => !/4\d\d/.test(error))).toEqual([])
  for (const { context } of [keeper, reviewer, unit]) await context.close()
})

test('on a phone signing for it, progress with a photo and feedback are three taps each', async () => {
  const county = await demonstration.visitAs('fuzeren', '/', phone, { hasTouch: true, isMobile: true })
  const { user } = await demonstration.get(county.context, '/api/session')
  const id = await dispatchTo(user.posts[0].unitId, '核对主题党日签到表')
  const { page } = county
  await page.goto(`${demonstration.url}/desk/ledger-items/${id}`)
  const bar = page.getByRole('group', { name: '办理' })
  await bar.getByRole('button', { name: named('签收') }).waitFor()
  // Within the thumb's reach: in the lower quarter of the window.
  const box = await bar.getByRole('button', { name: named('签收') }).boundingBox()
  expect(box!.y).toBeGreaterThan(phone.height * 0.75)
  expect(box!.height).toBeGreaterThanOrEqual(44)
  await bar.getByRole('button', { name: named('签收') }).tap()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: named('签收') })
    .tap()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await bar.getByRole('button', { name: '填报进展' }).tap()
  const form = page.getByRole('dialog')
  await form.getByLabel('进展情况').fill('签到表已核对完。')
  const camera = page.waitForEvent('filechooser')
  await form.getByRole('button', { name: '拍照上传' }).tap()
  await (await camera).setFiles({ name: '签到表.png', mimeType: 'image/png', buffer: photo })
  await takePicture(page, 'ledger-item-progress-phone')
  await form.getByRole('button', { name: '填报进展' }).tap()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '签到表.png' }).waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'ledger-item-phone')

  await bar.getByRole('button', { name: named('反馈') }).tap()
  await page.getByRole('dialog').getByLabel('办结情况').fill('全部核对，签到表已补齐。')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: named('反馈') })
    .tap()
  await page.getByText('已按期反馈，等待复核').waitFor()
  expect(county.errors).toEqual([])
  await county.context.close()
})
