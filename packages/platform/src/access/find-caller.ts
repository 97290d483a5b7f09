import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../clock/index.ts'
import type { Database } from '../db/index.ts'
import { administers, type Person } from './person.ts'
import { isBackground, keepSession, type LivingSession } from './sessions.ts'
import type { FindPosts } from './sign-in.options.ts'
import type { SignIn } from './sign-in.ts'

/** A signed-in person and the session they came with. */
export type Caller = {
  readonly person: Person
  readonly sessionToken: string
  readonly session: LivingSession
  /** Whether they sign in with a second factor. */
  readonly secondFactor: boolean
}

export type CallerServices = {
  readonly db: Database
  readonly clock: Clock
  readonly signIn: SignIn
  readonly findPosts: FindPosts
  /** Administrators must have set up a second factor before they may do anything. */
  readonly secondFactorRequired: boolean
}

/** Finds who a request comes from by its session cookie; null when nobody is signed in. */
export async function findCaller(
  services: CallerServices,
  headers: IncomingHttpHeaders,
): Promise<Caller | null> {
  if (!headers.cookie) return null
  const { api } = await services.signIn.load()
  const found = await api.getSession({ headers: new Headers({ cookie: headers.cookie }) })
  if (!found) return null
  const { user } = found
  const posts = await services.findPosts(services.db, user.id)
  if (!posts) return null
  const session = await keepSession(services, found.session.token, isBackground(headers))
  if (!session) return null
  // The provider lets no administrator in, nor does it keep one in who became that meanwhile.
  if (session.method === 'oidc' && administers(posts)) return null
  const secondFactor = user.twoFactorEnabled === true
  // Who comes by the provider has no use for a password here.
  const mayLapse = session.method !== 'oidc'
  return {
    sessionToken: found.session.token,
    session,
    secondFactor,
    person: {
      id: user.id,
      name: user.name,
      username: user.username ?? '',
      posts,
      mustChangePassword: mayLapse && (user.mustChangePassword === true || session.passwordLapsed),
      mustSetUpSecondFactor: services.secondFactorRequired && administers(posts) && !secondFactor,
    },
  }
}
