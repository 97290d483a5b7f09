import { businessRoles } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { ContestFigure, ContestFigures, ContestScreen } from '../../contract/index.ts'
import { keepSnapshots } from './keep-snapshots.ts'
import { readScreen } from './read-screen.ts'
import { contestParams, readingContests } from './statistics.routes.ts'
import { getFigure, listFigures, takeFigure } from './take-figure.ts'

/** So long one picture serves all who look, in milliseconds. */
const believedMs = 2000

/** 大屏, and figures of a contest as they stood at a moment. */
export function screenRoutes({ clock }: { readonly clock: Clock }): Route[] {
  const pictures = keepSnapshots<ContestScreen>(believedMs)
  return [
    defineRoute({
      ...readingContests,
      operationId: 'getContestScreen',
      path: '/api/contests/:id/screen',
      summary: 'What the live screen of a contest shows; made once in two seconds, however many look',
      schema: { params: contestParams, response: { 200: ContestScreen } },
      handler: ({ params: { id }, scope, read }) =>
        // What is read hangs on the contest and the scope alone.
        pictures.get([id, scope.content, ...scope.roots.map(({ path }) => path)].join(' '), () =>
          read((tx, its) => readScreen(tx, its, id, clock.now())),
        ),
    }),
    defineRoute({
      tags: ['contests'],
      access: businessRoles,
      operationId: 'takeContestFigure',
      method: 'POST',
      path: '/api/contests/:id/figures',
      summary: 'Keep the measures of a contest as they stand, with a sentence for a text',
      audit: 'contest.take-figure',
      schema: {
        params: contestParams,
        body: Type.Object({}, { additionalProperties: false }),
        response: { 201: ContestFigure },
      },
      handler: async ({ params: { id }, act, caller, reply }) => {
        const figure = await act(id, async (tx, scope, entry) => {
          const taker = { person: caller!.person, now: clock.now() }
          return getFigure(tx, scope, await takeFigure(tx, scope, id, taker, entry))
        })
        reply.status(201)
        return figure
      },
    }),
    defineRoute({
      ...readingContests,
      operationId: 'listContestFigures',
      path: '/api/contests/:id/figures',
      summary: 'Figures of a contest that were kept, the latest first',
      schema: { params: contestParams, response: { 200: ContestFigures } },
      handler: ({ params: { id }, read }) => read((tx, scope) => listFigures(tx, scope, id)),
    }),
    defineRoute({
      ...readingContests,
      operationId: 'getContestFigure',
      path: '/api/contest-figures/:id',
      summary: 'A figure of a contest as it was kept, and what it would be now',
      schema: { params: contestParams, response: { 200: ContestFigure } },
      handler: ({ params: { id }, read }) => read((tx, scope) => getFigure(tx, scope, id)),
    }),
  ]
}
