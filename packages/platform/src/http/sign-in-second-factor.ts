import { Problem, type ProblemCode } from '@jianbao/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { claimCode, innerOrigin } from '../access/index.ts'
import { rowsOf, sql } from '../db/index.ts'
import { askBetterAuth, openedToken, passCookies } from './ask-better-auth.ts'
import type { RouteServices } from './mount-routes.ts'
import { noteLocked, noteRefused, noteSignedIn } from './sign-in-trail.ts'

export const SecondStep = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 40 }) },
  { additionalProperties: false },
)

const action = 'session.second-factor'
/** As better-auth is set up; a second factor rests so long after ten wrong codes in a row. */
const [lockFailures, lockMinutes] = [10, 15]

/** How better-auth says no to a code, in our words. What is not among them means that one begins anew. */
const refusals: Readonly<Record<string, ProblemCode>> = {
  INVALID_CODE: 'second-factor-refused',
  INVALID_BACKUP_CODE: 'second-factor-refused',
  CONFLICT: 'second-factor-refused',
  ACCOUNT_TEMPORARILY_LOCKED: 'second-factor-resting',
}

/** The second step of the sign-in: a code of the app, or one of those to fall back on. */
export async function signInBySecondFactor(
  services: RouteServices,
  request: FastifyRequest<{ Body: { code: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { db, signIn, findPosts } = services
  const challenged = await findChallenged(services, request)
  if (!challenged || !(await findPosts(db, challenged.personId))) throw new Problem('second-step-lapsed')
  const { personId, restMinutes } = challenged
  const refuse = async (code: ProblemCode, minutes = restMinutes): Promise<never> => {
    await noteRefused(services, personId, code, action)
    throw new Problem(code, code === 'second-factor-resting' ? { minutes } : {})
  }
  if (challenged.restMinutes) return refuse('second-factor-resting')
  const code = readCode(request.body.code)
  const byApp = /^\d{6}$/.test(code)
  if (byApp && (await claimCode(signIn, db, personId, code)) === 'used') return refuse('second-factor-used')
  const response = await askBetterAuth(request, {
    auth: await signIn.load(),
    origin: innerOrigin,
    path: byApp ? '/api/auth/two-factor/verify-totp' : '/api/auth/two-factor/verify-backup-code',
    body: { code },
  })
  const token = openedToken(response)
  if (response.ok && token) {
    await noteSignedIn(services, personId, { token, method: 'two-factor' })
    return passCookies(response, reply).send({ signedIn: true })
  }
  if (response.status >= 500) throw new Error(`the second step answered ${response.status}`)
  if (await hasJustLocked(services, personId)) await noteLocked(services, personId, lockFailures)
  const said = (await response.json().catch(() => ({}))) as { code?: string }
  const known = response.status === 409 ? 'CONFLICT' : (said.code ?? '')
  return refuse(refusals[known] ?? 'second-step-lapsed', lockMinutes)
}

/** Digits of any width and blanks between them are what people type; codes to fall back on are small letters. */
function readCode(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
  return plain.length === 10 ? `${plain.slice(0, 5)}-${plain.slice(5)}` : plain
}

type Challenged = { readonly personId: string; readonly restMinutes: number }

/** Whose second step it is, by the cookie of the first; its value is a secret of twenty letters, signed besides. */
async function findChallenged(
  { db, signIn }: RouteServices,
  request: FastifyRequest,
): Promise<Challenged | null> {
  const context = await (await signIn.load()).$context
  const { name } = context.createAuthCookie('two_factor')
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map(pair => pair.split('='))
  const identifier = pairs.find(([key]) => key === name)?.[1]?.match(/^2fa-[\w-]+/)?.[0]
  if (!identifier) return null
  const [row] = await rowsOf<Challenged>(
    db,
    sql`select v.value as "personId",
        greatest(0, ceil(extract(epoch from f.locked_until - now()) / 60))::int as "restMinutes"
      from account_verification v join account_two_factor f on f.user_id = v.value
      where v.identifier = ${identifier} and v.expires_at > now()`,
  )
  return row ?? null
}

/** Whether the code just refused was the last one before the rest. */
async function hasJustLocked({ db }: RouteServices, personId: string): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`select 1 from account_two_factor where user_id = ${personId} and failed_verification_count = ${lockFailures}
      and locked_until > now() + interval '14 minutes 59 seconds'`,
  )
  return rows.length > 0
}
