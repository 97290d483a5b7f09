import { isDeepStrictEqual } from 'node:util'
import { Problem } from '@jianbao/errors'
import { holds } from '@jianbao/platform/access'
import { type Database, plannedOnce, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { type ReportDraft, reportRefusal } from '../contract/index.ts'
import { holdReport, insertReport, type ReportRow, updateWritten, type Viewer } from './report.store.ts'
import { standingOf } from './report.view.ts'
import { addStep, keepFigures, listFigures } from './report-parts.store.ts'

/**
 * Saves what a form holds, whole: a new report under the id the form chose, or the next version of one that its unit
 * has in hand. What was saved already is not saved twice. Throws `not-found`, `report-stale` (with who changed what),
 * `report-state` and `report-invalid`.
 */
export async function saveReport(
  tx: Database,
  viewer: Viewer,
  id: string,
  wished: ReportDraft,
  now: Date,
): Promise<void> {
  const { version, ...draft } = cleaned(wished)
  const path = await checkLinks(tx, viewer, draft)
  const row = await holdReport(tx, viewer, id)
  if (!row) {
    const by = viewer.person
    // Somebody else's is as if it were not there.
    if (version !== null || !(await insertReport(tx, id, draft, by, now))) throw new Problem('not-found')
    await keepFigures(tx, id, draft.figures, { replace: false })
    await addStep(tx, id, {
      ...{ action: 'begin', state: 'draft', by, unitId: draft.unitId, deskId: null, at: now },
    })
    return
  }
  const refusal = reportRefusal('edit', standingOf(row, viewer.person.posts, null))
  if (refusal === 'role') throw new Problem('not-found')
  const figures = await listFigures(tx, id)
  const changed = changedFields(row, figures, draft)
  if (!changed.length) return
  if (refusal) throw new Problem('report-state', { state: stateWords[row.state], action: '改稿' })
  if (row.version !== version) throw new Problem('report-stale', whoChanged(row, changed))
  // What is in a unit stays in it, but for one that has several.
  if (draft.unitId !== row.unitId && row.sentAt !== null && !path.startsWith(row.path))
    throw new Problem('report-invalid', { reason: '报出过的稿件不能改换单位' })
  await updateWritten(tx, id, draft, viewer.person, now)
  if (changed.includes('figures')) await keepFigures(tx, id, draft.figures, { replace: true })
}

export const stateWords = {
  draft: '草稿',
  review: '待审签',
  submitted: '已报送',
  accepted: '已受理',
  adopted: '已采用',
  kept: '留存',
  returned: '退回修改',
  withdrawn: '已撤回',
} as const

function cleaned(draft: ReportDraft): ReportDraft {
  const { figures, partners } = draft
  if (new Set(figures.map(figure => figure.id.toLowerCase())).size < figures.length)
    throw new Problem('report-invalid', { reason: '同一个数据出现了两次' })
  return {
    ...draft,
    title: storableText(draft.title).replace(/\s+/g, ' ').trim(),
    body: storableText(draft.body.replace(/\r\n?/g, '\n')).trimEnd(),
    place: draft.place === null ? null : storableText(draft.place).trim() || null,
    partners: partners.map(partner => ({ ...partner, name: storableText(partner.name) })),
    figures: figures.map(figure => ({
      ...figure,
      id: figure.id.toLowerCase(),
      of: storableText(figure.of),
      surface: storableText(figure.surface),
    })),
  }
}

type Found = Record<'campaign' | 'task' | 'period' | 'commission', boolean> & { path: string; state: string }

/**
 * What it points at must be there for the caller; whether the task is for the unit is settled when it is handed in.
 * Answers the path of the unit.
 */
async function checkLinks(
  tx: Database,
  { scope }: Viewer,
  { campaignId, taskId, periodNo, commissionId, unitId }: Omit<ReportDraft, 'version'>,
): Promise<string> {
  const [found] = await rowsOf<Found>(
    tx,
    plannedOnce(sql`select u.path, u.state,
        ${campaignId === null} or exists (select from campaign c where c.id = ${campaignId} and starts_with(u.path, c.scope_path)) as campaign,
        ${taskId === null} or exists (select from task where id = ${taskId} and campaign_id = ${campaignId}) as task,
        ${taskId === null || periodNo === null}
          or exists (select from task_period where task_id = ${taskId} and no = ${periodNo}) as period,
        ${commissionId === null}
          or exists (select from commission where id = ${commissionId} and unit_id = ${unitId}) as commission
      from unit u where u.id = ${unitId}`),
  )
  if (!found || !holds(scope, found.path)) throw new Problem('not-found')
  if (found.state === 'retired')
    throw new Problem('report-invalid', { reason: '这个单位已经停用，请另选单位' })
  const missing = (['campaign', 'task', 'period', 'commission'] as const).find(key => !found[key])
  const reasons = { campaign: '专项工作', task: '任务', period: '任务的期次', commission: '约稿' }
  if (missing)
    throw new Problem('report-invalid', { reason: `所选的${reasons[missing]}不存在，请刷新后重选` })
  if (taskId === null && periodNo !== null)
    throw new Problem('report-invalid', { reason: '没有选任务，就没有任务的期次' })
  return found.path
}

/** Keys of what a draft says otherwise than the report does. */
function changedFields(
  row: ReportRow,
  figures: ReportDraft['figures'],
  draft: Omit<ReportDraft, 'version'>,
): string[] {
  const now: Record<string, unknown> = { ...row, figures }
  return Object.entries(draft)
    .filter(([key, value]) => !isDeepStrictEqual(plain(now[key]), plain(value)))
    .map(([key]) => key)
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

const fieldWords: Readonly<Record<string, string>> = {
  title: '标题',
  body: '正文',
  type: '活动类型',
  startDay: '日期',
  endDay: '日期',
  place: '地点',
  figures: '数据',
  partners: '参与单位',
  taskId: '任务',
  periodNo: '任务',
}

function whoChanged(row: ReportRow, changed: readonly string[]): { by: string; what: string } {
  const what = [...new Set(changed.flatMap(key => fieldWords[key] ?? []))].join('、')
  return { by: row.editedName, what: what || '内容' }
}
