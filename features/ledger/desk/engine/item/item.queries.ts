import { answer, api, send } from '@jianbao/ui'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { ItemAction, LedgerItem } from '../../../contract/index.ts'

// Lists, boards and figures of items begin with the same word.
export const itemsKey = 'ledger-items'

const fetchItem = (id: string, signal: AbortSignal | null = null): Promise<LedgerItem> =>
  answer(api.GET('/api/ledger-items/{id}', { params: { path: { id } }, signal }))

export function itemQuery(id: string) {
  return queryOptions({
    queryKey: [itemsKey, 'one', id],
    queryFn: ({ signal }): Promise<LedgerItem> => fetchItem(id, signal),
  })
}

/** A document about an item, as the room for documents lists it. */
export type ItemCircular = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly issuer: string
  readonly at: string
  readonly recalled: boolean
  readonly link: string
}

/** Reports of a unit that were sent in, for proof; those of one task alone when it is named. */
export function proofChoicesQuery(under: string, q: string, taskId: string | null) {
  const query = {
    under,
    state: ['submitted', 'accepted', 'adopted', 'kept'] as ('submitted' | 'accepted' | 'adopted' | 'kept')[],
    pageSize: 20,
    sort: '-updated' as const,
    ...(q ? { q } : {}),
    ...(taskId ? { taskId } : {}),
  }
  return queryOptions({
    queryKey: ['reports', 'for-proof', query],
    queryFn: ({ signal }) => answer(api.GET('/api/reports', { params: { query }, signal })),
  })
}

/** The deeds on one item: each answers with the item as it is then, and everything that shows items looks again. */
export function useItemActs(id: string) {
  const client = useQueryClient()
  const keep = async (work: Promise<LedgerItem>): Promise<LedgerItem> => {
    try {
      const item = await work
      client.setQueryData([itemsKey, 'one', item.id], item)
      return item
    } finally {
      const touched = ({ queryKey: [first] }: { queryKey: readonly unknown[] }) =>
        first === 'work' || (typeof first === 'string' && first.startsWith('ledger'))
      void client.invalidateQueries({ predicate: touched })
    }
  }
  const post = async (path: string, body: object): Promise<LedgerItem> =>
    (await (await send('POST', `/api/ledger-items/${id}/${path}`, { body })).json()) as LedgerItem
  return {
    keep,
    act: (action: ItemAction, body: object) => keep(post(action, body)),
    prove: (body: object) => keep(post('evidence', body)),
    withdraw: (evidenceId: string, body: object) => keep(post(`evidence/${evidenceId}/withdraw`, body)),
    fresh: async (): Promise<LedgerItem> => {
      const item = await fetchItem(id)
      client.setQueryData([itemsKey, 'one', id], item)
      return item
    },
  }
}
export type ItemActs = ReturnType<typeof useItemActs>
