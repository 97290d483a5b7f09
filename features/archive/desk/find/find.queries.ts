import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  EventPage,
  EventQuery,
  FigurePage,
  FigureQuery,
  FoundArticle,
  FoundArticleQuery,
  SearchPage,
  SearchQuery,
  Spread,
  Timeline,
  TimelineQuery,
  UnitList,
  UnitStory,
} from '../../contract/index.ts'
import type { Related, Suggestion } from './find.types.ts'
import type { UnitSearch } from './find-search.ts'

const key = 'find'
/** Somebody may accept a document meanwhile: after so long the page shows what it has and asks again. */
const staleTime = 15_000

/** In OpenAPI a range is a list of numbers; the contract knows that it is a pair. */
const paired = async <T>(call: Promise<unknown>): Promise<T> => (await call) as T

export const searchQuery = (query: SearchQuery) =>
  queryOptions({
    queryKey: [key, 'search', query],
    queryFn: ({ signal }) =>
      paired<SearchPage>(answer(api.GET('/api/search', { params: { query }, signal }))),
    placeholderData: keepPreviousData,
    staleTime,
  })

export function spreadQuery(search: SearchQuery) {
  const { order: _order, page: _page, pageSize: _pageSize, ...query } = search
  return queryOptions({
    queryKey: [key, 'spread', query],
    queryFn: ({ signal }): Promise<Spread> =>
      answer(api.GET('/api/search/spread', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime,
  })
}

export const suggestQuery = (q: string) =>
  queryOptions({
    queryKey: [key, 'suggest', q],
    queryFn: ({ signal }) =>
      paired<Suggestion[]>(answer(api.GET('/api/search/suggest', { params: { query: { q } }, signal }))),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime,
  })

export const articleQuery = (id: string, query: FoundArticleQuery) =>
  queryOptions({
    queryKey: [key, 'article', id, query],
    queryFn: ({ signal }) =>
      paired<FoundArticle>(
        answer(api.GET('/api/articles/{id}', { params: { path: { id }, query }, signal })),
      ),
    staleTime,
  })

export const relatedQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'related', id],
    queryFn: ({ signal }): Promise<Related[]> =>
      answer(api.GET('/api/articles/{id}/related', { params: { path: { id } }, signal })),
    staleTime,
  })

export const eventsQuery = (query: EventQuery) =>
  queryOptions({
    queryKey: [key, 'events', query],
    queryFn: ({ signal }) => paired<EventPage>(answer(api.GET('/api/events', { params: { query }, signal }))),
    placeholderData: keepPreviousData,
    staleTime,
  })

export const timelineQuery = (query: TimelineQuery) =>
  queryOptions({
    queryKey: [key, 'timeline', query],
    queryFn: ({ signal }): Promise<Timeline> =>
      answer(api.GET('/api/timeline', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime,
  })

export const unitsQuery = (query: UnitSearch) =>
  queryOptions({
    queryKey: [key, 'units', query],
    queryFn: ({ signal }): Promise<UnitList> =>
      answer(api.GET('/api/archive-units', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime,
  })

export const storyQuery = (name: string) =>
  queryOptions({
    queryKey: [key, 'story', name],
    queryFn: ({ signal }): Promise<UnitStory> =>
      answer(api.GET('/api/archive-units/{name}', { params: { path: { name } }, signal })),
    staleTime,
  })

export const figuresQuery = (query: FigureQuery) =>
  queryOptions({
    queryKey: [key, 'figures', query],
    queryFn: ({ signal }) =>
      paired<FigurePage>(answer(api.GET('/api/figures', { params: { query }, signal }))),
    placeholderData: keepPreviousData,
    staleTime,
  })

/** Names of the series there are, as the bulletin room lists them. */
export const seriesQuery = queryOptions({
  queryKey: [key, 'series'],
  queryFn: async ({ signal }): Promise<string[]> =>
    (await answer(api.GET('/api/issues', { params: { query: { pageSize: 1 } }, signal }))).seriesNames,
  staleTime,
})
