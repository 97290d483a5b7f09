/** Passwords as sign-in keeps them: hashed by better-auth, never the same twice, one-time ones for a while. */
import { randomInt } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { sql } from 'drizzle-orm'
import { type Database, rowsOf, withRole } from '../db/index.ts'
import { weaknessOf } from './password.rules.ts'
import { findSecurityPolicy, type SecurityPolicy } from './security-policy.ts'

/** Of a password as sign-in keeps it. Slow on purpose: not inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  return (await crypt()).hashPassword(password)
}

/** Whether `password` is the one of `hash`. Slow on purpose. */
export async function isPassword(hash: string, password: string): Promise<boolean> {
  return (await crypt()).verifyPassword({ hash, password })
}

const crypt = () => import('better-auth/crypto')

/** The hash of an account's password; null where there is none. */
export async function findPassword(db: Database, userId: string): Promise<string | null> {
  const [row] = await rowsOf<{ password: string | null }>(
    db,
    sql`select password from account_credential where user_id = ${userId} and provider_id = 'credential'`,
  )
  return row?.password ?? null
}

/**
 * Hashes the password somebody chose, when it will do. Throws what is wrong with it: `password-too-short`,
 * `password-too-plain`, `password-holds-name`, `password-common` or `password-used-before`.
 */
export async function hashChosen(
  db: Database,
  { userId, username, password }: { userId: string; username: string; password: string },
): Promise<string> {
  const policy = await findSecurityPolicy(db)
  const weakness = weaknessOf(password, username, policy.passwordLength)
  if (weakness) throw new Problem(weakness, { min: policy.passwordLength })
  for (const hash of await recentPasswords(db, userId, policy))
    if (await isPassword(hash, password))
      throw new Problem('password-used-before', { count: policy.passwordHistory })
  return hashPassword(password)
}

/** The present password and those before it that may not come back. */
async function recentPasswords(db: Database, userId: string, policy: SecurityPolicy): Promise<string[]> {
  const present = await findPassword(db, userId)
  const rows = await rowsOf<{ password: string }>(
    db,
    sql`select password from account_former_password where user_id = ${userId}
      order by id desc limit ${policy.passwordHistory - 1}`,
  )
  return [...(present ? [present] : []), ...rows.map(row => row.password)]
}

export type NewPassword = {
  readonly hash: string
  /** To be changed at the next sign-in. */
  readonly oneTime: boolean
  readonly at: Date
  /** All sessions of the person end but the one with this token. */
  readonly keepToken?: string
}

/**
 * Puts a password in place of the old one inside the caller's transaction, remembers the old one and ends the sessions.
 * Returns false where there is no account.
 */
export function setPassword(
  tx: Database,
  userId: string,
  { hash, oneTime, at, keepToken }: NewPassword,
): Promise<boolean> {
  const now = at.toISOString()
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`insert into account_former_password (user_id, password)
      select user_id, password from account_credential
        where user_id = ${userId} and provider_id = 'credential' and password is not null`)
    // No policy remembers more than 24.
    await tx.execute(sql`delete from account_former_password where user_id = ${userId} and id not in (
      select id from account_former_password where user_id = ${userId} order by id desc limit 24)`)
    const changed = await rowsOf(
      tx,
      sql`update account_credential set password = ${hash}, updated_at = ${now}
        where user_id = ${userId} and provider_id = 'credential' returning 1`,
    )
    await tx.execute(sql`update account_user set must_change_password = ${oneTime}, password_set_at = ${now},
      updated_at = ${now} where id = ${userId}`)
    await tx.execute(
      sql`delete from account_session where user_id = ${userId} and token <> ${keepToken ?? ''}`,
    )
    await tx.execute(sql`delete from sign_in_failure where who = ${userId}`)
    return changed.length > 0
  })
}

/** No letters or digits that look alike, so that it can be read from a screen and typed. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** So many of them at random. */
export function readableLetters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** A password to be told once and changed at the first sign-in. */
export function oneTimePassword(): string {
  return readableLetters(16).replace(/(.{4})(?=.)/g, '$1-')
}
