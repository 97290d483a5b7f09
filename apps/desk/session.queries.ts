import { ProblemError } from '@jianbao/client'
import { answer, api, send } from '@jianbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

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

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { username: string; password: string }) =>
      send('POST', '/api/auth/sign-in/username', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => send('POST', '/api/auth/sign-out', { body: {} }),
    // What one person has read must not be there for the next one at the same desk.
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: sessionQuery.queryKey })
      client.removeQueries({ predicate: query => query.queryKey[0] !== sessionQuery.queryKey[0] })
    },
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

/** The sign-in has ended meanwhile: the page then asks for it again, at the same address. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}
