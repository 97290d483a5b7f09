import { businessRoles } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import type { Sealer } from '@jianbao/platform/seal'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  CertificatePage,
  CertificatesExport,
  CertificatesQuery,
  ContestAwards,
  contestKeepers,
} from '../../contract/index.ts'
import { listCertificates, readCertificates, writeCertificates } from './certificate/list-certificates.ts'
import { getHeldContest } from './contest-of-office.ts'
import { awardKeepers, viewAwards } from './list-awards.ts'
import { lotteryRoutes } from './lottery/lottery.routes.ts'
import { revealPaperKey } from './paper-key.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const nothing = Type.Object({}, closed)
const tags = ['contest']
const reading = { tags, method: 'GET', access: businessRoles, audit: null } as const

/** 证书, 公示, 抽奖 at the desk. */
export function awardRoutes({ clock, sealer }: { clock: Clock; sealer: Sealer }): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'getContestAwards',
      path: '/api/contests/:id/awards',
      summary: 'Certificates, editions of the list of results and lotteries of a contest',
      schema: { params, response: { 200: ContestAwards } },
      handler: ({ params: { id }, read, caller }) =>
        read(async (tx, scope) => viewAwards(tx, await getHeldContest(tx, scope, id), caller!.person)),
    }),
    defineRoute({
      ...reading,
      operationId: 'listCertificates',
      path: '/api/contests/:id/certificates',
      summary: 'Who may have a certificate, or who fetched it, one page',
      schema: { params, query: CertificatesQuery, response: { 200: CertificatePage } },
      handler: ({ params: { id }, query, read }) =>
        read(async (tx, scope) => listCertificates(tx, await getHeldContest(tx, scope, id), query)),
    }),
    defineRoute({
      tags,
      method: 'POST',
      access: contestKeepers,
      operationId: 'exportCertificates',
      path: '/api/contests/:id/certificates/export',
      summary: 'The same list as an Excel workbook',
      audit: 'contest.export-certificates',
      schema: { params, body: CertificatesExport, response: sheetResponse },
      handler: async ({ params: { id }, body, act, reply }) => {
        const found = await act(id, async (tx, scope, entry) => {
          const contest = await getHeldContest(tx, scope, id)
          const read = await readCertificates(tx, contest, body)
          entry.words = contest.title
          entry.after = { ...body, rows: read.rows.length }
          return { ...read, title: contest.title }
        })
        return sendSheet(reply, `${found.title}-${found.kindName}.xlsx`, writeCertificates(found.rows))
      },
    }),
    defineRoute({
      tags,
      method: 'POST',
      access: awardKeepers,
      operationId: 'revealPaperKey',
      path: '/api/contests/:id/paper-key',
      summary: 'The key papers were drawn with, for whoever redraws them; only after the close',
      audit: 'contest.reveal-key',
      schema: { params, body: nothing, response: { 200: { mediaTypes: ['application/json'] } } },
      handler: async ({ params: { id }, act, reply }) => {
        const file = await act(id, async (tx, scope, entry) => {
          const contest = await getHeldContest(tx, scope, id)
          entry.words = contest.title
          return revealPaperKey(tx, contest, sealer)
        })
        return reply
          .type('application/json; charset=utf-8')
          .header('content-disposition', attachment(`${file.title}-抽题密钥.json`))
          .header('cache-control', 'private, no-store')
          .send(`${JSON.stringify(file, null, 1)}\n`)
      },
    }),
    ...lotteryRoutes({ clock, sealer }),
  ]
}
