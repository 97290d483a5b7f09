import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { PublicRanking } from '../../contract/index.ts'
import { playing, slugParams } from '../play/play.routes.ts'
import { keepSnapshots } from './keep-snapshots.ts'
import { readPublicRanking } from './public-ranking.ts'

/** So long a ranking is believed, in milliseconds: boards are made anew about as often. */
const believedMs = 2000

/** The ranking as phones ask for it: from memory, whoever and however many ask. */
export function rankingRoutes({ db }: { readonly db: Database }): Route[] {
  const rankings = keepSnapshots<string>(believedMs)
  return [
    defineRoute({
      ...playing,
      operationId: 'readPublicRanking',
      method: 'GET',
      path: '/play/:slug/ranking',
      summary: 'Who is ahead in a contest: people by masked name, units and cities',
      audit: null,
      schema: { params: slugParams, response: { 200: PublicRanking } },
      handler: async ({ params: { slug }, reply }) => {
        const ranking = await rankings.get(slug, async () =>
          JSON.stringify(await readPublicRanking(db, slug)),
        )
        return reply
          .header('cache-control', 'public, max-age=2')
          .type('application/json; charset=utf-8')
          .serializer(String)
          .send(ranking)
      },
    }),
  ]
}
