/** A series is opened or changed by an editor of its unit. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { DistributionRow, SeriesChange, SeriesDraft } from '../../contract/index.ts'
import { rolesAt, type Viewer } from '../edition.store.ts'
import { checkedSeries, traceOf } from './check-series.ts'
import { holdSeries, insertSeries, type SeriesRow, updateSeries } from './series.store.ts'
import { readRegisterUnits, selectColumnsInUse } from './series.view.ts'
import { beginNumbers } from './series-numbers.ts'

type Kept = { readonly now: Date; readonly today: string }

/** Answers its id. Throws `not-found`, `series-name-taken`, and what `checkedSeries` and `checkRecipients` throw. */
export async function openSeries(
  tx: Database,
  { person }: Viewer,
  { unitId, startAfter, ...written }: SeriesDraft,
  { now, today }: Kept,
  entry: EntryDraft,
): Promise<string> {
  if (!rolesAt(person, unitId).includes('editor')) throw new Problem('not-found')
  const series = checkedSeries(written)
  await checkAround(tx, { unitId, id: null }, series)
  const id = randomUUID()
  await insertSeries(tx, unitId, series, { id, by: person.name, now })
  await beginNumbers(tx, id, startAfter, series.settings.yearly ? Number(today.slice(0, 4)) : 0)
  entry.words = series.name
  entry.unitId = unitId
  entry.after = { ...traceOf(series), ...startAfter }
  return id
}

/** Throws the same, `changed-meanwhile`, and `column-in-use` for a column open issues have items in. */
export async function changeSeries(
  tx: Database,
  viewer: Viewer,
  { id, change }: { readonly id: string; readonly change: SeriesChange },
  { now, today }: Kept,
  entry: EntryDraft,
): Promise<void> {
  const { version, ...written } = change
  const row = await takeSeries(tx, viewer, { id, version }, today, entry)
  const series = checkedSeries(written)
  await checkAround(tx, row, series)
  const used = await selectColumnsInUse(tx, row)
  const gone = used.find(({ key }) => !series.columns.some(column => column.key === key))
  if (gone) {
    const column = row.columns.find(({ key }) => key === gone.key)?.name ?? gone.key
    throw new Problem('column-in-use', { column, edition: gone.edition })
  }
  await updateSeries(tx, series, { id, by: viewer.person.name, now })
  if (series.settings.yearly !== row.settings.yearly) await carryNumbers(tx, row, today)
  entry.before = traceOf(row)
  entry.after = traceOf(series)
}

/** A series the caller may change, held. Throws `not-found`, `changed-meanwhile`. */
export async function takeSeries(
  tx: Database,
  viewer: Viewer,
  asked: { readonly id: string; readonly version: number },
  today: string,
  entry: EntryDraft,
): Promise<SeriesRow> {
  const row = await holdSeries(tx, viewer, asked, today)
  if (!rolesAt(viewer.person, row.unitId).includes('editor')) throw new Problem('not-found')
  entry.words = row.name
  entry.unitId = row.unitId
  return row
}

type Around = Pick<SeriesDraft, 'name' | 'campaignId' | 'distribution'>

async function checkAround(
  tx: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string | null },
  { name, campaignId, distribution }: Around,
): Promise<void> {
  const [same] = await rowsOf(
    tx,
    sql`select 1 from series where unit_id = ${unitId} and name = ${name} and id is distinct from ${id}::uuid`,
  )
  if (same) throw new Problem('series-name-taken', { name })
  if (campaignId !== null) {
    // As the caller's policies show it: one they may not see is none.
    const [campaign] = await rowsOf(tx, sql`select 1 from campaign where id = ${campaignId}`)
    if (!campaign) throw new Problem('series-campaign-unknown')
  }
  await checkRecipients(tx, distribution)
}

/** Throws `recipient-unknown` for a unit that is not in the register. */
async function checkRecipients(tx: Database, distribution: readonly DistributionRow[]): Promise<void> {
  const units = await readRegisterUnits(tx, distribution)
  for (const { recipients } of distribution)
    for (const { name, unitId } of recipients)
      if (unitId !== null && !units.has(unitId.toLowerCase()))
        throw new Problem('recipient-unknown', { name })
}

/** Numbers go on from the last one given, whether they begin anew every year or not. */
async function carryNumbers(tx: Database, { id, settings }: SeriesRow, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  const to = settings.yearly ? 0 : year
  const from = settings.yearly ? sql`c.year > 0` : sql`c.year = 0`
  await tx.execute(sql`insert into series_counter (series_id, kind, year, last_no)
    select distinct on (c.kind) ${id}, c.kind, ${to}, c.last_no from series_counter c
    where c.series_id = ${id} and c.kind in ('issue', 'special') and ${from} order by c.kind, c.year desc
    on conflict (series_id, kind, year) do update
      set last_no = greatest(series_counter.last_no, excluded.last_no)`)
}
