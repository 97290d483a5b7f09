import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Batch, BatchPage } from '../contract/index.ts'

export const batchesQuery = queryOptions({
  queryKey: ['documents', 'batches'],
  queryFn: ({ signal }): Promise<BatchPage> =>
    answer(api.GET('/api/batches', { params: { query: { pageSize: 20 } }, signal })),
  placeholderData: keepPreviousData,
  // The server goes on by itself, whoever has closed the page meanwhile.
  refetchInterval: result => (result.state.data?.rows.some(isUnfinishedBatch) ? 1_500 : false),
})

export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['documents', 'batch', id],
    queryFn: ({ signal }): Promise<Batch> =>
      answer(api.GET('/api/batches/{id}', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })
}

export function isUnfinishedBatch({ state, documents }: Batch): boolean {
  if (state === 'failed') return false
  return state !== 'unpacked' || documents.waiting + documents.reading > 0
}

/** @returns how many documents a batch holds, how many have been read, and the part of the whole, 0 to 1. */
export function batchProgress({ documents }: Batch): { all: number; done: number; part: number } {
  const all = Object.values(documents).reduce((sum, count) => sum + count, 0)
  const done = all - documents.waiting - documents.reading
  return { all, done, part: all === 0 ? 0 : done / all }
}
