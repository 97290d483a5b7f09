import { Problem } from '@jianbao/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  countTry,
  findSecurityPolicy,
  forgetTries,
  innerOrigin,
  isUsername,
  lockoutKey,
  type SecurityPolicy,
} from '../access/index.ts'
import { rowsOf, sql } from '../db/index.ts'
import { askBetterAuth, openedToken, passCookies } from './ask-better-auth.ts'
import type { RouteServices } from './mount-routes.ts'
import { noteLocked, noteRefused, noteSignedIn } from './sign-in-trail.ts'

export const Credentials = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 128 }),
  },
  { additionalProperties: false },
)

type Account = { readonly id: string; readonly oneTime: boolean; readonly setAt: Date }

/**
 * The first step of the sign-in: name and password. Whether there is such a name, whether the person left and whether
 * the password was wrong cannot be told from the answer.
 */
export async function signInByPassword(
  services: RouteServices,
  request: FastifyRequest<{ Body: { username: string; password: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { db, clock, signIn, findPosts } = services
  const { username, password } = request.body
  const account = await findAccountOf(services, username)
  const policy = await findSecurityPolicy(db)
  const key = lockoutKey(signIn.secret, username, account?.id ?? null)
  const failures = await countTry(db, clock, policy, key).catch(async (error: unknown) => {
    if (error instanceof Problem) await noteRefused(services, account?.id ?? null, error.code)
    throw error
  })
  const response = await askBetterAuth(request, {
    auth: await signIn.load(),
    origin: innerOrigin,
    path: '/api/auth/sign-in/username',
    body: { username, password },
  })
  if (response.status >= 500) throw new Error(`sign-in answered ${response.status}`)
  const right = response.ok && account !== null
  if (!right || !(await findPosts(db, account.id))) {
    await discard(services, response)
    await noteRefused(services, account?.id ?? null, 'sign-in-refused')
    if (failures === policy.failures) await noteLocked(services, account?.id ?? null, failures)
    throw new Problem('sign-in-refused')
  }
  if (hasLapsed(account, policy, clock.now())) {
    await discard(services, response)
    await noteRefused(services, account.id, 'one-time-password-lapsed')
    throw new Problem('one-time-password-lapsed', { hours: policy.oneTimeHours })
  }
  await forgetTries(db, key)
  const token = openedToken(response)
  if (token) await noteSignedIn(services, account.id, { token, method: 'password' })
  return passCookies(response, reply).send(
    token ? { signedIn: true } : { signedIn: false, secondFactor: true },
  )
}

async function findAccountOf({ db }: RouteServices, username: string): Promise<Account | null> {
  if (!isUsername(username)) return null
  const [row] = await rowsOf<{ id: string; oneTime: boolean; setAt: Date | string }>(
    db,
    sql`select id, must_change_password as "oneTime", password_set_at as "setAt" from account_user
      where username = ${username.toLowerCase()}`,
  )
  return row ? { ...row, setAt: new Date(row.setAt) } : null
}

/** A one-time password is a letter on its way: after some days it opens nothing any more. */
function hasLapsed({ oneTime, setAt }: Account, { oneTimeHours }: SecurityPolicy, now: Date): boolean {
  return oneTime && now.getTime() - setAt.getTime() > oneTimeHours * 3_600_000
}

/** The password was right and the person is not let in: no session stays behind. */
async function discard({ db }: RouteServices, response: Response): Promise<void> {
  const token = openedToken(response)
  if (token) await db.execute(sql`delete from account_session where token = ${token}`)
}
