import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AuditChain, AuditDetail, AuditPage, AuditQuery } from '../../contract/index.ts'

const key = 'audit'
const progressMs = 500

export function auditQuery(query: AuditQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<AuditPage> => answer(api.GET('/api/audit', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function auditEntryQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<AuditDetail> =>
      answer(api.GET('/api/audit/{id}', { params: { path: { id } }, signal })) as Promise<AuditDetail>,
  })
}

/** The state of the chain; asked again and again while `watched`, for how far the walk is. */
export function auditChainQuery(watched: boolean) {
  return queryOptions({
    queryKey: [key, 'chain'],
    queryFn: ({ signal }): Promise<AuditChain> => answer(api.GET('/api/audit/chain', { signal })),
    refetchInterval: watched ? progressMs : false,
  })
}

export function useVerification() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (): Promise<AuditChain> => answer(api.POST('/api/audit/verify')),
    onSuccess: chain => {
      client.setQueryData([key, 'chain'], chain)
      return client.invalidateQueries({ queryKey: [key, 'list'] })
    },
  })
}

/** Units whose name, code or initials hold the words. */
export function unitsCalledQuery(q: string) {
  return queryOptions({
    queryKey: [key, 'units', q],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/units', { params: { query: { q, pageSize: 20 } }, signal }))).rows,
    placeholderData: keepPreviousData,
  })
}

export function unitNameQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'unit', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/units/{id}', { params: { path: { id } }, signal }))).name,
  })
}
