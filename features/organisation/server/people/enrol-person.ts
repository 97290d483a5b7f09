import { randomUUID } from 'node:crypto'
import { hashPassword, mayHoldTogether, type Role, recordAccounts } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { rootUnitId } from '../root-unit.ts'
import { recordPeople } from './record-people.ts'

export type Enrolment = {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly mustChangePassword?: boolean
  /** Where they belong; the top of the tree when left out. */
  readonly unitId?: string
  readonly posts: readonly { readonly role: Role; readonly unitId?: string }[]
}

/**
 * A person with account and roles, as the start and the command line make them, whole or not at all; not for requests.
 * Returns the id.
 */
export async function enrolPerson(
  { db, clock }: { db: Database; clock: Clock },
  person: Enrolment,
): Promise<string> {
  const { username, name, password, mustChangePassword = false, unitId = rootUnitId } = person
  const posts = person.posts.map(post => ({ role: post.role, unitId: post.unitId ?? rootUnitId }))
  if (!mayHoldTogether(posts.map(post => post.role))) throw new Error(`${username}: roles exclude each other`)
  const id = randomUUID()
  const hash = await hashPassword(password)
  const now = clock.now()
  await db.transaction(async tx => {
    await recordPeople(tx, [{ id, name, unitId, username: username.toLowerCase(), posts }], { now })
    await recordAccounts(tx, [{ id, username, name, hash, mustChangePassword }], now)
  })
  return id
}
