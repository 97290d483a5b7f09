import { Problem } from '@jianbao/errors'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  ForgetWish,
  Forgotten,
  JoinWish,
  OwnTeam,
  PhoneCodeSent,
  PhoneCodeWish,
  ShareWish,
  Sharing,
  Standing,
  StandingWish,
  TeamWish,
  UnitChoices,
} from '../../contract/index.ts'
import { findContest, playing, slugParams, unrecordedPlay } from '../play/play.routes.ts'
import { cookieOf } from './browser-cookie.ts'
import { forgetPlayer } from './forget-player.ts'
import type { IdentityServices } from './identity.services.ts'
import { joinContest } from './join-contest.ts'
import { keepUnitChoices } from './list-units.ts'
import { visitCookie } from './oauth/oauth.routes.ts'
import { sendPhoneCode } from './phone/send-phone-code.ts'
import { shareContest } from './share-contest.ts'
import { playerOf, standingOf } from './standing.ts'
import { ownTeam } from './team/own-team.ts'

const posted = { ...playing, method: 'POST', audit: null, unrecorded: unrecordedPlay } as const

/** What somebody does to play, besides playing. */
export function joinRoutes(services: IdentityServices): Route[] {
  const { contests } = services
  const choicesOf = keepUnitChoices()
  return [
    defineRoute({
      ...posted,
      operationId: 'joinContest',
      path: '/play/:slug/join',
      summary: 'Join a contest, or come in again as who one was before',
      schema: { params: slugParams, body: JoinWish, response: { 200: Standing } },
      handler: async ({ params, body, request, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        const browser = cookieOf(request.headers.cookie, visitCookie)
        return joinContest(services, contest, body, { address: request.ip, browser })
      },
    }),
    defineRoute({
      ...posted,
      operationId: 'readStanding',
      path: '/play/:slug/standing',
      summary: 'Where a player stands, fresh from the database; also by an old ticket',
      schema: { params: slugParams, body: StandingWish, response: { 200: Standing } },
      handler: async ({ params, body, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        return standingOf(services, contest, await playerOf(services, contest, body.ticket))
      },
    }),
    defineRoute({
      ...posted,
      operationId: 'sendPhoneCode',
      path: '/play/:slug/phone-code',
      summary: 'Have a one-time code sent to a phone; the same answer whoever has the number',
      schema: { params: slugParams, body: PhoneCodeWish, response: { 200: PhoneCodeSent } },
      handler: async ({ params, body, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        return sendPhoneCode(services, contest, body.phone)
      },
    }),
    defineRoute({
      ...posted,
      operationId: 'shareContest',
      path: '/play/:slug/share',
      summary: 'Note that a player passed the contest on; each of a day counts once',
      schema: { params: slugParams, body: ShareWish, response: { 200: Sharing } },
      handler: async ({ params, body, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        return shareContest(services, contest, body)
      },
    }),
    defineRoute({
      ...posted,
      operationId: 'chooseTeam',
      path: '/play/:slug/team',
      summary: 'See one’s team, make one, or join one by its code',
      schema: { params: slugParams, body: TeamWish, response: { 200: OwnTeam } },
      handler: async ({ params, body, request, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        return ownTeam(services, contest, body, request.ip)
      },
    }),
    defineRoute({
      ...posted,
      operationId: 'forgetPlayer',
      path: '/play/:slug/forget',
      summary: 'Erase what tells who a player is, at their wish; their attempts stay counted as nobody’s',
      schema: { params: slugParams, body: ForgetWish, response: { 200: Forgotten } },
      handler: async ({ params, body, request, reply }) => {
        const contest = await findContest(contests, params.slug)
        reply.header('cache-control', 'no-store')
        await forgetPlayer(services, contest, body.code, request.ip)
        return { forgotten: true as const }
      },
    }),
    defineRoute({
      ...playing,
      operationId: 'listUnitChoices',
      method: 'GET',
      path: '/play/:slug/units',
      summary: 'Units a player may choose: cities first, then what lies in one',
      audit: null,
      schema: {
        params: slugParams,
        query: Type.Object(
          { city: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) },
          { additionalProperties: false },
        ),
        response: { 200: UnitChoices, 304: Type.Null() },
      },
      handler: async ({ params, query, request, reply }) => {
        const contest = await findContest(contests, params.slug)
        const choices = choicesOf(contest, query.city ?? null)
        if (!choices) throw new Problem('not-found')
        const { body, tag } = choices
        reply.header('cache-control', 'public, max-age=300').header('etag', tag)
        if (request.headers['if-none-match'] === tag) return reply.status(304).send()
        return reply.type('application/json; charset=utf-8').serializer(String).send(body)
      },
    }),
  ]
}
