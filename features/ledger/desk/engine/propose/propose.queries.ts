import { answer, api } from '@jianbao/ui'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  ItemAmend,
  LedgerItem,
  LedgerSummary,
  MatterDraft,
  MatterMade,
} from '../../../contract/index.ts'
import { itemsKey } from '../item/item.queries.ts'

export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  queryFn: ({ signal }): Promise<{ rows: readonly LedgerSummary[] }> =>
    answer(api.GET('/api/ledgers', { signal })),
})

/** Measures a campaign counts in, by the words of its pack. */
export const measuresQuery = queryOptions({
  queryKey: ['reports', 'words'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/words', { signal })),
  staleTime: 300_000,
})

type ItemEdit = Pick<ItemAmend, 'facts'> & { readonly version: number }

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
      const made = await answer(api.POST('/api/ledger-matters', { body }))
      void touched()
      return made
    },
    edit: async (id: string, body: ItemEdit): Promise<LedgerItem> => {
      const item = await answer(api.PATCH('/api/ledger-items/{id}', { params: { path: { id } }, body }))
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
