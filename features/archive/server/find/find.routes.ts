import { reviewers } from '@jianbao/bulletin/server'
import { businessRoles, type Caller, scopeOf } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  EventPage,
  EventQuery,
  FigurePage,
  FigureQuery,
  FoundArticle,
  FoundArticleQuery,
  RelatedArticles,
  SearchPage,
  SearchQuery,
  Spread,
  SpreadQuery,
  Suggestions,
  SuggestQuery,
  Timeline,
  TimelineQuery,
  UnitList,
  UnitQuery,
  UnitStory,
} from '../../contract/index.ts'
import { beginExport, writeExport } from './export-search.ts'
import { getUnitStory, listFoundUnits } from './found-units.ts'
import { getFoundArticle } from './get-found-article.ts'
import { getTimeline } from './get-timeline.ts'
import { listEvents } from './list-events.ts'
import { listFigures } from './list-figures.ts'
import { relatedArticles } from './related-articles.ts'
import { searchArticles } from './search-articles.ts'
import { spreadOfSearch } from './spread-search.ts'
import { suggestSearch } from './suggest-search.ts'

const closed = { additionalProperties: false }
const byId = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const byName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }, closed)
const common = { tags: ['find'], access: businessRoles, method: 'GET', audit: null } as const
/** Where the caller may open the documents that articles were read from. */
const opens = (caller: Caller | null) => scopeOf(caller?.person ?? null, reviewers)

export function findRoutes(): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'searchArticles',
      path: '/api/search',
      summary: 'Articles that match, one page',
      schema: { query: SearchQuery, response: { 200: SearchPage } },
      handler: ({ query, caller, read }) =>
        read((tx, scope) => searchArticles(tx, scope, query, opens(caller))),
    }),
    defineRoute({
      ...common,
      operationId: 'spreadOfSearch',
      path: '/api/search/spread',
      summary: 'How the hits of a search spread over months, columns and activity types',
      schema: { query: SpreadQuery, response: { 200: Spread } },
      handler: ({ query, read }) => read((tx, scope) => spreadOfSearch(tx, scope, query)),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      operationId: 'exportSearch',
      path: '/api/search/export',
      summary: 'All hits of a search as an Excel workbook',
      audit: 'search.export',
      schema: { body: SearchQuery, response: sheetResponse },
      handler: async ({ body, request, read, act, reply }) => {
        const found = await act(null, async (tx, scope, entry) => {
          const begun = await beginExport(tx, scope, body)
          entry.words = body.q ?? null
          entry.after = { search: body, rows: begun.ids.length }
          return begun
        })
        const origin = `${request.protocol}://${request.host}`
        return sendSheet(reply, '检索结果.xlsx', writeExport(found, read, origin))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'suggestSearch',
      path: '/api/search/suggest',
      summary: 'Units, columns, series and headlines for what is being typed',
      perMinute: 1200,
      schema: { query: SuggestQuery, response: { 200: Suggestions } },
      handler: ({ query: { q }, read }) => read((tx, scope) => suggestSearch(tx, scope, q)),
    }),
    defineRoute({
      ...common,
      operationId: 'getFoundArticle',
      path: '/api/articles/:id',
      summary: 'One article with the words of a search lit and the events read from it',
      schema: { params: byId, query: FoundArticleQuery, response: { 200: FoundArticle } },
      handler: ({ params: { id }, query, caller, read }) =>
        read((tx, scope) => getFoundArticle(tx, scope, id, query, opens(caller))),
    }),
    defineRoute({
      ...common,
      operationId: 'relatedArticles',
      path: '/api/articles/:id/related',
      summary: 'Articles that have units and rare words in common with this one',
      schema: { params: byId, response: { 200: RelatedArticles } },
      handler: ({ params: { id }, caller, read }) =>
        read((tx, scope) => relatedArticles(tx, scope, id, opens(caller))),
    }),
    defineRoute({
      ...common,
      operationId: 'listEvents',
      path: '/api/events',
      summary: 'Events of the archive, one page',
      schema: { query: EventQuery, response: { 200: EventPage } },
      handler: ({ query, caller, read }) => read((tx, scope) => listEvents(tx, scope, query, opens(caller))),
    }),
    defineRoute({
      ...common,
      operationId: 'getTimeline',
      path: '/api/timeline',
      summary: 'Events by month, type and unit',
      schema: { query: TimelineQuery, response: { 200: Timeline } },
      handler: ({ query, read }) => read((tx, scope) => getTimeline(tx, scope, query)),
    }),
    defineRoute({
      ...common,
      operationId: 'listFoundUnits',
      path: '/api/archive-units',
      summary: 'Units the archive speaks of, one page',
      schema: { query: UnitQuery, response: { 200: UnitList } },
      handler: ({ query, read }) => read((tx, scope) => listFoundUnits(tx, scope, query)),
    }),
    defineRoute({
      ...common,
      operationId: 'getUnitStory',
      path: '/api/archive-units/:name',
      summary: 'All one unit ever did',
      schema: { params: byName, response: { 200: UnitStory } },
      handler: ({ params: { name }, read }) => read((tx, scope) => getUnitStory(tx, scope, name)),
    }),
    defineRoute({
      ...common,
      operationId: 'listFigures',
      path: '/api/figures',
      summary: 'Figures by measure with the sentences they were read from, one page',
      schema: { query: FigureQuery, response: { 200: FigurePage } },
      handler: ({ query, caller, read }) => read((tx, scope) => listFigures(tx, scope, query, opens(caller))),
    }),
  ]
}
