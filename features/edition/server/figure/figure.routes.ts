import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import {
  EditionContent,
  EditionFigures,
  editionReaders,
  FigureAnswers,
  FigureAsks,
  FigureFactPage,
  FigureFactQuery,
  FigureRefresh,
} from '../../contract/index.ts'
import { editionParams as params, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { getEditionRow, touchEdition } from '../edition.store.ts'
import { readContent } from '../item/item.store.ts'
import { readFacts } from './figure.store.ts'
import { resolveAsk } from './figure.view.ts'
import { listFacts } from './list-facts.ts'
import { listFigures } from './list-figures.ts'
import { refreshFigures } from './refresh-figures.ts'

const common = { tags: ['editions'], access: editionReaders } as const

/** Numbers of an issue and the reports they come from. */
export function figureRoutes({ clock }: Pick<EditionServices, 'clock'>): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...common,
      operationId: 'listFigureFacts',
      method: 'GET',
      path: '/api/editions/:id/figures/sources',
      summary: 'Figures of reports a number of the issue may be made of, one page',
      audit: null,
      schema: { params, query: FigureFactQuery, response: { 200: FigureFactPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read((tx, scope) => listFacts(tx, viewerOf(scope, caller), { id, query, today: today() })),
    }),
    defineRoute({
      ...common,
      operationId: 'resolveFigures',
      method: 'POST',
      path: '/api/editions/:id/figures/resolve',
      summary: 'What numbers made of figures of reports come to',
      audit: null,
      unrecorded: 'as nothing is written: a question too long for an address',
      perMinute: 600,
      schema: { params, body: FigureAsks, response: { 200: FigureAnswers } },
      handler: ({ params: { id }, body, read, caller }) =>
        read(async (tx, scope) => {
          const viewer = viewerOf(scope, caller)
          const edition = await getEditionRow(tx, viewer, id, today())
          const facts = await readFacts(tx, viewer, edition, body.figures)
          return { figures: body.figures.map(ask => resolveAsk(ask, facts)) }
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'listEditionFigures',
      method: 'GET',
      path: '/api/editions/:id/figures',
      summary: 'All numbers of an issue: what their reports say now, and those nothing stands behind',
      audit: null,
      schema: { params, response: { 200: EditionFigures } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => listFigures(tx, viewerOf(scope, caller), { id, today: today() })),
    }),
    defineRoute({
      ...common,
      operationId: 'refreshEditionFigures',
      method: 'POST',
      path: '/api/editions/:id/figures/refresh',
      summary: 'Write what the reports say now into numbers of the issue',
      audit: 'edition.refresh-figures',
      schema: { params, body: FigureRefresh, response: { 200: EditionContent } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const now = clock.now()
          await refreshFigures(tx, viewer, { id, refresh: body, now, today: today() }, entry)
          const row = await getEditionRow(tx, viewer, id, today())
          const keys = row.columns.map(({ key }) => key)
          const version = await touchEdition(tx, id, keys, viewer.person, now)
          return { version, content: await readContent(tx, row) }
        }),
    }),
  ]
}
