import { ProblemError } from '@jianbao/client'
import { answer, api, send } from '@jianbao/ui'
import { queryOptions, useMutation } from '@tanstack/react-query'

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
  // A sign of life while somebody is at the page, and the way it learns that the sign-in has ended.
  refetchInterval: 60_000,
  meta: { background: true },
})

export function useSignOut() {
  return useMutation({
    mutationFn: () => send('POST', '/api/auth/sign-out', { body: {} }),
    // Loaded anew, the app holds nothing of who left: no answers, no list of files.
    onSuccess: () => location.reload(),
  })
}

/** @returns whether a query asks who is signed in, and not for what they see. */
export function isSessionQuery({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] === sessionQuery.queryKey[0]
}

/** The sign-in has ended meanwhile: the page then asks for it again, at the same address. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}
