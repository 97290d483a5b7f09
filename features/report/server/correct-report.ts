/** 更正数据: figures of a report that lies on a desk, put right by the desk. */
import { getReporting } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { type ReportCorrect, type ReportFigure, reportRefusal } from '../contract/index.ts'
import { type ReportRow, takeReport, type Viewer } from './report.store.ts'
import { standingOf } from './report.view.ts'
import { addStep, listFigures } from './report-parts.store.ts'
import { stateWords } from './save-report.ts'

type Asked = { readonly id: string; readonly input: ReportCorrect; readonly now: Date }

/**
 * Changes values of figures, or takes figures out; the text of the report stays as its unit wrote it. What was made of it
 * hears of it by triggers. Throws `not-found`, `report-state`, `report-stale`, `report-held`, `figure-not-there`.
 */
export async function correctReport(
  tx: Database,
  viewer: Viewer,
  { id, input, now }: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeReport(tx, viewer, id)
  await refuse(tx, row, viewer, input, now)
  const before = await listFigures(tx, id)
  const after = await correctFigures(tx, row, before, input)
  const changed = before.filter(figure => after.find(({ id: its }) => its === figure.id) !== figure)
  // Those that stay the same are not written: triggers would take them for changes.
  for (const { id: figureId } of changed) {
    const to = after.find(figure => figure.id === figureId)
    await tx.execute(
      to
        ? sql`update report_figure set value = ${to.value}, unit = ${to.unit}, qualifier = ${to.qualifier}
            where report_id = ${id} and id = ${figureId}`
        : sql`delete from report_figure where report_id = ${id} and id = ${figureId}`,
    )
  }
  const { person } = viewer
  await tx.execute(sql`update report set figures = ${after.length}, version = version + 1, edited_name = ${person.name},
    updated_at = ${now.toISOString()} where id = ${id}`)
  const reason = storableText(input.reason).trim()
  const words = changed.map(figure => changeWords(figure, after)).join('；')
  const step = { action: 'correct', state: row.state, by: person, unitId: row.deskId, deskId: row.deskId }
  await addStep(tx, id, { ...step, reason, details: { changes: words }, at: now })
  entry.words = row.title || '（无标题）'
  entry.unitId = row.unitId
  entry.before = { figures: before.map(sayFigure).join('；') }
  entry.after = { figures: after.map(sayFigure).join('；'), reason }
  await notify(tx, {
    to: [row.createdBy].filter(author => author !== person.id),
    kind: 'report.correct',
    details: { title: row.title, by: person.name, reason },
    link: `/reports/${id}`,
    at: now,
  })
}

async function refuse(
  tx: Database,
  row: ReportRow,
  { person }: Viewer,
  { version }: ReportCorrect,
  now: Date,
): Promise<void> {
  const desk = row.deskId === null ? null : ((await nameUnits(tx, [row.deskId])).get(row.deskId) ?? null)
  const refusal = reportRefusal('correct', standingOf(row, person.posts, desk))
  if (refusal === 'role') throw new Problem('not-found')
  if (refusal !== null)
    throw new Problem('report-state', { state: stateWords[row.state], action: '更正数据' })
  if (row.version !== version)
    throw new Problem('report-stale', { by: row.editedName, what: stateWords[row.state] })
  if (row.claimedBy !== null && row.claimedBy !== person.id && new Date(row.claimedUntil!) > now)
    throw new Problem('report-held', { by: row.claimedName ?? '' })
}

/** The figures as they will be; one that nothing changes about is the same object. */
async function correctFigures(
  tx: Database,
  row: ReportRow,
  before: readonly ReportFigure[],
  { figures }: ReportCorrect,
): Promise<ReportFigure[]> {
  const named = new Map(figures.map(figure => [figure.id, figure.to]))
  if (named.size !== figures.length || [...named.keys()].some(id => !before.some(figure => figure.id === id)))
    throw new Problem('figure-not-there')
  const measures = row.campaignId === null ? [] : ((await getReporting(tx, row.campaignId))?.measures ?? [])
  const after = before.flatMap(figure => {
    const to = named.get(figure.id)
    if (to === undefined) return [figure]
    if (to === null) return []
    const measure = measures.find(({ id }) => id === figure.measure)
    const whole = measure?.fractions || Number.isInteger(to.value)
    // A unit is one its measure knows: 人数 never becomes 人次.
    if (!whole || (to.unit !== figure.unit && !measure?.units.includes(to.unit)))
      throw new Problem('figure-not-there')
    const same = to.value === figure.value && to.unit === figure.unit && to.qualifier === figure.qualifier
    return [same ? figure : { ...figure, ...to }]
  })
  if (after.length === before.length && after.every((figure, at) => figure === before[at]))
    throw new Problem('figure-not-there')
  return after
}

const qualifiers = { exact: '', about: '约', over: '超', under: '近', atleast: '不少于' } as const
const sayFigure = ({ value, unit, qualifier }: ReportFigure): string =>
  `${qualifiers[qualifier]}${value}${unit}`

function changeWords(figure: ReportFigure, after: readonly ReportFigure[]): string {
  const to = after.find(({ id }) => id === figure.id)
  return `${sayFigure(figure)} → ${to ? sayFigure(to) : '删除'}`
}
