import { createContext, use } from 'react'
import type { Session, SessionUser } from './session.queries.ts'

export type SignedInSession = Session & { readonly user: SessionUser }

export const SessionContext = createContext<SignedInSession | null>(null)

/** The session below the gate, where there always is a user. */
export function useSession(): SignedInSession {
  const session = use(SessionContext)
  if (!session) throw new Error('A page of the desk was drawn outside the gate.')
  return session
}
