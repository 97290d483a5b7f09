import { listHolders } from '@jianbao/organisation/server'
import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import {
  type DistributionRow,
  type RecipientWarning,
  type RoleHolders,
  type Series,
  type SeriesAction,
  type SeriesSummary,
  seriesReaders,
  signingRoles,
} from '../../contract/index.ts'
import { editionName, rolesAt } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import type { SeriesRow } from './series.store.ts'

/** What the caller may do with it: editors of the very unit alone. */
export function actionsOfSeries({ unitId, state, editions }: SeriesRow, person: Person): SeriesAction[] {
  if (!rolesAt(person, unitId).includes('editor')) return []
  const life: SeriesAction[] = state === 'active' ? ['compose', 'close'] : ['reopen']
  return ['edit', 'number', ...life, ...(editions === 0 ? (['remove'] as const) : [])]
}

export function viewSeriesSummary(row: SeriesRow, person: Person): SeriesSummary {
  const { id, unitId, unitName, name, layout, publisher, campaignName, state, issued, open, next, version } =
    row
  return {
    ...{ id, unitId, unitName, name, layout, publisher, campaignName, state, issued, open, next, version },
    columns: row.columns.length,
    recipients: row.distribution.reduce((sum, { recipients }) => sum + recipients.length, 0),
    updatedAt: instant(row.updatedAt),
    actions: actionsOfSeries(row, person),
  }
}

export async function viewSeries(tx: Database, row: SeriesRow, person: Person): Promise<Series> {
  const addressesShown = seriesReaders.some(role => rolesAt(person, row.unitId).includes(role))
  const { columns, campaignId, chain, settings, updatedName } = row
  return {
    ...viewSeriesSummary(row, person),
    ...{ columns, campaignId, chain, settings, updatedName, addressesShown },
    distribution: addressesShown ? row.distribution : withoutAddresses(row.distribution),
    holders: await readHolders(tx, row.unitId),
    warnings: await warnOfUnits(tx, row.distribution),
    columnsInUse: await selectColumnsInUse(tx, row),
  }
}

function withoutAddresses(distribution: readonly DistributionRow[]): DistributionRow[] {
  return distribution.map(({ to, recipients }) => ({
    to,
    recipients: recipients.map(recipient => ({ ...recipient, email: null })),
  }))
}

/** Who could sign today, by role. */
export async function readHolders(tx: Database, unitId: string): Promise<RoleHolders[]> {
  const all: RoleHolders[] = []
  for (const role of signingRoles)
    all.push({ role, names: (await listHolders(tx, [role], unitId)).map(({ name }) => name) })
  return all
}

export type RegisterUnit = { readonly id: string; readonly name: string; readonly retired: boolean }

/** Units by id, past the caller's scope: whoever has them on a list has named them. */
export async function readRegisterUnits(
  tx: Database,
  distribution: readonly DistributionRow[],
): Promise<Map<string, RegisterUnit>> {
  const ids = distribution.flatMap(({ recipients }) => recipients.flatMap(({ unitId }) => unitId ?? []))
  if (ids.length === 0) return new Map()
  const rows = await withRole(tx, 'owner', () =>
    rowsOf<RegisterUnit>(
      tx,
      sql`select id, name, state = 'retired' as retired from unit
        where id = any (${`{${[...new Set(ids)].join(',')}}`}::uuid[])`,
    ),
  )
  return new Map(rows.map(row => [row.id, row]))
}

async function warnOfUnits(
  tx: Database,
  distribution: readonly DistributionRow[],
): Promise<RecipientWarning[]> {
  const units = await readRegisterUnits(tx, distribution)
  return distribution.flatMap(({ to, recipients }) =>
    recipients.flatMap(({ name, unitId }): RecipientWarning[] => {
      if (unitId === null) return []
      const unit = units.get(unitId)
      if (!unit) return [{ to, name, why: 'gone', now: null }]
      if (unit.retired) return [{ to, name, why: 'retired', now: unit.name }]
      return unit.name === name ? [] : [{ to, name, why: 'renamed', now: unit.name }]
    }),
  )
}

/** Columns that hold items of issues nobody has signed yet, each with the issue touched last. */
export async function selectColumnsInUse(
  tx: Database,
  { id, name, next }: Pick<SeriesRow, 'id' | 'name' | 'next'>,
): Promise<Series['columnsInUse']> {
  const rows = await rowsOf<{ key: string; special: boolean; issueNo: number | null }>(
    tx,
    sql`select distinct on (i.column_key) i.column_key as key, e.special, e.issue_no as "issueNo"
      from edition_item i join edition e on e.id = i.edition_id
      where e.series_id = ${id} and e.state in ('drafting', 'signing', 'returned', 'signed')
      order by i.column_key, e.updated_at desc`,
  )
  return rows.map(({ key, special, issueNo }) => ({
    key,
    edition: editionName({ seriesName: name, special, issueNo, next }),
  }))
}
