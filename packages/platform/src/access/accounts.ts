import { randomInt, randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@jianbao/errors'
import { and, eq, sql } from 'drizzle-orm'
import { withRole } from '../db/index.ts'
import { account, user } from './account.table.ts'
import type { Act } from './in-scope.ts'
import { passwordLength } from './sign-in.options.ts'
import type { SignIn } from './sign-in.ts'

/**
 * Sets a new password for a signed-in person and ends all their sessions but the one with `keepToken`.
 * Throws `sign-in-refused` when `current` is wrong, `password-too-short` when the new one is.
 */
export async function changePassword(
  signIn: SignIn,
  act: Act,
  change: { userId: string; current: string; next: string; keepToken: string | null },
): Promise<void> {
  const context = await (await signIn.load()).$context
  if (change.next.length < passwordLength.min || change.next === change.current)
    throw new Problem('password-too-weak', { min: passwordLength.min })
  const credential = (await context.internalAdapter.findAccounts(change.userId)).find(
    one => one.providerId === 'credential',
  )
  const hash = credential?.password
  if (!hash || !(await context.password.verify({ hash, password: change.current })))
    throw new Problem('sign-in-refused')
  const hashed = await context.password.hash(change.next)
  await act(change.userId, tx =>
    withRole(tx, 'owner', async () => {
      await tx
        .update(account)
        .set({ password: hashed, updatedAt: new Date() })
        .where(and(eq(account.userId, change.userId), eq(account.providerId, 'credential')))
      await tx.update(user).set({ mustChangePassword: false }).where(eq(user.id, change.userId))
      await tx.execute(
        sql`delete from account_session where user_id = ${change.userId} and token <> ${change.keepToken ?? ''}`,
      )
    }),
  )
}

/** No letters or digits that look alike, so that it can be read from a screen and typed. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be told once and changed at the first sign-in. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** The secret that signs cookies: made once, kept in the data folder for its owner alone (0600). */
export async function installationSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  const there = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (there) return there
  const secret = `${randomUUID()}${randomUUID()}`
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, secret, { mode: 0o600, flush: true })
  await rename(temporary, path)
  return secret
}
