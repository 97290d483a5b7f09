/** Who hears of what became of many items: each person once, however many there are. */
import type { Role } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { ItemRow } from '../item.store.ts'
import type { ManyDeed } from './many-deed.ts'

type Told = Pick<ManyDeed, 'deed' | 'by' | 'now'> & { readonly words: string | null }
type Office = { readonly unit: string; readonly roles: readonly Role[]; readonly row: ItemRow }

/** As `tellOfItem` has it: the keeper of what is submitted or acknowledged, the unit of what is cancelled. */
function officeOf(row: ItemRow, deed: ManyDeed['deed']): Office | null {
  switch (deed) {
    case 'submit':
    case 'acknowledge':
      return {
        unit: row.keeperId,
        roles: row.parentId === null ? ['coordinator'] : ['coordinator', 'unit-lead'],
        row,
      }
    case 'cancel':
      return row.dispatchedAt === null ? null : { unit: row.unitId, roles: ['reporter', 'unit-lead'], row }
    case 'approve':
    case 'reject':
      return null
  }
}

export async function tellOfMany(
  tx: Database,
  rows: readonly ItemRow[],
  { deed, by, now, words }: Told,
): Promise<void> {
  const offices = rows.flatMap(row => officeOf(row, deed) ?? [])
  const heard = await hearersOf(tx, offices)
  heard.delete(by.id)
  // Who hears the same is told in one go.
  const groups = Map.groupBy(heard, ([, items]) =>
    JSON.stringify([items[0]!.title, items.length, items[0]!.id]),
  )
  for (const [key, people] of groups) {
    const [title, count, id] = JSON.parse(key) as [string, number, string]
    await notify(tx, {
      to: people.map(([person]) => person),
      kind: `ledger.${deed}`,
      details: {
        title: count === 1 ? title : `${title} 等 ${count} 项`,
        by: by.name,
        ...(words ? { reason: words } : {}),
      },
      link: count === 1 ? `/ledger-items/${id}` : '/ledgers',
      at: now,
    })
  }
}

/** Every person with the items they hear of. */
async function hearersOf(tx: Database, offices: readonly Office[]): Promise<Map<string, ItemRow[]>> {
  const heard = new Map<string, ItemRow[]>()
  if (!offices.length) return heard
  const byOffice = Map.groupBy(offices, ({ unit, roles }) => JSON.stringify([unit, roles.join(',')]))
  const people = await rowsOf<{ office: string; id: string }>(
    tx,
    sql`select o.x as office, h.id from json_array_elements_text(${JSON.stringify([...byOffice.keys()])}::json) o(x)
      cross join lateral office_holders((o.x::json->>0)::uuid, string_to_array(o.x::json->>1, ',')) h`,
  )
  const add = (person: string, items: readonly ItemRow[]) =>
    heard.set(person, [...new Set([...(heard.get(person) ?? []), ...items])])
  for (const { office, id } of people)
    add(
      id,
      byOffice.get(office)!.map(({ row }) => row),
    )
  for (const { unit, row } of offices)
    if (unit === row.unitId && row.ownerId !== null) add(row.ownerId, [row])
  return heard
}
