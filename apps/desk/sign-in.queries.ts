import { ProblemError } from '@jianbao/client'
import { send, tellSignedInAgain } from '@jianbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isSessionQuery, sessionQuery } from './session.queries.ts'

export type Credentials = { readonly username: string; readonly password: string }
type SignInAnswer = { readonly signedIn: boolean; readonly secondFactor?: boolean }

/** @param before who worked here until the sign-in ended. @returns the first step; `secondFactor` asks for the second. */
export function useSignIn(before: string | null) {
  const enter = useEnter(before)
  return useMutation({
    mutationFn: (body: Credentials) => post<SignInAnswer>('/api/auth/sign-in/username', body),
    onSuccess: (answer, { username }) => (answer.signedIn ? enter(username) : undefined),
  })
}

/** The second step of `username`; whichever kind of code. */
export function useSecondStep(before: string | null, username: string) {
  const enter = useEnter(before)
  return useMutation({
    mutationFn: (code: string) => post<SignInAnswer>('/api/auth/sign-in/second-factor', { code }),
    onSuccess: () => enter(username),
  })
}

/** Sends the browser to the provider; it comes back to the same address. */
export function useOidc() {
  return useMutation({
    mutationFn: () =>
      post<{ url: string }>('/api/auth/sign-in/oidc', { returnTo: location.pathname + location.search }),
    onSuccess: ({ url }) => location.assign(url),
  })
}

/** Somebody else than before starts with nothing of theirs; the same person goes on where they were. */
function useEnter(before: string | null) {
  const client = useQueryClient()
  return async (username: string): Promise<void> => {
    if (before !== null && username.toLowerCase() !== before.toLowerCase()) return location.reload()
    if (before === null) client.removeQueries({ predicate: query => !isSessionQuery(query) })
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    if (before === null) return
    void client.invalidateQueries({ predicate: query => !isSessionQuery(query) })
    tellSignedInAgain()
  }
}

/** Signing in is not in the API document: its paths are better-auth's. */
async function post<T>(path: string, body: object): Promise<T> {
  return (await send('POST', path, { body })).json() as Promise<T>
}

/** @returns whether the server said that the password was wrong, or the name, or both. */
export function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'sign-in-refused'
}

/** @returns whether the second step takes no more codes: one begins anew. */
export function isLapsed(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'second-step-lapsed'
}
