/** Rows of editions. They belong to the unit of their series; the scope is the first lock. */
import { issueNumber } from '@jianbao/bulletin/contract'
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ChainStep, EditionState, NextNumbers, SeriesColumn, SeriesSettings } from '../contract/index.ts'
import { nextNumbers } from './series/series-numbers.ts'

export type Viewer = { readonly scope: Scope; readonly person: Person }

type Moment = string | Date
export type EditionRow = {
  readonly id: string
  readonly seriesId: string
  readonly seriesName: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly layout: 'bulletin' | 'magazine'
  readonly publisher: string
  readonly campaignId: string | null
  readonly columns: SeriesColumn[]
  /** As it was sent, or as the series has it. */
  readonly chain: ChainStep[]
  readonly settings: SeriesSettings
  readonly special: boolean
  readonly date: string | null
  readonly state: EditionState
  readonly step: number
  readonly round: number
  readonly numberYear: number | null
  readonly issueNo: number | null
  readonly runningNo: number | null
  readonly items: number
  readonly title: string | null
  readonly signedBy: string | null
  readonly signedName: string | null
  readonly signedAt: Moment | null
  readonly forceReason: string | null
  readonly chainHead: string | null
  readonly issuedAt: Moment | null
  readonly editedName: string
  readonly createdBy: string
  readonly updatedAt: Moment
  readonly version: number
  /** Of its series in the year of today. */
  readonly next: NextNumbers
}

const columns = (today: string): SQL => sql`e.id, e.series_id as "seriesId", s.name as "seriesName",
  e.unit_id as "unitId", u.name as "unitName", e.scope_path as path, s.layout, s.publisher,
  s.campaign_id as "campaignId", s.columns, coalesce(e.chain, s.chain) as chain, s.settings, e.special,
  e.date::text as date, e.state, e.step, e.round, e.number_year as "numberYear", e.issue_no as "issueNo",
  e.running_no as "runningNo", e.items, e.title, e.signed_by as "signedBy", e.signed_name as "signedName",
  e.signed_at as "signedAt", e.force_reason as "forceReason", e.chain_head as "chainHead",
  e.issued_at as "issuedAt", e.edited_name as "editedName", e.created_by as "createdBy",
  e.updated_at as "updatedAt", e.version, ${nextNumbers(sql`coalesce(e.date, ${today}::date)`)} as next`

const joined = sql`edition e join series s on s.id = e.series_id join unit u on u.id = e.unit_id`

export const ofScope = ({ scope }: Viewer): SQL => within(scope, sql`e.scope_path`)

/** Editions `e` (of series `s`) that meet a condition, in an order; `today` decides the number they would get. */
export function selectEditions(
  tx: Database,
  viewer: Viewer,
  today: string,
  where: SQL,
  rest: SQL,
): Promise<EditionRow[]> {
  return rowsOf<EditionRow>(
    tx,
    sql`select ${columns(today)} from ${joined} where ${ofScope(viewer)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found` for what is not there or not the caller's to see. */
export async function getEditionRow(
  tx: Database,
  viewer: Viewer,
  id: string,
  today: string,
): Promise<EditionRow> {
  const [row] = await selectEditions(tx, viewer, today, sql`e.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/**
 * The same, held against other changes to the end of the transaction. With a version: throws `changed-meanwhile` when
 * it is no longer that one.
 */
export async function holdEdition(
  tx: Database,
  viewer: Viewer,
  id: string,
  today: string,
  version?: number,
): Promise<EditionRow> {
  const [row] = await selectEditions(tx, viewer, today, sql`e.id = ${id}`, sql`for update of e`)
  if (!row) throw new Problem('not-found')
  if (version !== undefined && row.version !== version)
    throw new Problem('changed-meanwhile', { name: editionName(row) })
  return row
}

type Named = Pick<EditionRow, 'seriesName' | 'special' | 'issueNo' | 'next'>
/** As people call it: 学习教育简报第3期, or with the number it would get. */
export function editionName({ seriesName, special, issueNo, next }: Named): string {
  const no = issueNo ?? (special ? next.specialNo : next.issueNo)
  return seriesName + issueNumber({ special, issueNo: no })
}

/** The same of one that has its number, in SQL over `edition e` and `series s`. */
export const issuedName = sql`s.name || case when e.special then '增刊' else '' end || '第' || e.issue_no || '期'`

/** Roles somebody holds in the very unit of an edition. */
export function rolesAt({ posts }: Person, unitId: string): string[] {
  return posts.filter(post => post.unitId === unitId).map(post => post.role)
}

/** After any change of it or its items: a new version, what lists show, and who did it. Of briefs alone how the first begins. */
export async function touchEdition(
  tx: Database,
  id: string,
  columnKeys: readonly string[],
  by: { readonly name: string },
  now: Date,
): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(
    tx,
    sql`update edition e set version = e.version + 1, edited_name = ${by.name}, updated_at = ${now.toISOString()},
        items = (select count(*) from edition_item i where i.edition_id = e.id),
        title = (select coalesce(nullif(i.headline, ''), left(i.doc #>> '{content,0,content,0,text}', 40))
          from edition_item i where i.edition_id = e.id
          order by i.headline = '', array_position(${`{${columnKeys.join(',')}}`}::text[], i.column_key), i.position
          limit 1)
      where e.id = ${id} returning version`,
  )
  return row!.version
}

/** Writes down what was done with it as a whole. */
export async function noteStep(
  tx: Database,
  id: string,
  step: {
    readonly action: string
    readonly state: EditionState
    readonly stepName: string | null
    readonly round: number
    readonly reason: string | null
  },
  by: { readonly id: string; readonly name: string },
  now: Date,
): Promise<void> {
  await tx.execute(sql`insert into edition_step (edition_id, seq, action, state, step_name, round, by_id, by_name,
      reason, at)
    select ${id}, coalesce(max(seq), 0) + 1, ${step.action}, ${step.state}, ${step.stepName}, ${step.round}, ${by.id},
      ${by.name}, ${step.reason}, ${now.toISOString()} from edition_step where edition_id = ${id}`)
}
