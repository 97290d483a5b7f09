import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  EditionContent,
  EditionFigures,
  FigureAnswers,
  FigureAsk,
  FigureFactPage,
  FigureFactQuery,
  FigureRefresh,
} from '../../contract/index.ts'
import { editionKey } from '../edition.queries.ts'

export function factsQuery(id: string, query: FigureFactQuery) {
  return queryOptions({
    queryKey: [editionKey, 'facts', id, query],
    queryFn: ({ signal }): Promise<FigureFactPage> =>
      answer(api.GET('/api/editions/{id}/figures/sources', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** What one number comes to; null where its sources do not go together. */
export function resolvedQuery(id: string, ask: FigureAsk | null) {
  return queryOptions({
    queryKey: [editionKey, 'resolved', id, ask],
    queryFn: async ({ signal }) => {
      const figures = ask ? [ask] : []
      const found: FigureAnswers = await answer(
        api.POST('/api/editions/{id}/figures/resolve', {
          params: { path: { id } },
          body: { figures },
          signal,
        }),
      )
      return found.figures[0] ?? null
    },
    enabled: ask !== null && ask.sources.length > 0,
    staleTime: 30_000,
  })
}

/** Numbers of the issue as it is saved: asked anew with every version of it. */
export function figuresQuery(id: string, version: number) {
  return queryOptions({
    queryKey: [editionKey, 'figures', id, version],
    queryFn: ({ signal }): Promise<EditionFigures> =>
      answer(api.GET('/api/editions/{id}/figures', { params: { path: { id } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export const refreshFigures = (id: string, body: FigureRefresh): Promise<EditionContent> =>
  answer(api.POST('/api/editions/{id}/figures/refresh', { params: { path: { id } }, body }))
