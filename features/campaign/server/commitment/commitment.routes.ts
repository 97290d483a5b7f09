import { Problem } from '@jianbao/errors'
import { localDay } from '@jianbao/platform/clock'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  Commitment,
  CommitmentFilter,
  CommitmentIssue,
  CommitmentIssued,
  CommitmentPage,
  CommitmentQuery,
  CommitmentSignature,
  CommitmentTallies,
  campaignKeepers,
  commitmentReaders,
  commitmentSigners,
  planReaders,
} from '../../contract/index.ts'
import type { CampaignServices } from '../campaign.services.ts'
import { findCommitment, selectCommitments, signedText, summaryOf, textHash } from './commitment.store.ts'
import { exportCommitments } from './export-commitments.ts'
import { issueCommitment, remindUnsigned } from './issue-commitment.ts'
import { signCommitment } from './sign-commitment.ts'
import { tallyCommitments } from './tally-commitments.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['commitments'], access: commitmentReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['commitments'], access: campaignKeepers, method: 'POST' } as const
const mostExported = 30_000

/** Commitments: issued and reminded of by coordinators, signed by the lead of the unit itself. */
export function commitmentRoutes({ clock }: Pick<CampaignServices, 'clock'>): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...reading,
      operationId: 'listCommitments',
      path: '/api/commitments',
      summary: 'Commitments of the caller’s units, those not signed first',
      schema: { query: CommitmentQuery, response: { 200: CommitmentPage } },
      handler: ({ query, read, caller }) =>
        read(async (tx, scope) => {
          const { page = 1, pageSize = 20 } = query
          const { rows, total } = await selectCommitments(tx, scope, query, {
            today: today(),
            person: caller?.person ?? null,
          })
          return { rows: rows.map(row => summaryOf(row, caller?.person)), total, page, pageSize }
        }),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      operationId: 'exportCommitments',
      path: '/api/commitments/export',
      summary: 'The list of commitments as an Excel workbook',
      audit: 'commitment.export',
      schema: { body: CommitmentFilter, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const rows = await act(null, async (tx, scope, entry) => {
          const found = await selectCommitments(
            tx,
            scope,
            { ...body, pageSize: mostExported },
            { today: today(), person: caller?.person ?? null },
          )
          entry.after = { rows: found.rows.length }
          return found.rows
        })
        return sendSheet(reply, '责任书签署情况.xlsx', exportCommitments(rows))
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getCommitment',
      path: '/api/commitments/:id',
      summary: 'One commitment with its text',
      schema: { params, response: { 200: Commitment } },
      handler: ({ params: { id }, read, caller }) =>
        read(async (tx, scope): Promise<Commitment> => {
          const row = await findCommitment(tx, scope, id, today())
          if (!row) throw new Problem('not-found')
          const { paragraphs, signedSha256 } = row
          return { ...summaryOf(row, caller?.person), paragraphs, signedSha256, sha256: textHash(row) }
        }),
    }),
    defineRoute({
      ...reading,
      operationId: 'getCommitmentText',
      path: '/api/commitments/:id/text',
      summary: 'The text that is signed, byte by byte as its SHA-256 is reckoned',
      schema: { params, response: { 200: { mediaTypes: ['text/plain'] } } },
      handler: async ({ params: { id }, read, reply }) => {
        const row = await read((tx, scope) => findCommitment(tx, scope, id, today()))
        if (!row) throw new Problem('not-found')
        return reply
          .header('content-disposition', attachment(`${row.name}-${row.unitName}.txt`))
          .type('text/plain; charset=utf-8')
          .send(signedText(row))
      },
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      access: commitmentSigners,
      operationId: 'signCommitment',
      path: '/api/commitments/:id/sign',
      summary: 'Sign a commitment as the lead of its unit',
      audit: 'commitment.sign',
      schema: { params, body: CommitmentSignature, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        const signature = { id, ...body, by: caller!.person, now: clock.now() }
        await act(id, (tx, scope, entry) => signCommitment(tx, scope, signature, entry))
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...reading,
      access: planReaders,
      operationId: 'tallyCommitments',
      path: '/api/campaigns/:id/commitments',
      summary: 'Commitments of a campaign’s plan and how many units signed',
      schema: { params, response: { 200: CommitmentTallies } },
      handler: ({ params: { id }, read }) =>
        read(async (tx, scope) => ({ rows: await tallyCommitments(tx, scope, id, today()) })),
    }),
    ...[
      [
        'issueCommitment',
        'commitments',
        'commitment.issue',
        'Issue a commitment to the units it binds',
      ] as const,
      [
        'remindUnsigned',
        'commitments/remind',
        'commitment.remind',
        'Remind units that did not sign',
      ] as const,
    ].map(([operationId, place, audit, summary]) =>
      defineRoute({
        ...keeping,
        ...{ operationId, summary, audit },
        path: `/api/campaigns/:id/${place}`,
        schema: { params, body: CommitmentIssue, response: { 200: CommitmentIssued } },
        handler: ({ params: { id: campaignId }, body: { key }, act, caller }) =>
          act(campaignId, async (tx, scope, entry) => {
            const issue = { campaignId, key, by: caller!.person, now: clock.now() }
            const deed = operationId === 'issueCommitment' ? issueCommitment : remindUnsigned
            return { units: await deed(tx, scope, issue, entry) }
          }),
      }),
    ),
  ]
}
