import { answer, api, send } from '@jianbao/ui'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { LedgerItem, LedgerSummary, MatterDraft, MatterMade } from '../../../contract/index.ts'
import { itemsKey } from '../item/item.queries.ts'

export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  queryFn: async ({ signal }): Promise<{ rows: readonly LedgerSummary[] }> =>
    (await send('GET', '/api/ledgers', { signal })).json(),
})

/** Measures a campaign counts in, by the words of its pack. */
export const measuresQuery = queryOptions({
  queryKey: ['reports', 'words'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/words', { signal })),
  staleTime: 300_000,
})

/** How many units of each kind lie below one; without kinds all of them. */
export function unitCountQuery(under: string, kinds: readonly string[]) {
  return queryOptions({
    queryKey: ['units', 'count-for-ledger', under, kinds],
    queryFn: async ({ signal }): Promise<number> => {
      const asked = kinds.length > 0 ? kinds : [null]
      const counts = await Promise.all(
        asked.map(async kind => {
          const query = { under, pageSize: 1, ...(kind ? { kind: kind as 'county' } : {}) }
          return (await answer(api.GET('/api/units', { params: { query }, signal }))).total
        }),
      )
      return counts.reduce((sum, count) => sum + count, 0)
    },
  })
}

export function useProposeActs() {
  const client = useQueryClient()
  const touched = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        first === 'work' || (typeof first === 'string' && first.startsWith('ledger')),
    })
  return {
    propose: async (body: MatterDraft): Promise<MatterMade> => {
      const response = await send('POST', '/api/ledger-matters', { body })
      void touched()
      return (await response.json()) as MatterMade
    },
    edit: async (id: string, body: object): Promise<LedgerItem> => {
      const response = await send('PATCH', `/api/ledger-items/${id}`, { body })
      const item = (await response.json()) as LedgerItem
      client.setQueryData([itemsKey, 'one', id], item)
      void touched()
      return item
    },
  }
}

/** The unit another page opened the form for. */
export function unitOfSearchQuery(id: string) {
  return queryOptions({
    queryKey: ['units', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{id}', { params: { path: { id } }, signal })),
  })
}
