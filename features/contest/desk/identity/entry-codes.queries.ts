import { answer, api, receiveFile } from '@jianbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { EntryCodeCounts, EntryCodeWish, IdentityWays } from '../../contract/index.ts'

const key = (id: string) => ['contest-entry-codes', id] as const

export const entryCodesQuery = (id: string) =>
  queryOptions({
    queryKey: key(id),
    queryFn: ({ signal }): Promise<EntryCodeCounts> =>
      answer(api.GET('/api/contests/{id}/entry-codes', { params: { path: { id } }, signal })),
  })

/** Makes codes and saves the sheet; answers its name. The counts are looked at again whatever came of it. */
export function useMakeEntryCodes(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wish: EntryCodeWish): Promise<string> =>
      receiveFile(`/api/contests/${id}/entry-codes`, { body: wish }),
    onSettled: () => client.invalidateQueries({ queryKey: key(id) }),
  })
}

export function useWithdrawEntryCodes(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (unitId: string): Promise<EntryCodeCounts> =>
      answer(
        api.POST('/api/contests/{id}/entry-codes/withdraw', { params: { path: { id } }, body: { unitId } }),
      ),
    onSuccess: counts => client.setQueryData(key(id), counts),
  })
}

/** What the installation offers; it changes with its settings alone. */
export const identityWaysQuery = queryOptions({
  queryKey: ['contest-identity-ways'],
  queryFn: ({ signal }): Promise<IdentityWays> => answer(api.GET('/api/contest-identity-ways', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})
