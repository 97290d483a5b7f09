/** Who hears of what was done with documents; never who did it. */
import { listHolders } from '@jianbao/organisation/server'
import type { Database } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { MissiveRow } from '../missive.store.ts'

type Told = {
  readonly kind: 'missive.waiting' | 'missive.returned' | 'missive.issued' | 'missive.failed'
  readonly rows: readonly MissiveRow[]
  readonly by: { readonly id: string; readonly name: string }
  readonly now: Date
  readonly details?: Readonly<Record<string, string>>
}

/** Where several are looked at together, and one alone. */
const linkTo = (rows: readonly MissiveRow[]): string =>
  rows.length === 1 ? `/missives/${rows[0]!.id}` : `/missives?batch=${rows[0]!.batchId}`

export async function tell(
  tx: Database,
  to: readonly string[],
  { kind, rows, by, now, details }: Told,
): Promise<void> {
  await notify(tx, {
    to: to.filter(id => id !== by.id),
    kind,
    details: { title: rows[0]!.title, count: rows.length, by: by.name, ...details },
    link: linkTo(rows),
    at: now,
  })
}

/** The signatories of the unit; where it has none, its leads. */
export async function tellSigners(tx: Database, told: Told): Promise<void> {
  const { unitId } = told.rows[0]!
  const signers = await listHolders(tx, ['signatory'], unitId)
  const leads = signers.length > 0 ? signers : await listHolders(tx, ['unit-lead'], unitId)
  await tell(
    tx,
    leads.map(({ id }) => id),
    told,
  )
}

export async function tellDrafters(tx: Database, told: Told): Promise<void> {
  const to = told.rows.flatMap(({ createdBy, submittedBy }) => [createdBy, submittedBy ?? createdBy])
  await tell(tx, [...new Set(to)], told)
}
