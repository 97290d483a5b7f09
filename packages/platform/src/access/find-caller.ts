import type { IncomingHttpHeaders } from 'node:http'
import type { Person } from './person.ts'
import type { SignIn } from './sign-in.ts'

/** A signed-in person and the session they came with. */
export type Caller = { readonly person: Person; readonly sessionToken: string }

/** Finds who a request comes from by its session cookie; null when nobody is signed in. */
export async function findCaller(signIn: SignIn, headers: IncomingHttpHeaders): Promise<Caller | null> {
  if (!headers.cookie) return null
  const { api } = await signIn.load()
  const found = await api.getSession({ headers: new Headers({ cookie: headers.cookie }) })
  if (!found) return null
  const { user, session } = found
  return {
    sessionToken: session.token,
    person: {
      id: user.id,
      name: user.name,
      username: user.username ?? '',
      role: user.role === 'administrator' ? 'administrator' : null,
      mustChangePassword: user.mustChangePassword === true,
    },
  }
}
