import { Problem } from '@jianbao/errors'
import { defineRoute, type Route } from '@jianbao/platform/http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findContest, playing, slugParams } from '../../play/play.routes.ts'
import { cookieOf } from '../browser-cookie.ts'
import type { IdentityServices } from '../identity.services.ts'
import { backPath, beginVisit, finishVisit, visitForMs } from './visit-account.ts'

export const visitCookie = 'jianbao_play'

/** To an account elsewhere and back. Neither writes anything: what is known meanwhile the browser carries, sealed. */
export function oauthRoutes(services: IdentityServices): Route[] {
  const { contests, publicUrl } = services
  const secure = publicUrl?.startsWith('https:') ? '; Secure' : ''
  const keep = (reply: FastifyReply, value: string): FastifyReply =>
    reply
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header(
        'set-cookie',
        `${visitCookie}=${value}; Path=/play; HttpOnly; SameSite=Lax; Max-Age=${value ? (2 * visitForMs) / 1000 : 0}${secure}`,
      )
  return [
    defineRoute({
      ...playing,
      operationId: 'visitAccount',
      method: 'GET',
      path: '/play/:slug/oauth',
      summary: 'Go to the account elsewhere that a contest is played by',
      audit: null,
      schema: { params: slugParams, response: { 302: Type.Null() } },
      handler: async ({ params, request, reply }) => {
        const contest = await findContest(contests, params.slug)
        const visit = await beginVisit(services, contest, request.headers['user-agent'] ?? '')
        if (!visit) throw new Problem('not-found')
        return keep(reply, visit.cookie).redirect(visit.to)
      },
    }),
    defineRoute({
      ...playing,
      operationId: 'returnFromAccount',
      method: 'GET',
      path: backPath,
      summary: 'Come back from the account elsewhere, to the page of the contest with a grant',
      audit: null,
      schema: {
        // What else an account's server adds is its own.
        query: Type.Object(
          { state: Type.Optional(Type.String({ maxLength: 4000 })) },
          { additionalProperties: true },
        ),
        response: { 302: Type.Null() },
      },
      handler: async ({ request, reply }) => {
        const page = await finishVisit(
          services,
          searchOf(request),
          cookieOf(request.headers.cookie, visitCookie),
        )
        if (!page) throw new Problem('grant-lapsed')
        return reply
          .header('cache-control', 'no-store')
          .header('referrer-policy', 'no-referrer')
          .redirect(page)
      },
    }),
  ]
}

function searchOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}
