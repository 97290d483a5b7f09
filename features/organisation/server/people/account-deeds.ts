/** Accounts of people: opened, given a new password, locked, and their sessions ended. */
import { Problem } from '@jianbao/errors'
import {
  endSessions,
  forgetFailures,
  hashPassword,
  listSessions,
  oneTimePassword,
  recordAccounts,
  removeSecondFactor,
  type Scope,
  setPassword,
  takenUsernames,
} from '@jianbao/platform/access'
import { type Database, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { type PersonSessions, personRefusal } from '../../contract/index.ts'
import { personSearchText } from '../search-text.ts'
import { type Deed, keepGuardian, openPerson, violates } from './open-person.ts'
import { findPersonRow, type PersonRow } from './person.store.ts'
import { standingOf } from './person-actions.ts'

/** A password to be told once, with what sign-in keeps of it; made before the transaction, for hashing is slow. */
export type FreshPassword = { readonly password: string; readonly hash: string }

export async function makePassword(): Promise<FreshPassword> {
  const password = oneTimePassword()
  return { password, hash: await hashPassword(password) }
}

/** Throws `username-taken` when another account has the name, in whatever case it is written. */
export async function openAccount(
  tx: Database,
  scope: Scope,
  { id, username }: { id: string; username: string },
  { hash }: FreshPassword,
  deed: Deed,
): Promise<void> {
  const person = await openPerson(tx, scope, id, 'open-account', deed)
  const key = username.toLowerCase()
  const taken = new Problem('username-taken', { username })
  if ((await takenUsernames(tx, [key])).has(key)) throw taken
  try {
    await recordAccounts(tx, [{ id, username, name: person.name, hash, mustChangePassword: true }], deed.now)
    await tx.execute(sql`update person set username = ${key}, search = ${personSearchText(person.name, key)},
      version = version + 1, updated_at = ${deed.now.toISOString()} where id = ${id}`)
  } catch (error) {
    if (violates(error, 'account_user_username_key') || violates(error, 'person_username_key')) throw taken
    throw error
  }
  deed.entry.after = { username: key }
}

export async function resetPassword(
  tx: Database,
  scope: Scope,
  id: string,
  { hash }: FreshPassword,
  deed: Deed,
): Promise<void> {
  await openPerson(tx, scope, id, 'reset-password', deed)
  await setPassword(tx, id, { hash, oneTime: true, at: deed.now })
  await notify(tx, { to: [id], kind: 'password.reset', at: deed.now })
}

/** All sessions end, and no password opens the account until it is unlocked. */
export async function lockAccount(tx: Database, scope: Scope, id: string, deed: Deed): Promise<void> {
  const person = await openPerson(tx, scope, id, 'lock', deed)
  await keepGuardian(tx, person)
  await setLocked(tx, person, deed.now)
  const ended = await endSessions(tx, id)
  deed.entry.before = { locked: person.lockedAt !== null }
  deed.entry.after = { locked: true, sessionsEnded: ended }
}

/** Also forgets wrong passwords, after which a name rests by itself. */
export async function unlockAccount(tx: Database, scope: Scope, id: string, deed: Deed): Promise<void> {
  const person = await openPerson(tx, scope, id, 'unlock', deed)
  await setLocked(tx, person, null)
  await forgetFailures(tx, id)
  deed.entry.before = { locked: person.lockedAt !== null }
  deed.entry.after = { locked: false }
}

/** To be set up anew at the next sign-in. Sessions end. */
export async function resetSecondFactor(tx: Database, scope: Scope, id: string, deed: Deed): Promise<void> {
  await openPerson(tx, scope, id, 'reset-second-factor', deed)
  deed.entry.before = { secondFactor: await removeSecondFactor(tx, id) }
  deed.entry.after = { secondFactor: false }
}

/** Where a person of the scope is signed in. Throws `not-found`, or that there is no account. */
export async function listPersonSessions(
  tx: Database,
  scope: Scope,
  id: string,
  { caller, now }: Pick<Deed, 'caller' | 'now'>,
): Promise<PersonSessions> {
  const person = await findPersonRow(tx, scope, id)
  if (!person) throw new Problem('not-found')
  const standing = standingOf(person, { caller, beyond: false })
  const refusal = personRefusal('list-sessions', standing)
  if (refusal) throw new Problem(refusal, { name: person.name })
  const mayEnd = personRefusal('end-sessions', standing) === null
  const sessions = await listSessions(tx, id, now)
  return {
    rows: sessions.map(({ userAgent, expiresAt: _, ...session }) => ({
      ...session,
      device: userAgent,
      actions: mayEnd ? ['end'] : [],
    })),
  }
}

/** Ends one session, or all of them without `sessionId`. Throws `not-found` when that one is not theirs. */
export async function endPersonSessions(
  tx: Database,
  scope: Scope,
  { id, sessionId }: { id: string; sessionId?: string },
  deed: Deed,
): Promise<void> {
  await openPerson(tx, scope, id, 'end-sessions', deed)
  const ended = await endSessions(tx, id, sessionId)
  if (sessionId !== undefined && ended === 0) throw new Problem('not-found')
  deed.entry.after = { sessionsEnded: ended }
}

async function setLocked(tx: Database, person: PersonRow, at: Date | null): Promise<void> {
  await tx.execute(
    sql`update person set locked_at = ${at?.toISOString() ?? null}, version = version + 1 where id = ${person.id}`,
  )
}
