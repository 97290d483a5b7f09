import { Problem } from '@jianbao/errors'
import type { Person, Role } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { type TSchema, Type } from 'typebox'
import {
  Report,
  ReportAdopt,
  ReportCorrect,
  type ReportDeed,
  ReportDraft,
  ReportForward,
  ReportPage,
  ReportQuery,
  ReportReason,
  ReportVersion,
  reportFlow,
} from '../contract/index.ts'
import { actOnReport, type DeedInput } from './act-on-report.ts'
import { correctReport } from './correct-report.ts'
import { getReport } from './get-report.ts'
import { listReports } from './list-reports.ts'
import { selectPhotos } from './photo/photo.store.ts'
import type { ReportServices } from './report.services.ts'
import type { Viewer } from './report.store.ts'
import { saveReport } from './save-report.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const tags = ['report']
/** Everybody who works with what units report. */
export const reportReaders = [
  'reporter',
  'unit-lead',
  'editor',
  'reviser',
  'signatory',
  'coordinator',
  'inspector',
] as const satisfies readonly Role[]

const deeds: Readonly<Record<ReportDeed, { body: TSchema; summary: string }>> = {
  send: {
    body: ReportVersion,
    summary: 'Send a report to the unit lead; one of a unit lead leaves the unit at once',
  },
  approve: { body: ReportVersion, summary: 'Sign a report: it goes to the desk above' },
  decline: { body: ReportReason, summary: 'Give a report back to its author, with a reason' },
  withdraw: { body: ReportVersion, summary: 'Take a report back that no desk has taken up' },
  remove: { body: ReportVersion, summary: 'Remove a draft' },
  accept: { body: ReportVersion, summary: 'Take a report up at the desk it lies on' },
  forward: { body: ReportForward, summary: 'Hand a report on to the desk above' },
  adopt: { body: ReportAdopt, summary: 'Adopt a report to a column, with the text as edited' },
  keep: { body: ReportVersion, summary: 'Keep a report for the record, without adopting it' },
  reopen: { body: ReportVersion, summary: 'Take a kept report back to those taken up' },
  return: { body: ReportReason, summary: 'Return a report to its unit, with a reason' },
  revoke: { body: ReportReason, summary: 'Take an adoption back, with a reason' },
}

export function reportRoutes({ clock, photos }: ReportServices): Route[] {
  const asked = (language: 'zh' | 'en') => {
    const now = clock.now()
    return { now, today: localDay(now), language }
  }
  return [
    defineRoute({
      operationId: 'listReports',
      method: 'GET',
      path: '/api/reports',
      summary: 'Reports of the caller’s units, one page',
      tags,
      access: reportReaders,
      audit: null,
      schema: { query: ReportQuery, response: { 200: ReportPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listReports(tx, { scope, person: personOf(caller) }, query, clock.now())),
    }),
    defineRoute({
      operationId: 'getReport',
      method: 'GET',
      path: '/api/reports/:id',
      summary: 'One report with its figures, photos, history and what became of it',
      tags,
      access: reportReaders,
      audit: null,
      schema: { params, response: { 200: Report } },
      handler: ({ params: { id }, read, caller, language }) =>
        read((tx, scope) => getReport(tx, { scope, person: personOf(caller) }, id, asked(language))),
    }),
    defineRoute({
      operationId: 'saveReport',
      method: 'PUT',
      path: '/api/reports/:id',
      summary: 'Save what a form holds: a new report under an id of the form’s choosing, or the next version',
      tags,
      access: reportFlow.edit.by,
      audit: null,
      unrecorded:
        'typing is no deed: the history of a report begins with it, and what is handed in is recorded',
      schema: { params, body: ReportDraft, response: { 200: Report } },
      handler: ({ params: { id }, body, act, caller, language }) =>
        act(id, async (tx, scope) => {
          const viewer: Viewer = { scope, person: personOf(caller) }
          await saveReport(tx, viewer, id, body, clock.now())
          return getReport(tx, viewer, id, asked(language))
        }),
    }),
    ...(Object.keys(deeds) as ReportDeed[])
      .filter(deed => deed !== 'remove')
      .map(deed => deedRoute(deed, asked)),
    defineRoute({
      operationId: 'correctReport',
      method: 'POST',
      path: '/api/reports/:id/correct',
      summary: 'Put figures of a report right at the desk it lies on, with a reason; its author is told',
      tags,
      access: reportFlow.correct.by,
      audit: 'report.correct',
      schema: { params, body: ReportCorrect, response: { 200: Report } },
      handler: ({ params: { id }, body: input, act, caller, language }) =>
        act(id, async (tx, scope, entry) => {
          const viewer: Viewer = { scope, person: personOf(caller) }
          await correctReport(tx, viewer, { id, input, now: clock.now() }, entry)
          return getReport(tx, viewer, id, asked(language))
        }),
    }),
    defineRoute({
      operationId: 'removeReport',
      method: 'POST',
      path: '/api/reports/:id/remove',
      summary: deeds.remove.summary,
      tags,
      access: reportFlow.remove.by,
      audit: 'report.remove',
      schema: { params, body: ReportVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, language, reply }) => {
        const shown = await act(id, async (tx, scope, entry) => {
          const viewer: Viewer = { scope, person: personOf(caller) }
          const pictures = await selectPhotos(tx, id)
          await actOnReport(tx, viewer, { id, deed: 'remove', input: body }, asked(language), entry)
          return pictures.flatMap(({ sha256, thumbSha256 }) => [sha256, thumbSha256])
        })
        await photos.sweep(shown)
        reply.status(204)
        return null
      },
    }),
  ]
}

type Asking = (language: 'zh' | 'en') => { now: Date; today: string; language: 'zh' | 'en' }

function deedRoute(deed: Exclude<ReportDeed, 'remove'>, asked: Asking): Route {
  const { body, summary } = deeds[deed]
  return defineRoute({
    operationId: `${deed}Report`,
    method: 'POST',
    path: `/api/reports/:id/${deed}`,
    summary,
    tags,
    access: reportFlow[deed].by,
    audit: `report.${deed}`,
    schema: { params, body, response: { 200: Report } },
    handler: ({ params: { id }, body: input, act, caller, language }) =>
      act(id, async (tx, scope, entry) => {
        const viewer: Viewer = { scope, person: personOf(caller) }
        await actOnReport(tx, viewer, { id, deed, input: input as DeedInput }, asked(language), entry)
        return getReport(tx, viewer, id, asked(language))
      }),
  })
}

export function personOf(caller: { readonly person: Person } | null): Person {
  if (!caller) throw new Problem('sign-in-required')
  return caller.person
}
