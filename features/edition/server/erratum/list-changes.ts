/** Source changes (数据变更): what uses a report that changed, then and now. */
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type ArticleDoc,
  type ChangeCause,
  docText,
  type EditionState,
  figuresOf,
  type SeriesColumn,
  type SourceChange,
  type SourceChangePage,
  type SourceChangeQuery,
} from '../../contract/index.ts'
import { rolesAt, type Viewer } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import { type NamedFact, readFacts } from '../figure/figure.store.ts'
import { changedNumbers, type KeptFigure } from './changed-numbers.rules.ts'
import { clauseAround } from './erratum.words.ts'
import { type Places, readPlaces } from './source-places.ts'

export type ChangeRow = {
  readonly id: string
  readonly at: string | Date
  readonly state: 'open' | 'dismissed' | 'corrected'
  readonly reportId: string
  readonly reportTitle: string
  readonly reportUnit: string
  readonly reportGone: boolean
  readonly revoked: boolean
  readonly figures: boolean
  readonly editionId: string
  readonly editionName: string
  readonly editionState: EditionState
  readonly unitId: string
  readonly path: string
  readonly itemId: string
  readonly headline: string
  readonly columnKey: string
  readonly columns: SeriesColumn[]
  readonly doc: ArticleDoc
  readonly settledName: string | null
  readonly settledReason: string | null
  readonly errata: SourceChange['errata']
}

const joined = sql`source_change c join edition e on e.id = c.edition_id join series s on s.id = e.series_id
  join edition_item i on i.id = c.item_id left join report r on r.id = c.report_id left join unit u on u.id = r.unit_id
  left join edition_source x on x.item_id = c.item_id and x.report_id = c.report_id`

const ofScope = ({ scope }: Viewer): SQL => within(scope, sql`e.scope_path`)

/** An adoption that was taken back and not given again. */
const revoked = sql`exists (select from adoption a where a.id = x.adoption_id and a.revoked_at is not null
  and not exists (select from adoption again where again.report_id = a.report_id and again.unit_id = a.unit_id
    and again.revoked_at is null))`
/** A source that says another number than it was reckoned with, or is gone. */
const figures = sql`exists (select from edition_figure_source f left join report_figure g on g.report_id = f.report_id
    and g.id = f.figure_id where f.item_id = c.item_id and f.report_id = c.report_id and f.figure_id is not null
  and (g.value is distinct from f.value or g.qualifier is distinct from f.qualifier))`
/** A correction after the text was written last, where the text says no number of the report by reference. */
const unlinked = sql`(not exists (select from edition_figure_source f where f.item_id = c.item_id
    and f.report_id = c.report_id)
  and exists (select from report_step t where t.report_id = c.report_id and t.action = 'correct' and t.at > i.edited_at))`
const reportGone = sql`coalesce(r.state in ('returned', 'withdrawn'), false)`
/** Whether what a change noted still differs. Written out: PostgreSQL would plan a function of this anew for every row. */
const open = sql`(c.state = 'open' and (${reportGone} or ${figures} or ${revoked} or ${unlinked}))`
// The state of the issue comes first: what is of the other tab is not looked up.
const isOut = sql`e.state in ('signed', 'issued')`
const tabs = {
  open: sql`(e.state in ('drafting', 'signing', 'returned') and ${open})`,
  issued: sql`(${isOut} and ${open})`,
  settled: sql`c.state <> 'open'`,
} as const

const reportTitle = sql`coalesce(r.title, x.title, '')`
const editionName = sql`s.name || case when e.special then '增刊' else '' end
  || coalesce('第' || e.issue_no || '期', '（在编）')`
const newest = sql`order by c.at desc, c.id`

export function selectChanges(tx: Database, viewer: Viewer, where: SQL, rest: SQL): Promise<ChangeRow[]> {
  return rowsOf<ChangeRow>(
    tx,
    sql`select c.id, c.at, c.state, c.report_id as "reportId", ${reportTitle} as "reportTitle",
        coalesce(u.name, x.unit_name, '') as "reportUnit", ${reportGone} as "reportGone",
        ${revoked} as revoked, (${figures} or ${unlinked}) as figures,
        e.id as "editionId", e.state as "editionState", e.unit_id as "unitId",
        e.scope_path as path, ${editionName} as "editionName",
        c.item_id as "itemId", i.headline, i.column_key as "columnKey", s.columns, i.doc,
        c.settled_name as "settledName", c.settled_reason as "settledReason",
        coalesce((select json_agg(json_build_object('id', t.id, 'state', t.state) order by t.created_at)
          from erratum t where t.change_id = c.id), '[]') as errata
      from ${joined} where ${ofScope(viewer)} and ${where} ${rest}`,
  )
}

/** Changes that touch issues of the caller's units, one page, the latest first. */
export async function listChanges(
  tx: Database,
  viewer: Viewer,
  query: SourceChangeQuery,
): Promise<SourceChangePage> {
  const { page = 1, pageSize = 20, tab = 'issued' } = query
  const where = filter(query)
  const [counts] = await rowsOf<SourceChangePage['counts']>(
    tx,
    sql`select ${sql.join(
      (Object.keys(tabs) as (keyof typeof tabs)[]).map(
        key => sql`(count(*) filter (where ${tabs[key]}))::int as ${sql.identifier(key)}`,
      ),
      sql`, `,
    )} from ${joined} where ${ofScope(viewer)} and ${where}`,
  )
  const rows = await selectChanges(
    tx,
    viewer,
    sql`${where} and ${tabs[tab]}`,
    sql`${newest} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return { rows: await viewChanges(tx, viewer, rows), total: counts![tab], page, pageSize, counts: counts! }
}

/** How many wait at the desks somebody edits for. */
export const waitingChanges = (units: readonly string[]): SQL =>
  sql`e.state <> 'void' and ${open} and e.unit_id = any (${`{${units.join(',')}}`}::uuid[])`

/** How many there are, and of how many the issue is out. */
export async function countChanges(
  tx: Database,
  viewer: Viewer,
  where: SQL,
): Promise<{ count: number; issued: number }> {
  const [counted] = await rowsOf<{ count: number; issued: number }>(
    tx,
    sql`select count(*)::int as count, (count(*) filter (where ${isOut}))::int as issued
      from ${joined} where ${ofScope(viewer)} and ${where}`,
  )
  return counted!
}

export type NamedChange = {
  readonly at: string | Date
  readonly reportTitle: string
  readonly editionName: string
  readonly issued: boolean
}
/** The latest of them by their names alone, without the texts. */
export function nameChanges(tx: Database, viewer: Viewer, where: SQL, most: number): Promise<NamedChange[]> {
  return rowsOf<NamedChange>(
    tx,
    sql`select c.at, ${reportTitle} as "reportTitle", ${editionName} as "editionName", ${isOut} as issued
      from ${joined} where ${ofScope(viewer)} and ${where} ${newest} limit ${most}`,
  )
}

function filter({ q, edition }: SourceChangeQuery): SQL {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(
      sql`(r.title ilike ${like} or u.name ilike ${like} or i.headline ilike ${like} or s.name ilike ${like})`,
    )
  }
  if (edition) all.push(sql`c.edition_id = ${edition}`)
  return sql.join(all, sql` and `)
}

export async function viewChanges(
  tx: Database,
  viewer: Viewer,
  rows: readonly ChangeRow[],
): Promise<SourceChange[]> {
  const facts = await readFactsOf(tx, viewer, rows)
  const kept = await readKept(
    tx,
    rows.map(({ itemId }) => itemId),
  )
  const places: Places = await readPlaces(
    tx,
    viewer,
    rows.map(({ reportId }) => reportId),
  )
  return rows.map(row => {
    const known = facts.get(row.unitId) ?? []
    const gone = new Set(known.filter(({ standing }) => !standing).map(({ reportId }) => reportId))
    const its = kept.get(row.itemId) ?? []
    const text = `${row.headline}\n${docText(row.doc)}`
    const numbers = changedNumbers(figuresOf(row.doc), its, known, { report: row.reportId, gone })
    return viewChange(row, viewer, {
      numbers: numbers.map(each => ({ ...each, context: clauseAround(text, each.shown) })),
      ledger: places.ledger.filter(({ reportId }) => reportId === row.reportId).map(bare),
      scores: places.scores.filter(({ reportId }) => reportId === row.reportId).map(bare),
    })
  })
}

/** Facts as the desk of each issue may name them. */
async function readFactsOf(
  tx: Database,
  viewer: Viewer,
  rows: readonly ChangeRow[],
): Promise<Map<string, NamedFact[]>> {
  const facts = new Map<string, NamedFact[]>()
  for (const [unitId, its] of Map.groupBy(rows, row => row.unitId)) {
    const figures = its.flatMap(({ doc }) => figuresOf(doc))
    facts.set(unitId, await readFacts(tx, viewer, { unitId, path: its[0]!.path }, figures))
  }
  return facts
}

const bare = <T extends { reportId: string }>({ reportId: _, ...rest }: T): Omit<T, 'reportId'> => rest

function viewChange(
  row: ChangeRow,
  { person }: Viewer,
  used: Pick<SourceChange, 'numbers' | 'ledger' | 'scores'>,
): SourceChange {
  const { id, reportId, reportTitle, reportUnit, editionId, editionName, editionState, itemId, headline } =
    row
  const { errata, settledName, settledReason } = row
  const causes: ChangeCause[] = []
  if (row.figures) causes.push('figures')
  if (row.revoked) causes.push('revoked')
  if (row.reportGone) causes.push('withdrawn')
  const edits = row.state === 'open' && rolesAt(person, row.unitId).includes('editor')
  return {
    ...{ id, reportId, reportTitle, reportUnit, editionId, editionName, editionState, itemId, headline },
    at: instant(row.at),
    causes,
    columnName: row.columns.find(({ key }) => key === row.columnKey)?.name ?? '',
    ...used,
    ...{ errata, settledName, settledReason },
    actions: edits ? (editionState === 'issued' ? ['draft', 'dismiss'] : ['dismiss']) : [],
  }
}

async function readKept(tx: Database, items: readonly string[]): Promise<Map<string, KeptFigure[]>> {
  if (!items.length) return new Map()
  const rows = await rowsOf<KeptFigure & { itemId: string }>(
    tx,
    sql`select item_id as "itemId", id, value::float8 as value, unit, qualifier from edition_figure
      where item_id = any (${`{${items.join(',')}}`}::uuid[])`,
  )
  return Map.groupBy(rows, ({ itemId }) => itemId)
}
