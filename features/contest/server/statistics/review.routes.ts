import { businessRoles } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { ContestReview, contestKeepers, ReviewDecision, ReviewOutcome } from '../../contract/index.ts'
import { decideReview } from './decide-review.ts'
import { getReview } from './get-review.ts'
import { contestParams, readingContests } from './statistics.routes.ts'

/** 异常答卷: what was flagged, and what a person says of it. */
export function reviewRoutes({ clock }: { readonly clock: Clock }): Route[] {
  return [
    defineRoute({
      ...readingContests,
      access: businessRoles,
      operationId: 'getContestReview',
      path: '/api/contests/:id/review',
      summary: 'How many flagged attempts there are and how many wait, by flag and by unit',
      schema: { params: contestParams, response: { 200: ContestReview } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getReview(tx, scope, id, caller!.person)),
    }),
    defineRoute({
      tags: ['contests'],
      access: contestKeepers,
      operationId: 'decideContestReview',
      method: 'POST',
      path: '/api/contests/:id/review',
      summary: 'Say of flagged attempts that they count or that they are void, all with the same reason',
      audit: 'contest.review',
      schema: { params: contestParams, body: ReviewDecision, response: { 200: ReviewOutcome } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, (tx, scope, entry) =>
          decideReview(tx, scope, id, body, { person: caller!.person, now: clock.now() }, entry),
        ),
    }),
  ]
}
