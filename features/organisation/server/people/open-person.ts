import { Problem } from '@jianbao/errors'
import type { Person as Caller, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { type PersonAction, personRefusal } from '../../contract/index.ts'
import { rootUnitId } from '../root-unit.ts'
import { findBeyond, findPersonRow, findUnitAtWork, type PersonRow } from './person.store.ts'
import { standingOf } from './person-actions.ts'

/** Who does something, and the entry of the trail it goes into. */
export type Deed = { readonly caller: Caller; readonly now: Date; readonly entry: EntryDraft }

/**
 * The person something is to be done with, held until the transaction ends. Throws `not-found`, or why it is not for
 * them now.
 */
export async function openPerson(
  tx: Database,
  scope: Scope,
  id: string,
  action: PersonAction,
  { caller, entry }: Deed,
): Promise<PersonRow> {
  const person = await findPersonRow(tx, scope, id, { lock: true })
  if (!person) throw new Problem('not-found')
  const beyond = (await findBeyond(tx, scope, [id])).has(id)
  const refusal = personRefusal(action, standingOf(person, { caller, beyond }))
  if (refusal) throw new Problem(refusal, { name: person.name })
  entry.words = person.name
  entry.unitId = person.unitId
  return person
}

/** A unit of the scope somebody may belong to or hold a post in. Throws `person-unit-unknown`. */
export async function openUnit(tx: Database, scope: Scope, unitId: string) {
  const unit = await findUnitAtWork(tx, scope, unitId)
  if (!unit) throw new Problem('person-unit-unknown')
  return unit
}

/** Any number will do as long as it stays: who might be the last guardian goes one at a time. */
const lastGuardianLock = 7_300_011

/**
 * Before somebody stops being a security administrator: throws `last-security-administrator` where nobody else at the
 * top could grant roles any more.
 */
export function keepGuardian(tx: Database, person: PersonRow): Promise<void> {
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lastGuardianLock})`)
    const guardians = await rowsOf<{ id: string }>(
      tx,
      sql`select p.id from membership m join person p on p.id = m.person_id
        where m.unit_id = ${rootUnitId} and m.role = 'security-administrator'
          and p.state = 'active' and p.locked_at is null and p.username is not null`,
    )
    if (guardians.some(({ id }) => id === person.id) && guardians.length === 1)
      throw new Problem('last-security-administrator', { name: person.name })
  })
}

/** Whether `error`, however deep, is this constraint of the database. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false
  return (error as { constraint?: unknown }).constraint === constraint || violates(error.cause, constraint)
}
