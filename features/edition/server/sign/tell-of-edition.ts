/** Who hears of what was done with an edition; never who did it. */

import { type Holder, listHolders } from '@jianbao/organisation/server'
import type { Role } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { ChainStep } from '../../contract/index.ts'
import { type EditionRow, editionName } from '../edition.store.ts'

type By = { readonly id: string; readonly name: string }
type Told = {
  readonly kind: string
  readonly row: EditionRow
  readonly by: By
  readonly now: Date
  readonly details?: Readonly<Record<string, string>>
  /** Where it goes on; its own page when left out. */
  readonly link?: string
}

/** People of its unit at work in the role of a step. */
export function holdersOf(tx: Database, step: ChainStep, unitId: string): Promise<Holder[]> {
  return listHolders(tx, [step.role], unitId)
}

/** Those whose turn it is at a step. */
export async function tellStep(tx: Database, step: ChainStep, told: Omit<Told, 'kind'>): Promise<void> {
  const holders = await holdersOf(tx, step, told.row.unitId)
  const details = { step: step.name }
  await tell(
    tx,
    holders.map(({ id }) => id),
    { ...told, kind: 'edition.waiting', details, link: signLink(told.row) },
  )
}

/** Everybody at work in one of the roles in its unit. */
export async function tellRoles(tx: Database, roles: readonly Role[], told: Told): Promise<void> {
  const holders = await listHolders(tx, roles, told.row.unitId)
  await tell(
    tx,
    holders.map(({ id }) => id),
    told,
  )
}

/** Who sent it to be signed the last time; who began it when nobody did. */
export async function senderOf(tx: Database, row: Pick<EditionRow, 'id' | 'createdBy'>): Promise<string> {
  const [sent] = await rowsOf<{ by: string }>(
    tx,
    sql`select by_id as by from edition_step where edition_id = ${row.id} and action = 'send' order by seq desc limit 1`,
  )
  return sent?.by ?? row.createdBy
}

export async function tell(tx: Database, to: readonly string[], told: Told): Promise<void> {
  const { kind, row, by, now, details = {}, link = `/editions/${row.id}` } = told
  // Somebody may have begun it who left since: who is told must be there.
  const people = [...new Set(to)].filter(id => id !== by.id)
  if (!people.length) return
  const there = await withRole(tx, 'owner', () =>
    rowsOf<{ id: string }>(tx, sql`select id from person where id in ${people} and state = 'active'`),
  )
  await notify(tx, {
    to: there.map(({ id }) => id),
    kind,
    details: { name: editionName(row), by: by.name, ...details },
    link,
    at: now,
  })
}

export const signLink = ({ id }: Pick<EditionRow, 'id'>): string => `/editions/${id}/sign`
