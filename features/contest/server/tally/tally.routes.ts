import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { OwnPlace, PlaceWish } from '../../contract/index.ts'
import type { Contests } from '../play/open-contests.ts'
import { findContest, playing, slugParams } from '../play/play.routes.ts'
import { ofRun, readToken } from '../play/token.ts'
import { openPlaces } from './read-place.ts'

export function tallyRoutes({
  db,
  contests,
}: {
  readonly db: Database
  readonly contests: Contests
}): Route[] {
  const places = openPlaces({ db })
  return [
    defineRoute({
      ...playing,
      operationId: 'readOwnPlace',
      method: 'POST',
      path: '/play/:slug/place',
      summary: 'Where the player of a ticket stands: their points, and how many have more and fewer',
      audit: null,
      unrecorded: 'only reads; the ticket goes in the body, for addresses are written down on the way',
      schema: { params: slugParams, body: PlaceWish, response: { 200: OwnPlace } },
      handler: async ({ params, body, reply }) => {
        const contest = await findContest(contests, params.slug)
        const { playerNo } = ofRun(
          readToken(contest.tokenKey, body.ticket, 'ticket', contest.no),
          contest.run,
        )
        reply.header('cache-control', 'no-store')
        return { place: await places.placeOf(contest, playerNo) }
      },
    }),
  ]
}
