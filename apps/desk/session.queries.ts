import { ProblemError } from '@jianbao/client'
import { answer, api, send } from '@jianbao/ui'
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

export type Session = Awaited<ReturnType<typeof readSession>>
export type SessionUser = NonNullable<Session['user']>

function readSession(signal?: AbortSignal) {
  return answer(api.GET('/api/session', signal ? { signal } : {}))
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
  retry: 1,
})

/** @param before who worked here until the sign-in ended; somebody else starts with nothing of theirs. */
export function useSignIn(before: string | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { username: string; password: string }) => post('/api/auth/sign-in/username', body),
    onSuccess: async (_, { username }) => {
      if (before !== null && username.toLowerCase() !== before.toLowerCase()) return location.reload()
      forgetPages(client)
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => post('/api/auth/sign-out', {}),
    // Loaded anew, the app holds nothing of who left: no answers, no list of files.
    onSuccess: () => location.reload(),
  })
}

export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      answer(api.POST('/api/session/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
}

/** Signing in and out is not in the API document; the answer says nothing that the session does not say too. */
async function post(path: string, body: Record<string, string>): Promise<void> {
  const response = await send('POST', path, { body })
  await response.text()
}

/** What one person has read must not be there for the next one at the same desk. */
function forgetPages(client: QueryClient): void {
  client.removeQueries({ predicate: query => query.queryKey[0] !== sessionQuery.queryKey[0] })
}

/** The sign-in has ended meanwhile: the page then asks for it again, at the same address. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}
