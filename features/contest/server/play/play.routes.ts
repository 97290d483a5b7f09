import { Problem } from '@jianbao/errors'
import type { FileStore } from '@jianbao/platform/files'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  ContestFace,
  HandIn,
  openingAt,
  Paper,
  PaperWish,
  Result,
  rehearsalLetters,
} from '../../contract/index.ts'
import { type HandInServices, handIn } from './hand-in.ts'
import type { LiveContest } from './live-contest.ts'
import type { Contests } from './open-contests.ts'
import { keepPlayPages } from './play-page.ts'
import { startPaper } from './start-paper.ts'

export type PlayServices = HandInServices & {
  readonly contests: Contests
  /** Pictures of questions: JPEG. */
  readonly pictures: FileStore
  /** A page of the contest was delivered. */
  readonly onView: (contestNo: number, unitNo: number) => void
  /** The markup of the page a contest is played on: of the contest alone, the same for everybody. */
  readonly renderPage: (contest: LiveContest) => string
}

/** Of every route of play: strangers on phones, answered by the lean server in front. */
export const playing = { tags: ['play'], access: 'anyone', lane: 'fast' } as const
/** As `playSlug` makes it. */
const Slug = Type.String({ maxLength: 41 + rehearsalLetters })
export const slugParams = Type.Object({ slug: Slug }, { additionalProperties: false })
const pictureParams = Type.Object(
  { slug: Slug, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
)
export const unrecordedPlay =
  'what players do is kept in the log of the contest, not in the trail of the office'

/** Finds a contest by its address. Throws Problem `not-found`. */
export async function findContest(contests: Contests, slug: string): Promise<LiveContest> {
  const contest = await contests.find(slug)
  if (!contest) throw new Problem('not-found')
  return contest
}

export function playRoutes(services: PlayServices): Route[] {
  const { contests, clock, starts, pictures, onView } = services
  const pageOf = keepPlayPages(services.renderPage)
  return [
    defineRoute({
      ...playing,
      operationId: 'showPlayPage',
      method: 'GET',
      path: '/play/:slug',
      summary: 'The page a contest is played on',
      audit: null,
      schema: {
        params: slugParams,
        query: Type.Object({ u: Type.Optional(Type.String({ maxLength: 12 })) }),
        response: { 200: { mediaTypes: ['text/html'] }, 304: Type.Null() },
      },
      handler: async ({ params, query, request, reply }) => {
        const contest = await findContest(contests, params.slug)
        const unitNo = query.u === undefined ? 0 : Number(query.u)
        onView(contest.no, contest.units.has(unitNo) ? unitNo : 0)
        const { plain, gzip, brotli, tag } = pageOf(contest)
        reply.header('cache-control', 'no-cache').header('etag', tag).header('vary', 'Accept-Encoding')
        if (request.headers['if-none-match'] === tag) return reply.status(304).send()
        const taken = request.headers['accept-encoding'] ?? ''
        reply.type('text/html; charset=utf-8')
        const form = taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null
        if (form) reply.header('content-encoding', form)
        // The bytes and not the reply, whose end a promise would wait for.
        return form === 'br' ? brotli : form === 'gzip' ? gzip : plain
      },
    }),
    defineRoute({
      ...playing,
      operationId: 'readContestFace',
      method: 'GET',
      path: '/play/:slug/face',
      summary: 'Whether a contest can be played now, by the server’s clock',
      audit: null,
      schema: { params: slugParams, response: { 200: ContestFace } },
      handler: async ({ params, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        return faceOf(contest, clock.now().getTime())
      },
    }),
    defineRoute({
      ...playing,
      operationId: 'showQuestionPicture',
      method: 'GET',
      path: '/play/:slug/pictures/:sha256',
      summary: 'A picture of a question, for ever under this address',
      audit: null,
      schema: { params: pictureParams, response: { 200: { mediaTypes: ['image/jpeg'] } } },
      handler: async ({ params, reply }) => {
        const contest = await findContest(contests, params.slug)
        if (!contest.pictures.has(params.sha256)) throw new Problem('not-found')
        reply.type('image/jpeg').header('cache-control', 'public, max-age=31536000, immutable')
        return pictures.stream(params.sha256)
      },
    }),
    defineRoute({
      ...playing,
      operationId: 'startPaper',
      method: 'POST',
      path: '/play/:slug/paper',
      summary: 'Begin a paper; writes nothing',
      audit: null,
      unrecorded: unrecordedPlay,
      schema: { params: slugParams, body: PaperWish, response: { 200: Paper } },
      handler: async ({ params, body, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store').header('content-type', 'application/json; charset=utf-8')
        return startPaper(contest, starts, body, clock.now().getTime()) as never
      },
    }),
    defineRoute({
      ...playing,
      operationId: 'handInPaper',
      method: 'POST',
      path: '/play/:slug/hand-in',
      summary: 'Hand in a paper; answered when it is committed, counted once however often it is sent',
      audit: null,
      unrecorded: unrecordedPlay,
      schema: { params: slugParams, body: HandIn, response: { 200: Result } },
      handler: async ({ params, body, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        return handIn(services, contest, body)
      },
    }),
  ]
}

/** What anybody may know of a contest at a moment. */
export function faceOf(contest: LiveContest, now: number): ContestFace {
  const { rules, state, closedAt } = contest
  const over = state === 'closed' || state === 'published' || (closedAt !== null && now >= closedAt)
  const opening = openingAt(rules, null, now)
  const playable = !over && (state === 'rehearsal' || opening.open || rules.sessions.length > 0)
  return {
    slug: contest.slug,
    title: contest.title,
    unitName: contest.unitName,
    state,
    now: new Date(now).toISOString(),
    opensAt: rules.opensAt,
    closesAt: rules.closesAt,
    playable,
    nextAt: opening.open || opening.nextAt === null ? null : new Date(opening.nextAt).toISOString(),
    questionCount: contest.questionCount,
    fullScore: contest.fullScore,
  }
}
