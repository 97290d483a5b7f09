import { Problem } from '@jianbao/errors'
import type { Clock } from '../clock/index.ts'
import type { Database } from '../db/index.ts'
import type { Caller } from './find-caller.ts'
import type { Act } from './in-scope.ts'
import { countTry, forgetTries } from './lockout.ts'
import { findPassword, hashChosen, isPassword, setPassword } from './passwords.ts'
import { findSecurityPolicy } from './security-policy.ts'

export type Confirming = { readonly db: Database; readonly clock: Clock }

/**
 * Asks a signed-in person for their password again, counted like a sign-in: a session left open is no licence to guess.
 * Throws `password-wrong`, or `sign-in-resting` after too many of them.
 */
export async function confirmPassword(
  { db, clock }: Confirming,
  userId: string,
  password: string,
): Promise<void> {
  await countTry(db, clock, await findSecurityPolicy(db), userId)
  const hash = await findPassword(db, userId)
  if (!hash || !(await isPassword(hash, password))) throw new Problem('password-wrong')
  await forgetTries(db, userId)
}

/**
 * Sets the password a signed-in person chose and ends their other sessions. Throws what `confirmPassword` throws, and
 * what is wrong with the new one.
 */
export async function changeOwnPassword(
  services: Confirming,
  act: Act,
  caller: Caller,
  change: { readonly current: string; readonly next: string },
): Promise<void> {
  const { id: userId, username } = caller.person
  await confirmPassword(services, userId, change.current)
  const hash = await hashChosen(services.db, { userId, username, password: change.next })
  const at = services.clock.now()
  await act(userId, tx =>
    setPassword(tx, userId, { hash, oneTime: false, at, keepToken: caller.sessionToken }),
  )
}
