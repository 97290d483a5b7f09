import { listHolders } from '@jianbao/organisation/server'
import type { Database } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { commissionAnswerers } from '../../contract/index.ts'

type About = { readonly id: string; readonly unitId: string; readonly title: string }
type Telling = {
  readonly kind: string
  readonly details: Readonly<Record<string, string | number>>
  /** Who did it, and need not be told. */
  readonly by: string | null
  readonly now: Date
}

/** Tells those who report for the unit, and whoever else it concerns. */
export async function tellUnit(
  tx: Database,
  { id, unitId, title }: About,
  { kind, details, by, now }: Telling,
  also: readonly string[] = [],
): Promise<void> {
  const holders = await listHolders(tx, commissionAnswerers, unitId)
  const to = [...holders.map(holder => holder.id), ...also].filter(person => person !== by)
  await notify(tx, { to, kind, details: { title, ...details }, link: `/commissions?id=${id}`, at: now })
}
