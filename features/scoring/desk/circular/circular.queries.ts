import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  CircularAction,
  CircularChanges,
  CircularChoices,
  CircularDraft,
  CircularPage,
  CircularQuery,
  CircularRecord,
  CountedPage,
  CountedQuery,
} from '../../contract/index.ts'

const key = 'circulars'

export function circularsQuery(query: CircularQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<CircularPage> =>
      answer(api.GET('/api/circulars', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function circularQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<CircularRecord> =>
      answer(api.GET('/api/circulars/{id}', { params: { path: { id } }, signal })),
  })
}

/** Kept by version: the page is another one whenever the circular is. */
export function circularHtmlQuery({ id, version }: { id: string; version: number }) {
  return queryOptions({
    queryKey: [key, 'html', id, version],
    queryFn: ({ signal }) =>
      answer<string>(
        api.GET('/api/circulars/{id}/html', { params: { path: { id } }, signal, parseAs: 'text' }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function circularChangesQuery({ id, version }: { id: string; version: number }) {
  return queryOptions({
    queryKey: [key, 'changes', id, version],
    queryFn: ({ signal }): Promise<CircularChanges> =>
      answer(api.GET('/api/circulars/{id}/changes', { params: { path: { id } }, signal })),
    // All of the period is counted for it.
    staleTime: 300_000,
  })
}

export function countedQuery(id: string, query: CountedQuery) {
  return queryOptions({
    queryKey: [key, 'counted', id, query],
    queryFn: ({ signal }): Promise<CountedPage> =>
      answer(api.GET('/api/circulars/{id}/counted', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export const choicesQuery = queryOptions({
  queryKey: [key, 'choices'],
  queryFn: ({ signal }): Promise<CircularChoices> => answer(api.GET('/api/circular-choices', { signal })),
})

export function makeCircular(body: CircularDraft): Promise<CircularRecord> {
  return answer(api.POST('/api/circulars', { body }))
}

export type CircularStep =
  | { readonly act: 'edit'; readonly docNumber: string; readonly opening: string; readonly closing: string }
  | { readonly act: Exclude<CircularAction, 'edit' | 'revoke'> }
  | { readonly act: 'revoke'; readonly reason: string }

/** One step with a circular; the page and the lists look again, also when it was refused. */
export function useCircularStep({ id, version }: { id: string; version: number }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: CircularStep) => sendStep(id, version, step),
    onSettled: async (record, error, step) => {
      if (record) client.setQueryData([key, 'one', id], record)
      const gone = step.act === 'remove' && !error
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => !(gone && queryKey[2] === id)
      await client.invalidateQueries({ queryKey: [key], predicate })
    },
  })
}

async function sendStep(id: string, version: number, step: CircularStep): Promise<CircularRecord | null> {
  const params = { path: { id } }
  switch (step.act) {
    case 'edit': {
      const { act: _, ...words } = step
      return answer(api.PATCH('/api/circulars/{id}', { params, body: { version, ...words } }))
    }
    case 'revoke':
      return answer(
        api.POST('/api/circulars/{id}/revoke', { params, body: { version, reason: step.reason } }),
      )
    case 'remove':
      await answer(api.POST('/api/circulars/{id}/remove', { params, body: { version } }))
      return null
    default:
      return answer(api.POST(`/api/circulars/{id}/${step.act}`, { params, body: { version } }))
  }
}
