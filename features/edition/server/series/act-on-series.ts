/** What is done with a series as a whole: closed, reopened, removed, its next number set. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { SeriesNumber } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { takeSeries } from './keep-series.ts'
import { type SeriesRow, touchSeries } from './series.store.ts'

type Asked = { readonly id: string; readonly version: number; readonly now: Date; readonly today: string }

/** 停刊: no new issue is begun; those that are open go on. Throws `not-found`, `changed-meanwhile`, `series-closed`. */
export async function closeSeries(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeSeries(tx, viewer, asked, asked.today, entry)
  if (row.state === 'closed') throw new Problem('series-closed', { name: row.name })
  await touchSeries(tx, { id: row.id, by: viewer.person.name, now: asked.now }, 'closed')
}

export async function reopenSeries(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeSeries(tx, viewer, asked, asked.today, entry)
  await touchSeries(tx, { id: row.id, by: viewer.person.name, now: asked.now }, 'active')
}

/** Only one that never had an issue. Throws `not-found`, `changed-meanwhile`, `series-has-editions`. */
export async function removeSeries(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeSeries(tx, viewer, asked, asked.today, entry)
  if (row.editions > 0) throw new Problem('series-has-editions', { name: row.name, count: row.editions })
  await tx.execute(sql`delete from series where id = ${row.id}`)
}

/**
 * 调整编号: the number that is given next. Numbers that were given stay given: throws `number-given` for one an issue
 * already bears, or that lies below one.
 */
export async function setNumber(
  tx: Database,
  viewer: Viewer,
  { kind, next, reason, ...asked }: Asked & Omit<SeriesNumber, 'version'>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeSeries(tx, viewer, asked, asked.today, entry)
  const words = storableText(reason).trim()
  if (words.length < 2) throw new Problem('reason-missing')
  const year = kind !== 'running' && row.settings.yearly ? Number(asked.today.slice(0, 4)) : 0
  // Whoever signs meanwhile waits for this row, or has their number before it is looked at.
  const [before] = await rowsOf<{ last: number }>(
    tx,
    sql`insert into series_counter as c (series_id, kind, year, last_no) values (${row.id}, ${kind}, ${year}, 0)
      on conflict (series_id, kind, year) do update set last_no = c.last_no returning last_no as last`,
  )
  const given = await greatestGiven(tx, row, kind, year)
  if (next <= given) throw new Problem('number-given', { next, given })
  await tx.execute(sql`update series_counter set last_no = ${next - 1}
    where series_id = ${row.id} and kind = ${kind} and year = ${year}`)
  await touchSeries(tx, { id: row.id, by: viewer.person.name, now: asked.now })
  entry.before = { kind, next: before!.last + 1 }
  entry.after = { kind, next, reason: words }
}

async function greatestGiven(
  tx: Database,
  { id }: SeriesRow,
  kind: SeriesNumber['kind'],
  year: number,
): Promise<number> {
  const column = kind === 'running' ? sql`running_no` : sql`issue_no`
  const of = kind === 'running' ? sql`true` : sql`special = ${kind === 'special'}`
  const within = year === 0 ? sql`true` : sql`number_year = ${year}`
  const [row] = await rowsOf<{ given: number }>(
    tx,
    sql`select coalesce(max(${column}), 0)::int as given from edition
      where series_id = ${id} and ${of} and ${within}`,
  )
  return row!.given
}
