import { send } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  BulkDone,
  BulkWish,
  ItemCounts,
  ItemFilter,
  ItemPage,
  ItemQuery,
} from '../../../contract/index.ts'
import { itemsKey } from '../item/item.queries.ts'

export function itemsQuery(query: ItemQuery) {
  return queryOptions({
    queryKey: [itemsKey, 'list', query],
    queryFn: async ({ signal }): Promise<ItemPage> =>
      (await send('GET', '/api/ledger-items', { query, signal })).json() as Promise<ItemPage>,
    placeholderData: keepPreviousData,
  })
}

export function itemCountsQuery({ group: _, state: __, light: ___, ...query }: ItemFilter) {
  return queryOptions({
    queryKey: [itemsKey, 'counts', query],
    queryFn: async ({ signal }): Promise<ItemCounts> =>
      (await send('GET', '/api/ledger-item-counts', { query, signal })).json() as Promise<ItemCounts>,
    placeholderData: keepPreviousData,
  })
}

/** Everything that shows items looks again. */
export function useTouched() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        first === 'work' || (typeof first === 'string' && first.startsWith('ledger')),
    })
}

export function useBulk() {
  const touched = useTouched()
  return async (wish: BulkWish): Promise<BulkDone> => {
    try {
      const response = await send('POST', '/api/ledger-items/bulk', { body: wish })
      return (await response.json()) as BulkDone
    } finally {
      void touched()
    }
  }
}
