import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../db/index.ts'
import type { Person, Post } from './person.ts'
import { isAdministratorRole } from './role.ts'
import type { SignIn } from './sign-in.ts'

/** A signed-in person and the session they came with. */
export type Caller = { readonly person: Person; readonly sessionToken: string }

/** What the app asks of the room that keeps people: the posts of one in units at work; null when they left. */
export type FindPosts = (db: Database, personId: string) => Promise<Post[] | null>

export type CallerServices = {
  readonly db: Database
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
  const { user, session } = found
  const posts = await services.findPosts(services.db, user.id)
  if (!posts) return null
  const administers = posts.some(post => isAdministratorRole(post.role))
  return {
    sessionToken: session.token,
    person: {
      id: user.id,
      name: user.name,
      username: user.username ?? '',
      posts,
      mustChangePassword: user.mustChangePassword === true,
      mustSetUpSecondFactor: services.secondFactorRequired && administers && user.twoFactorEnabled !== true,
    },
  }
}
