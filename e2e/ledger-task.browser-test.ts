/** A task's item closes itself when the report it asks for is adopted, and is flagged, not reopened, when that falls. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'

const demonstration = openDemonstration(17_352)
const { get, send, visitAs } = demonstration

type Light = 'green' | 'blue' | 'yellow' | 'red'
type Item = { id: string; title: string; unitId: string; taskId: string; evidence: number; light: Light }
type Step = { action: string; byName: string }
type Period = { no: number; state: string }
type Task = { id: string; needed: number; types: string[]; periods: Period[] }

const getItem = (context: BrowserContext, id: string) => get(context, `/api/ledger-items/${id}`)

/** An item of the unit that lacks one report and nothing else, with the task and the period that take it. */
async function findLacking(context: BrowserContext) {
  const { unitId, campaigns } = await get(context, '/api/reports/form')
  const { rows } = await get(context, '/api/ledger-items?kind=work&state=doing&pageSize=100')
  for (const { id: campaignId, tasks } of campaigns as { id: string; tasks: Task[] }[])
    for (const task of tasks) {
      const period = task.periods.find(({ state }) => state === 'open')
      const item = (rows as Item[]).find(row => row.taskId === task.id && row.unitId === unitId)
      if (task.needed === 1 && task.periods.length === 1 && period && item?.evidence === 0)
        return { unitId: unitId as string, campaignId, task, period, item }
    }
  throw new Error('the unit has handed in all it was asked for')
}

test('a task closes itself when the required reports are adopted', async () => {
  const unit = await visitAs('fuzeren')
  const { unitId, campaignId, task, period, item } = await findLacking(unit.context)
  const address = `/ledger-items/${item.id}`
  await unit.page.goto(`${demonstration.url}/desk${address}`)
  await unit.page.getByRole('heading', { level: 1, name: item.title }).waitFor()
  const milestones = unit.page.getByRole('region', { name: '阶段节点' })
  await milestones.waitFor()
  const lamp = { green: '正常', blue: '临期', yellow: '滞后', red: '逾期' }[item.light]
  await unit.page.getByText(lamp, { exact: true }).first().waitFor()
  expect(await getItem(unit.context, item.id)).toMatchObject({ state: 'doing', percent: 0, proof: [] })
  expect(await findBarriers(unit.page)).toEqual([])
  await takePicture(unit.page, 'ledger-task-open')

  const reportId = randomUUID()
  const title = '洛阳市科协把这项任务办成了'
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const written = await send(unit.context, 'PUT', `/api/reports/${reportId}`, {
    ...{ version: null, unitId, campaignId, taskId: task.id, periodNo: period.no, commissionId: null, title },
    ...{ body: `${title}，46人参加。`, type: task.types[0] ?? 'study', startDay: day, endDay: null },
    ...{ place: '洛阳市', partners: [], figures: [], proposal: null },
  })
  await send(unit.context, 'POST', `/api/reports/${reportId}/approve`, { version: written.version })
  // Handed in it is proof, and alone it closes nothing.
  await expect
    .poll(async () => (await getItem(unit.context, item.id)).evidence, { timeout: 30_000, interval: 500 })
    .toBe(1)
  expect(await getItem(unit.context, item.id)).toMatchObject({ state: 'doing', summary: null })

  const desk = await visitAs('demo', `/inbox?q=${encodeURIComponent(title)}`)
  await desk.page.getByRole('table', { name: '来稿' }).getByText(title).click()
  await desk.page.locator('[data-preview] h2', { hasText: title }).waitFor()
  await desk.page.keyboard.press('a')
  await desk.page.getByRole('dialog', { name: '采用到哪个栏目' }).waitFor()
  await desk.page.keyboard.press('1')
  await expect.poll(() => desk.page.getByRole('status').first().textContent()).toContain(`“${title}”已采用到`)

  // Nobody does anything to the item.
  await expect
    .poll(async () => (await getItem(unit.context, item.id)).state, { timeout: 30_000, interval: 500 })
    .toBe('closed')
  const closed = await getItem(unit.context, item.id)
  expect(closed.summary.evidence).toMatchObject([{ kind: 'report', name: title, reportId }])
  const concluded = (closed.steps as Step[]).filter(({ action }) => action === 'conclude')
  expect(concluded).toMatchObject([{ byName: '' }])
  await unit.page.reload()
  await unit.page.getByText('已销号').first().waitFor()
  const summary = unit.page.getByRole('region', { name: '销号情况' })
  await summary.getByText(/自动销号/).waitFor()
  await summary.getByText('销号时的佐证（1 件）').waitFor()
  await unit.page
    .getByRole('region', { name: /^佐证材料/ })
    .getByText(title)
    .waitFor()
  const story = unit.page.getByRole('region', { name: '办理过程' })
  // 系统 stands where a person's name would.
  await story
    .getByText(/^系统\s*所需稿件已采用，自动销号/)
    .first()
    .waitFor()
  expect(await findBarriers(unit.page)).toEqual([])
  await takePicture(unit.page, 'ledger-task-closed')

  await unit.page.goto(`${demonstration.url}/desk/notices`)
  await unit.page.getByText(`“${item.title}”所需稿件已采用，自动销号`).click()
  await unit.page.waitForURL(`**${address}`)

  // The desk takes its adoption back in the page: the item says so and stays closed.
  await desk.page.keyboard.press('u')
  await expect
    .poll(() => desk.page.getByRole('status').first().textContent())
    .toContain(`已撤销“${title}”的采用`)
  await unit.page.reload()
  await unit.page
    .getByRole('alert')
    .getByText(/销号后稿件的采用已撤销/)
    .waitFor()
  expect(await getItem(unit.context, item.id)).toMatchObject({ state: 'closed', flag: 'adoption' })
  // Longer than the program takes to look again.
  await unit.page.waitForTimeout(5000)
  const later = await getItem(unit.context, item.id)
  expect(later).toMatchObject({ state: 'closed', flag: 'adoption', summary: closed.summary })
  expect(later.steps).toEqual(closed.steps)
  expect(await findBarriers(unit.page)).toEqual([])
  await takePicture(unit.page, 'ledger-task-flagged')
  for (const { errors, context } of [unit, desk]) {
    expect(errors).toEqual([])
    await context.close()
  }
}, 240_000)
