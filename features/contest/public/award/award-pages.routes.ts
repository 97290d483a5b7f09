/** What players send by the pages of awards, and the files of results and draws. */
import { Readable } from 'node:stream'
import { Problem } from '@jianbao/errors'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import type { AwardServices } from '../../server/award/award.services.ts'
import { issueCertificate, ownCertificates } from '../../server/award/certificate/issue-certificate.ts'
import {
  type AwardContest,
  findAwardContest,
  findOwn,
  type OwnStanding,
} from '../../server/award/find-own.ts'
import { findDrawFile, findPublicDraw } from '../../server/award/lottery/find-public-draws.ts'
import { forCsv } from '../../server/award/result/csv-lines.ts'
import { findPublicResult, readResultFile } from '../../server/award/result/list-public-results.ts'
import { wrongCode } from './award-parts.ts'
import { viewAskForCertificate, viewOwnCertificates } from './certificate.page.ts'
import { viewAskForOwn, viewOwn } from './own-line.page.ts'

const closed = { additionalProperties: false }
const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$' })
const params = Type.Object({ slug: Slug }, closed)
const page = { mediaTypes: ['text/html'] }
const Typed = Type.Optional(Type.String({ maxLength: 200 }))
const common = { tags: ['public'], access: 'anyone', audit: null } as const
/** A class behind one address may ask at once; a program that tries codes would need longer than the sun burns. */
const asking = { ...common, method: 'POST', form: true, perMinute: 60 } as const

export function awardPageRoutes(services: AwardServices): Route[] {
  return [certificateRoute(services), ownLineRoute(services), resultFileRoute(), drawFileRoute()]
}

/** Throws `not-found` for a contest there is none of; `own` is null for every code that is nobody's. */
async function findBoth(
  { db }: AwardServices,
  slug: string,
  code: string | undefined,
): Promise<{ contest: AwardContest; own: OwnStanding | null }> {
  return db.transaction(async tx => {
    const contest = await findAwardContest(tx, slug)
    if (!contest) throw new Problem('not-found')
    return { contest, own: await findOwn(tx, contest, code ?? '') }
  })
}

function certificateRoute(services: AwardServices): Route {
  const { db, clock, press, publicUrl, showPage } = services
  return defineRoute({
    ...asking,
    unrecorded: 'players are no users here; the certificate itself is written down with its number',
    operationId: 'askForCertificate',
    path: '/contests/:slug/certificate',
    summary: 'One’s own certificates by 参赛码; with a kind, that certificate as PDF',
    schema: {
      params,
      body: Type.Object({ code: Typed, kind: Typed, name: Typed }, closed),
      response: { 200: { mediaTypes: ['text/html', 'application/pdf'] }, 422: page, 503: page },
    },
    handler: async ({ params: { slug }, body, request, reply }) => {
      const { contest, own } = await findBoth(services, slug, body.code)
      const typed = (body.code ?? '').slice(0, 40)
      if (!own) return showPage(reply, viewAskForCertificate(contest, { code: typed, fault: wrongCode }), 422)
      const rules = ownCertificates(contest, own)
      if (body.kind === undefined) return showPage(reply, viewOwnCertificates(contest, own, rules))
      const rule = rules.find(({ key }) => key === body.kind)
      if (!rule) return showPage(reply, viewOwnCertificates(contest, own, rules, notYours), 422)
      const siteUrl = publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`
      const nameShown = body.name === 'masked' ? 'masked' : 'whole'
      const wish = { rule, nameShown, siteUrl, now: clock.now() } as const
      const issued = await db.transaction(tx => issueCertificate(tx, contest, own, wish))
      try {
        const pdf = await press.set(issued.certificate, issued.issuedAt)
        return reply
          .type('application/pdf')
          .header('content-disposition', attachment(`${contest.title}-${rule.name}.pdf`))
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(pdf))
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        reply.header('retry-after', '60')
        return showPage(reply, viewOwnCertificates(contest, own, rules, error.text()), 503)
      }
    },
  })
}

const notYours = '这份证书现在还不能领取：成绩没有达到它的条件，或名次还没有公示。'

function ownLineRoute(services: AwardServices): Route {
  return defineRoute({
    ...asking,
    unrecorded:
      'it changes nothing: a code does not belong into an address, where it would be kept on the way',
    operationId: 'checkOwnResult',
    path: '/contests/:slug/check',
    summary: 'One’s own line of the results by 参赛码, with its proof, and what one won',
    schema: { params, body: Type.Object({ code: Typed }, closed), response: { 200: page, 422: page } },
    handler: async ({ params: { slug }, body, reply }) => {
      const { contest, own } = await findBoth(services, slug, body.code)
      const typed = { code: (body.code ?? '').slice(0, 40), fault: wrongCode }
      if (!own) return services.showPage(reply, viewAskForOwn(contest, typed), 422)
      return services.showPage(reply, viewOwn(contest, own, ownCertificates(contest, own).length > 0))
    },
  })
}

function resultFileRoute(): Route {
  return defineRoute({
    ...common,
    method: 'GET',
    operationId: 'downloadResults',
    path: '/contests/:slug/results/file',
    summary: 'The published results as jianbao-results/1, or as CSV to look at',
    perMinute: 30,
    schema: {
      params,
      query: Type.Object({ as: Type.Optional(Type.Literal('csv')) }, closed),
      response: { 200: { mediaTypes: ['text/tab-separated-values', 'text/csv'] } },
    },
    handler: async ({ params: { slug }, query, read, reply }) => {
      const found = await read(async tx => {
        const contest = await findAwardContest(tx, slug)
        const result = contest && (await findPublicResult(tx, contest.no))
        return result ? { contest, result } : null
      })
      if (!found) throw new Problem('not-found')
      const { contest, result } = found
      const pieces = readResultFile(read, contest.no, result.edition)
      const csv = query.as === 'csv'
      return reply
        .type(csv ? 'text/csv; charset=utf-8' : 'text/tab-separated-values; charset=utf-8')
        .header('content-disposition', attachment(`${contest.title}-成绩公示.${csv ? 'csv' : 'tsv'}`))
        .header('cache-control', 'no-cache')
        .send(Readable.from(csv ? forCsv(pieces) : pieces))
    },
  })
}

function drawFileRoute(): Route {
  return defineRoute({
    ...common,
    method: 'GET',
    operationId: 'downloadLottery',
    path: '/contests/:slug/draws/:no/file',
    summary:
      'A lottery as jianbao-draw/1: the commitment, and after the draw all that is needed to replay it',
    perMinute: 30,
    schema: {
      params: Type.Object({ slug: Slug, no: Type.Integer({ minimum: 1, maximum: 100_000 }) }, closed),
      response: { 200: { mediaTypes: ['application/json'] } },
    },
    handler: async ({ params: { slug, no }, read, reply }) => {
      const found = await read(async tx => {
        const contest = await findAwardContest(tx, slug)
        const draw = contest && (await findPublicDraw(tx, contest.id, no))
        return draw && { draw, file: await findDrawFile(tx, draw.id) }
      })
      if (!found?.file) throw new Problem('not-found')
      const name = `${found.draw.name}-${found.draw.drawnAt ? '抽奖结果' : '抽奖前承诺'}.json`
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'no-cache')
        .send(Buffer.from(found.file))
    },
  })
}
