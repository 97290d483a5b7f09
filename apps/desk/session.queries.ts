import { ApiProblem, request } from '@jianbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

export type SessionUser = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly role: string
  readonly mustChangePassword?: boolean
}

export type Session = {
  readonly user: SessionUser | null
  /** The sign-in of the demonstration, where there is one. */
  readonly demonstration: { readonly username: string; readonly password: string } | null
  readonly version: string
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>('GET', '/session', { signal }),
  staleTime: 60_000,
  retry: 1,
})

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { username: string; password: string }) =>
      request<unknown>('POST', '/auth/sign-in/username', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<unknown>('POST', '/auth/sign-out', { body: {} }),
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
      request<unknown>('POST', '/session/password', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
}

/** The sign-in has ended meanwhile: the page then asks for it again, at the same address. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401
}
