/** What is done with accounts beside signing in. The tables are closed to requests: look for the person in scope first. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Database, rowsOf, withRole } from '../db/index.ts'

export type NewAccount = {
  /** Of the person it is for. */
  readonly id: string
  readonly username: string
  readonly name: string
  /** From `hashPassword`. */
  readonly hash: string
  readonly mustChangePassword: boolean
}

/**
 * Writes accounts with their passwords inside the caller's transaction; user names are folded to lower case. Nobody is
 * asked for an e-mail address; better-auth wants one, so it gets an internal name.
 */
export async function recordAccounts(
  tx: Database,
  accounts: readonly NewAccount[],
  now: Date,
): Promise<void> {
  const rows = accounts.map(account => ({
    ...account,
    key: account.username.toLowerCase(),
    email: `${randomUUID()}@accounts.invalid`,
    credential: randomUUID(),
  }))
  const json = JSON.stringify(rows)
  const at = now.toISOString()
  await withRole(tx, 'owner', async () => {
    await tx.execute(sql`insert into account_user (id, name, email, email_verified, username, display_username,
        must_change_password, password_set_at, created_at, updated_at)
      select g.id, g.name, g.email, true, g.key, g.username, g."mustChangePassword", ${at}, ${at}, ${at}
      from jsonb_to_recordset(${json}::jsonb) as g(id text, name text, email text, key text, username text,
        "mustChangePassword" boolean)`)
    await tx.execute(sql`insert into account_credential (id, account_id, provider_id, user_id, password, created_at, updated_at)
      select g.credential, g.id, 'credential', g.id, g.hash, ${at}, ${at}
      from jsonb_to_recordset(${json}::jsonb) as g(id text, credential text, hash text)`)
  })
}

export type AccountState = {
  readonly mustChangePassword: boolean
  readonly secondFactor: boolean
  /** Wrong passwords since the last sign-in. */
  readonly failures: number
  readonly openedAt: string
}

/** What an administrator may know of an account; null where there is none. */
export function findAccount(tx: Database, userId: string): Promise<AccountState | null> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<AccountState & { openedAt: string | Date }>(
      tx,
      sql`select u.must_change_password as "mustChangePassword", u.two_factor_enabled as "secondFactor",
          coalesce(f.failures, 0)::int as failures, u.created_at as "openedAt"
        from account_user u left join sign_in_failure f on f.who = u.id where u.id = ${userId}`,
    )
    const [row] = rows
    return row ? { ...row, openedAt: new Date(row.openedAt).toISOString() } : null
  })
}

/** Forgets wrong passwords and codes, so that the name need not rest any longer. */
export function forgetFailures(tx: Database, userId: string): Promise<void> {
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`delete from sign_in_failure where who = ${userId}`)
    await tx.execute(sql`update account_two_factor set failed_verification_count = 0, locked_until = null
      where user_id = ${userId}`)
  })
}

/** The name that pages greet a person with; nothing happens where there is no account. */
export function renameAccount(tx: Database, userId: string, name: string): Promise<void> {
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`update account_user set name = ${name} where id = ${userId}`)
  })
}

/** Those of `usernames` that are taken. */
export function takenUsernames(tx: Database, usernames: readonly string[]): Promise<Set<string>> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<{ username: string }>(
      tx,
      sql`select username from account_user where username in
        (select value from jsonb_array_elements_text(${JSON.stringify(usernames)}::jsonb))`,
    )
    return new Set(rows.map(row => row.username))
  })
}

/** Takes the second factor away; it must be set up anew. Returns whether there was one. Sessions end. */
export function removeSecondFactor(tx: Database, userId: string): Promise<boolean> {
  return withRole(tx, 'owner', async () => {
    const had = await rowsOf(
      tx,
      sql`update account_user set two_factor_enabled = false where id = ${userId} and two_factor_enabled returning 1`,
    )
    await tx.execute(sql`delete from account_two_factor where user_id = ${userId}`)
    await tx.execute(sql`delete from account_session where user_id = ${userId}`)
    return had.length > 0
  })
}
