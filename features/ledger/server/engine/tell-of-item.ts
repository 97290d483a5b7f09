/** Who hears of what became of an item: those who have to go on with it, never the one who did it. */
import { listHolders } from '@jianbao/organisation/server'
import type { Role } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { ItemRow } from './item.store.ts'
import type { ItemActor } from './note-step.ts'

const workers = ['reporter', 'unit-lead'] as const satisfies readonly Role[]
const keepers = ['coordinator'] as const satisfies readonly Role[]

/** One notice for each person, however many items their unit was given. */
export async function tellUnits(
  tx: Database,
  sent: readonly { readonly unitId: string; readonly title: string }[],
  { first, by, now }: { readonly first: string; readonly by: ItemActor; readonly now: Date },
): Promise<void> {
  const byUnit = Map.groupBy(sent, ({ unitId }) => unitId)
  const people = await rowsOf<{ unitId: string; id: string }>(
    tx,
    sql`select u.x::uuid as "unitId", h.id from json_array_elements_text(${JSON.stringify([...byUnit.keys()])}::json) u(x)
      cross join lateral office_holders(u.x::uuid, ${`{${workers.join(',')}}`}::text[]) h`,
  )
  // Units that were given the same are told in one go.
  const groups = Map.groupBy(people, ({ unitId }) => {
    const items = byUnit.get(unitId)!
    return JSON.stringify([items[0]!.title, items.length])
  })
  for (const [key, holders] of groups) {
    const [title, count] = JSON.parse(key) as [string, number]
    await notify(tx, {
      to: holders.map(({ id }) => id).filter(id => id !== by.id),
      kind: 'ledger.dispatch',
      details: { title, count: String(count) },
      link: sent.length === 1 ? `/ledger-items/${first}` : '/ledgers?group=open',
      at: now,
    })
  }
}

type Told = {
  readonly row: ItemRow
  readonly action: string
  readonly by: ItemActor
  readonly now: Date
  readonly words?: string | null | undefined
}

const toKeeper: readonly string[] = ['submit', 'acknowledge', 'decline', 'feedback', 'extend']
const toUnit: readonly string[] = [
  'return',
  'close',
  'conclude',
  'settle',
  'reopen',
  'cancel',
  'amend',
  'decide',
  'unflag',
]

/** Tells the unit, or the unit that keeps it; what concerns neither, such as daily progress, is told nobody. */
export async function tellOfItem(tx: Database, { row, action, by, now, words }: Told): Promise<void> {
  const office = toKeeper.includes(action)
    ? ([row.parentId === null ? keepers : [...keepers, 'unit-lead' as const], row.keeperId] as const)
    : toUnit.includes(action) && row.dispatchedAt !== null
      ? ([workers, row.unitId] as const)
      : null
  if (!office) return
  const holders = await listHolders(tx, office[0], office[1])
  const to = new Set(holders.map(({ id }) => id))
  if (office[1] === row.unitId && row.ownerId !== null) to.add(row.ownerId)
  to.delete(by.id)
  await notify(tx, {
    to: [...to],
    kind: `ledger.${action}`,
    details: { title: row.title, by: by.name, ...(words ? { reason: words } : {}) },
    link: `/ledger-items/${row.id}`,
    at: now,
  })
}
