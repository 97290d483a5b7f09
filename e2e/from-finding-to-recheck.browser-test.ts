/** What an inspector finds on a phone travels through the ledger to a closed item that is looked at again and holds. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Finding, FindingPage, Stop, Tour } from '../features/inspection/contract/index.ts'
import type { ItemPage, LedgerItem } from '../features/ledger/contract/index.ts'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { appointReviewer, confirmDeed, openDeed, photo } from './item-deeds.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17412)
const { visitAs, get, send } = demonstration
const touch = { hasTouch: true, isMobile: true }
const dayMs = 86_400_000
const day = (ahead: number): string =>
  new Date(Date.now() + ahead * dayMs + 8 * 3_600_000).toISOString().slice(0, 10)
const problem = '科普中国驿站开放时间没有公示'
const found = `q=${encodeURIComponent(problem)}`
/** Nothing stands in the way, nothing runs out of the window; a person looks at the picture. */
async function look(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.locator('.ant-skeleton').count()).toBe(0)
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  await takePicture(page, `recheck-${name}`)
  expect([name, await findBarriers(page), (await overflow(page)) <= 0]).toEqual([name, [], true])
}

/** A tour of the inspector's own with one stop today, under way; planning has a journey of its own. */
async function openTour(context: BrowserContext, unitId: string): Promise<Tour> {
  const { rows } = await get(context, `/api/tour-people?q=${encodeURIComponent('老督')}`)
  const { id } = await send(context, 'POST', '/api/tours', {
    ...{ id: randomUUID(), name: '驿站开放情况巡回指导', purpose: '看开放、看台账', campaignId: null },
    ...{ fromDay: day(0), toDay: day(0), announced: true, checklist: [] },
    team: [{ personId: rows[0].personId, leader: true }],
  })
  const stops = [{ unitId, day: day(0) }]
  const { version } = await send(context, 'POST', `/api/tours/${id}/stops`, { stops })
  return send(context, 'POST', `/api/tours/${id}/open`, { version })
}

async function unitOfLead(): Promise<{ unitId: string; unitName: string }> {
  const { context } = await visitAs('fuzeren')
  const { user } = await get(context, '/api/session')
  await context.close()
  return user.posts[0]
}

test('a finding becomes an item that is done, closed, and holds when it is looked at again', async () => {
  await appointReviewer(demonstration)
  const unit = await unitOfLead()
  const { itemId, findingId } = await findIt(unit.unitId)
  await giveOut(itemId, unit.unitName)
  await workOnIt(itemId, unit.unitName)
  await recheckIt(itemId, findingId)
}, 300_000)

/** At the stop on a phone, then confirmed and raised from the list of findings. */
async function findIt(unitId: string): Promise<{ itemId: string; findingId: string }> {
  const { context, page, errors } = await visitAs('dudao', '/tours', phone, touch)
  const tour = await openTour(context, unitId)
  const stopId = tour.stopList[0]!.id
  await page.reload()
  await page.getByRole('link', { name: tour.name }).click()
  await page.getByRole('link', { name: tour.stopList[0]!.unitName }).first().click()
  await page.waitForURL(new RegExp(stopId))
  await page
    .getByRole('tab', { name: /^问题/ })
    .or(page.getByRole('button', { name: /^问题/ }))
    .first()
    .click()
  await page.getByRole('button', { name: '记一个问题' }).click()
  await page.getByRole('textbox', { name: '问题' }).fill(problem)
  await page.getByText('较重', { exact: true }).click()
  await page.getByRole('textbox', { name: '依据' }).fill('年度科普工作要点第三条')
  await page.getByRole('textbox', { name: '建议措施' }).fill('在门口和公众号公示开放时间')
  await page.getByLabel('建议整改期限').fill(day(20))
  const stopNow = (): Promise<Stop> => get(context, `/api/stops/${stopId}`)
  await expect
    .poll(async () => (await stopNow()).findings.map(({ measure, dueDay }) => [measure, dueDay]))
    .toEqual([['在门口和公众号公示开放时间', day(20)]])
  await look(page, 'stop-375')
  await page.getByRole('button', { name: '检查结束' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '检查结束' }).click()
  await expect.poll(async () => (await stopNow()).state).toBe('done')

  const findingNow = async (): Promise<Finding> =>
    ((await get(context, `/api/findings?tour=${tour.id}`)) as FindingPage).rows[0]!
  await page.goto(`${demonstration.url}/desk/findings?tour=${tour.id}`)
  await page.getByRole('checkbox', { name: `选择“${problem}”` }).check()
  await page.getByRole('button', { name: '确认问题' }).click()
  await confirmDeed(page, '确认问题')
  await expect.poll(async () => (await findingNow()).state).toBe('confirmed')
  await look(page, 'findings-375')
  await page.getByRole('checkbox', { name: `选择“${problem}”` }).check()
  await page.getByRole('button', { name: '生成整改事项' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: '整改台账' }).waitFor()
  await look(page, 'raise-375')
  await confirmDeed(page, '生成整改事项')
  await page.getByRole('link', { name: '整改：待审核' }).waitFor()
  const { id, item } = await findingNow()
  expect(errors).toEqual([])
  await context.close()
  return { itemId: item!.id, findingId: id }
}

/** The office finds it on the board; one of it approves and gives it out. */
async function giveOut(itemId: string, unitName: string): Promise<void> {
  const { context, page, errors } = await visitAs('gongzuozu', `/ledgers/board?${found}`)
  const waiting = page.getByRole('region', { name: '待审核', exact: true })
  await waiting.getByRole('link', { name: problem }).waitFor()
  await look(page, 'board-found')
  const reviewer = await visitAs('demo', `/ledger-items/${itemId}`)
  await openDeed(reviewer.page, '审核通过')
  await confirmDeed(reviewer.page, '审核通过')
  await reviewer.context.close()
  await page.reload()
  const ready = page.getByRole('region', { name: '待下发', exact: true })
  await ready.getByRole('link', { name: problem }).click()
  await page.waitForURL(new RegExp(itemId))
  await openDeed(page, '下发')
  await confirmDeed(page, '下发')
  await page.getByText(`已下发，等${unitName}签收`).waitFor()
  await look(page, 'item-dispatched')
  for (const view of ['board', 'matrix']) {
    await page.goto(`${demonstration.url}/desk/ledgers/${view}?kind=rectification`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, view)
  }
  expect(errors).toEqual([])
  await context.close()
}

/** The lead on a phone and the office at a desk, until it is closed. */
async function workOnIt(itemId: string, unitName: string): Promise<void> {
  const lead = await visitAs('fuzeren', '/', phone, touch)
  const { page } = lead
  await page.getByRole('article', { name: '待签收的台账事项' }).getByRole('link', { name: problem }).click()
  await openDeed(page, '签收')
  await confirmDeed(page, '签收')
  await openDeed(page, '填报进展')
  const progress = page.getByRole('dialog')
  await progress.getByLabel('进展情况').fill('开放时间牌已上墙，公众号已公示。')
  await progress
    .getByLabel('现场照片、文件')
    .setInputFiles({ name: '公示牌.png', mimeType: 'image/png', buffer: photo })
  await confirmDeed(page, '填报进展')
  await page.getByRole('link', { name: '公示牌.png' }).waitFor()
  await page.getByRole('button', { name: '选用报送稿件' }).click()
  await page.getByRole('dialog').getByRole('checkbox').first().check()
  await confirmDeed(page, '选用 1 篇')
  const itemNow = (): Promise<LedgerItem> => get(lead.context, `/api/ledger-items/${itemId}`)
  await expect.poll(async () => (await itemNow()).evidence).toBe(2)
  await look(page, 'item-375')
  await openDeed(page, '反馈')
  await page.getByRole('dialog').getByLabel('办结情况').fill('开放时间已公示。')
  await confirmDeed(page, '反馈')
  await page.getByText('已按期反馈，等待复核').waitFor()

  const keeper = await visitAs('gongzuozu', `/ledger-items/${itemId}`)
  await openDeed(keeper.page, '复核退回')
  await keeper.page.getByRole('dialog').getByLabel('理由').fill('请补上公众号公示的日期')
  await confirmDeed(keeper.page, '复核退回')
  await keeper.page.getByText('复核退回，正在重新办理').waitFor()
  await page.reload()
  await page.getByText('请补上公众号公示的日期').waitFor()
  await openDeed(page, '反馈')
  await page.getByRole('dialog').getByLabel('办结情况').fill('公众号十一月二十日公示。')
  await confirmDeed(page, '反馈')
  await page.getByText('已按期反馈，等待复核').waitFor()
  expect(lead.errors).toEqual([])
  await lead.context.close()

  await keeper.page.reload()
  await openDeed(keeper.page, '销号')
  await keeper.page.getByRole('dialog').getByText('佐证 2 件').waitFor()
  await confirmDeed(keeper.page, '销号')
  const summary = keeper.page.getByRole('region', { name: '销号情况' })
  await summary.getByText('按期办结').waitFor()
  await summary.getByText('公示牌.png').waitFor()
  await keeper.page.getByText(/起可以巩固复查/).waitFor()
  await look(keeper.page, 'item-closed')
  // What holds is known after a month, not on the day it is closed.
  const rechecks: ItemPage = await get(keeper.context, `/api/ledger-items?group=to-recheck&${found}`)
  expect([unitName, rechecks.total]).toEqual([unitName, 0])
  expect(keeper.errors).toEqual([])
  await keeper.context.close()
}

/** A month later an inspector looks at it again; the finding, the figures and the summary say what became of it. */
async function recheckIt(itemId: string, findingId: string): Promise<void> {
  await demonstration.comeBackLater(31)
  const inspector = await visitAs('dudao', `/ledgers?group=to-recheck&${found}`, phone, touch)
  const { page, context } = inspector
  await page.getByRole('button', { name: problem }).click()
  await page.waitForURL(new RegExp(itemId))
  const frozen = (await get(context, `/api/ledger-items/${itemId}`)).summary
  await look(page, 'item-recheck-375')
  await openDeed(page, '巩固通过')
  await confirmDeed(page, '巩固通过')
  await page.getByText('已巩固，事项办结。').waitFor()
  await page.getByRole('link', { name: '督导发现的问题' }).click()
  await page.waitForURL(new RegExp(findingId))
  await page.getByRole('link', { name: '整改：已巩固' }).waitFor()
  await look(page, 'finding-settled-375')
  expect(inspector.errors).toEqual([])
  await context.close()

  const office = await visitAs('gongzuozu', `/ledger-items/${itemId}`, undefined, { colorScheme: 'dark' })
  await office.page.getByRole('region', { name: '销号情况' }).getByText('公示牌.png').waitFor()
  const item: LedgerItem = await get(office.context, `/api/ledger-items/${itemId}`)
  expect([item.state, item.summary]).toEqual(['settled', frozen])
  await look(office.page, 'item-settled-dark')
  await office.page.goto(`${demonstration.url}/desk/ledgers/statistics?${found}`)
  await office.page.getByRole('link', { name: '合计 已办结 1' }).waitFor()
  await everyFigureOpensItsList(office.page)
  expect(office.errors).toEqual([])
  await office.context.close()
}

async function everyFigureOpensItsList(page: Page): Promise<void> {
  await page.goto(`${demonstration.url}/desk/ledgers/statistics?kind=rectification`)
  const sums = page.getByRole('table').locator('tfoot').getByRole('link')
  await sums.first().waitFor()
  await look(page, 'statistics-dark')
  const figures = await sums.evaluateAll(links =>
    links.map(link => ({ href: (link as HTMLAnchorElement).href, count: link.textContent ?? '' })),
  )
  expect(figures.length).toBeGreaterThan(1)
  for (const { href, count } of figures) {
    await page.goto(href)
    await page.getByText(`共 ${count.replace(/\D/g, '')} 条`, { exact: true }).waitFor()
  }
}
