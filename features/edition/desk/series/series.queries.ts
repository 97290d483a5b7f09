import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  RecipientReading,
  Series,
  SeriesChange,
  SeriesChoices,
  SeriesDraft,
  SeriesNumber,
  SeriesPage,
  SeriesQuery,
  SeriesSample,
  SeriesSamplePages,
} from '../../contract/index.ts'

const key = 'series'

export function seriesListQuery(query: SeriesQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<SeriesPage> =>
      answer(api.GET('/api/series', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function seriesQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Series> =>
      answer(api.GET('/api/series/{id}', { params: { path: { id } }, signal })),
  })
}

export const seriesChoicesQuery = queryOptions({
  queryKey: [key, 'choices'],
  queryFn: ({ signal }): Promise<SeriesChoices> => answer(api.GET('/api/series-choices', { signal })),
})

export function sampleQuery(sample: SeriesSample) {
  return queryOptions({
    queryKey: [key, 'sample', sample],
    queryFn: ({ signal }): Promise<SeriesSamplePages> =>
      answer(api.POST('/api/series-sample', { body: sample, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export function openSeries(body: SeriesDraft): Promise<Series> {
  return answer(api.POST('/api/series', { body }))
}

export function readRecipients(text: string): Promise<RecipientReading> {
  return answer(api.POST('/api/series-recipients', { body: { text } }))
}

export type SeriesStep =
  | { readonly act: 'save'; readonly change: Omit<SeriesChange, 'version'> }
  | { readonly act: 'close' | 'reopen' | 'remove' }
  | ({ readonly act: 'number' } & Omit<SeriesNumber, 'version'>)

/** One step with a series; its page and the lists look again, also when it was refused. */
export function useSeriesStep({ id, version }: Pick<Series, 'id' | 'version'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: SeriesStep) => sendStep(id, version, step),
    onSettled: async (series, error, step) => {
      if (series) client.setQueryData([key, 'one', id], series)
      const gone = step.act === 'remove' && !error
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        queryKey[1] === 'list' || (queryKey[1] === 'one' && !gone && !series)
      await client.invalidateQueries({ queryKey: [key], predicate })
      await client.invalidateQueries({ queryKey: ['editions'] })
    },
  })
}

async function sendStep(id: string, version: number, step: SeriesStep): Promise<Series | null> {
  const params = { path: { id } }
  switch (step.act) {
    case 'save':
      return answer(api.PUT('/api/series/{id}', { params, body: { version, ...step.change } }))
    case 'number': {
      const { act: _, ...number } = step
      return answer(api.POST('/api/series/{id}/number', { params, body: { version, ...number } }))
    }
    case 'remove':
      await answer(api.POST('/api/series/{id}/remove', { params, body: { version } }))
      return null
    default:
      return answer(api.POST(`/api/series/{id}/${step.act}`, { params, body: { version } }))
  }
}
