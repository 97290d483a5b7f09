/** A text or a file read for the form of a report. Nothing of it is kept. */

import type { Read } from '@jianbao/platform/access'
import { type Clock, localDay } from '@jianbao/platform/clock'
import type { FileStore } from '@jianbao/platform/files'
import { defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import type { Static } from 'typebox'
import {
  ProposalAsk,
  ProposalQuery,
  proposalTextLimit,
  ReportProposal,
  reportFlow,
  SimilarAsk,
  SimilarReports,
} from '../../contract/index.ts'
import { findSimilar } from '../find-similar.ts'
import { personOf } from '../report.routes.ts'
import type { ManuscriptReader } from './manuscript-reader.port.ts'
import { proposalWarning } from './proposal.texts.ts'
import type { ReadOptions } from './propose-report.rules.ts'
import type { Proposer } from './proposer.port.ts'
import { idsOfUnits, reportingOf } from './reporting-of.ts'

export type IntakeServices = {
  readonly clock: Clock
  readonly files: FileStore
  readonly manuscripts: ManuscriptReader
  readonly proposer: Pick<Proposer, 'propose'>
}

const fileLimitBytes = 20 * 1024 * 1024
const common = {
  method: 'POST',
  tags: ['report'],
  access: [...reportFlow.edit.by, 'editor'],
  audit: null,
  unrecorded: 'reading is no deed: nothing of it is kept',
  // A whole office may sit behind one address; the texts of all are read by one thread, in turn.
  perMinute: 300,
} as const

export function intakeRoutes({ clock, files, manuscripts, proposer }: IntakeServices): Route[] {
  const propose = async (
    read: Read,
    { text, ...subject }: Static<typeof ProposalAsk>,
    options: ReadOptions,
  ): Promise<ReportProposal> => {
    const today = localDay(clock.now())
    const reporting = await read((tx, scope) => reportingOf(tx, scope, subject, today))
    // Between two transactions: it takes a while, and the embedded database has one connection.
    const proposal = await proposer.propose(text, reporting, options)
    const paths = proposal.units.flatMap(unit => unit.unitId ?? [])
    const ids = await read(tx => idsOfUnits(tx, paths))
    const units = proposal.units.map(unit => ({ ...unit, unitId: ids.get(unit.unitId ?? '') ?? null }))
    return { ...proposal, units }
  }
  return [
    defineRoute({
      ...common,
      operationId: 'findSimilarReports',
      path: '/api/reports/similar',
      summary: 'Reports of the unit within a day of this one under nearly the same title',
      schema: { body: SimilarAsk, response: { 200: SimilarReports } },
      handler: ({ body, read, caller }) =>
        read(async (tx, scope) => ({
          similar: await findSimilar(tx, { scope, person: personOf(caller) }, body),
        })),
    }),
    defineRoute({
      ...common,
      operationId: 'proposeReport',
      path: '/api/reports/propose',
      summary: 'Read a pasted text: title, days, place, units, type and figures, each with its words',
      schema: { body: ProposalAsk, response: { 200: ReportProposal } },
      handler: ({ body, read, language }) => propose(read, body, { language }),
    }),
    defineRoute({
      ...common,
      operationId: 'proposeReportFromFile',
      path: '/api/reports/propose-file',
      summary: 'Read a Word, PDF or text file the same way',
      upload: { field: 'file' },
      schema: { query: ProposalQuery, response: { 200: ReportProposal } },
      handler: async ({ query, request, read, language }) => {
        const { fileName, file } = await receiveUpload(request, files, {
          field: 'file',
          limitBytes: fileLimitBytes,
        })
        try {
          const manuscript = await manuscripts.read({ name: fileName, load: () => file.read() })
          const { headed } = manuscript
          const codes = new Set(manuscript.warnings)
          const text = manuscript.text.slice(0, proposalTextLimit).toWellFormed()
          if (text.length < manuscript.text.length) codes.add('cut-off')
          const limit = { limit: String(proposalTextLimit) }
          const warnings = [...codes].map(code => ({ code, message: proposalWarning(code, language, limit) }))
          return await propose(read, { ...query, text }, { language, headed, warnings })
        } finally {
          await file.discard()
        }
      },
    }),
  ]
}
