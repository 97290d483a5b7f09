import { answer, api } from '@jianbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../session.queries.ts'

export type OwnSession = Awaited<ReturnType<typeof listSessions>>[number]

const listSessions = async (signal?: AbortSignal) =>
  (await answer(api.GET('/api/session/sessions', signal ? { signal } : {}))).sessions
const readSecondFactor = (signal?: AbortSignal) =>
  answer(api.GET('/api/session/second-factor', signal ? { signal } : {}))

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => listSessions(signal),
})
export const secondFactorQuery = queryOptions({
  queryKey: ['account', 'second-factor'],
  queryFn: ({ signal }) => readSecondFactor(signal),
})

/** What changes the account changes what the session says of it, and the lists on this page. */
function useRefresh() {
  const client = useQueryClient()
  return async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['account'] })
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
}

export function useChangePassword() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      answer(api.POST('/api/session/password', { body })),
    onSuccess: refresh,
  })
}

export function useEndSession() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/session/sessions/end', { body: { id } })),
    // Gone already, or just ended: either way the list is another one.
    onSettled: refresh,
  })
}

export function useEndOthers() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: () => answer(api.POST('/api/session/sessions/end-others')),
    onSuccess: refresh,
  })
}

/** Secret and codes come once and are kept nowhere but on the page that shows them. */
export function useBeginFactor() {
  return useMutation({
    mutationFn: (password: string) => answer(api.POST('/api/session/second-factor', { body: { password } })),
    gcTime: 0,
  })
}

export function useConfirmFactor() {
  return useMutation({
    mutationFn: (code: string) => answer(api.POST('/api/session/second-factor/confirm', { body: { code } })),
  })
}

export function useRenewCodes() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (password: string) =>
      answer(api.POST('/api/session/second-factor/backup-codes', { body: { password } })),
    onSuccess: refresh,
    gcTime: 0,
  })
}

export function useSwitchOffFactor() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (password: string) =>
      answer(api.POST('/api/session/second-factor/off', { body: { password } })),
    onSuccess: refresh,
  })
}

export { useRefresh as useAccountRefresh }
