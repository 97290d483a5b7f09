import { Problem } from '@jianbao/errors'
import type { Caller, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  AskDraft,
  AskLinks,
  ledgerReaders,
  OutcomeDraft,
  PublicationDraft,
  PublicationVersion,
  ServicePage,
  ServiceQuery,
  ServiceRecord,
  ServiceTotals,
  ServiceTotalsQuery,
  WordChoice,
} from '../../contract/index.ts'
import { publishService, withdrawService } from './item/publish-service.ts'
import { outcomeWriters, serviceKeepers } from './item/service.store.ts'
import { viewService } from './item/service.view.ts'
import { writeOutcome } from './item/write-outcome.ts'
import { askSatisfaction } from './satisfaction/ask-satisfaction.ts'
import { moderateWord } from './satisfaction/moderate-word.ts'
import { writeServiceTotals } from './totals/export-totals.ts'
import { listServices } from './totals/list-services.ts'
import { sumServices } from './totals/sum-services.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const params = Type.Object({ id: Id }, closed)
const reading = { tags: ['service'], access: ledgerReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['service'], access: serviceKeepers, method: 'POST' } as const

export function serviceRoutes({ clock }: { readonly clock: Clock }): Route[] {
  const actor = (caller: Caller | null) => ({ person: caller!.person, now: clock.now() })
  const view = (tx: Database, scope: Scope, id: string, caller: Caller | null): Promise<ServiceRecord> =>
    viewService(tx, scope, id, caller?.person ?? null)
  return [
    defineRoute({
      ...reading,
      operationId: 'listServices',
      path: '/api/services',
      summary: 'The services a figure of the totals counts, one page',
      schema: { query: ServiceQuery, response: { 200: ServicePage } },
      handler: ({ query, read }) =>
        read((tx, scope) => listServices(tx, scope, query, localDay(clock.now()))),
    }),
    defineRoute({
      ...reading,
      operationId: 'sumServices',
      path: '/api/service-totals',
      summary: 'People, money and services of the caller’s units',
      schema: { query: ServiceTotalsQuery, response: { 200: ServiceTotals } },
      handler: ({ query, read }) => read((tx, scope) => sumServices(tx, scope, query)),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      audit: 'service.export',
      operationId: 'exportServiceTotals',
      path: '/api/service-totals/export',
      summary: 'The totals as an Excel workbook',
      schema: { body: ServiceTotalsQuery, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const totals = await act(null, async (tx, scope, entry) => {
          entry.after = { filters: body }
          return sumServices(tx, scope, body)
        })
        return sendSheet(reply, '办实事汇总.xlsx', writeServiceTotals(totals))
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getService',
      path: '/api/services/:id',
      summary: 'Outcome, publication and satisfaction of one service',
      schema: { params, response: { 200: ServiceRecord } },
      handler: ({ params: { id }, read, caller }) => read((tx, scope) => view(tx, scope, id, caller)),
    }),
    defineRoute({
      ...keeping,
      access: outcomeWriters,
      audit: 'service.outcome',
      operationId: 'writeServiceOutcome',
      path: '/api/services/:id/outcome',
      summary: 'Say whom a service reached and what it cost',
      schema: { params, body: OutcomeDraft, response: { 200: ServiceRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await writeOutcome(tx, scope, { id, ...body }, actor(caller), entry)
          return view(tx, scope, id, caller)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'service.publish',
      operationId: 'publishService',
      path: '/api/services/:id/publish',
      summary: 'Put a service on the public list with words of its own, or change them there',
      schema: { params, body: PublicationDraft, response: { 200: ServiceRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await publishService(tx, scope, { id, ...body }, actor(caller), entry)
          return view(tx, scope, id, caller)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'service.withdraw',
      operationId: 'withdrawService',
      path: '/api/services/:id/withdraw',
      summary: 'Take a service off the public list',
      schema: { params, body: PublicationVersion, response: { 200: ServiceRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await withdrawService(tx, scope, { id, ...body }, actor(caller), entry)
          return view(tx, scope, id, caller)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'service.ask',
      operationId: 'askSatisfaction',
      path: '/api/services/:id/ask',
      summary: 'Links for those served, each good for one answer; told once',
      schema: { params, body: AskDraft, response: { 201: AskLinks } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        const made = await act(id, async (tx, scope, entry) => {
          const paths = await askSatisfaction(tx, scope, { id, ...body }, actor(caller), entry)
          return { paths, record: await view(tx, scope, id, caller) }
        })
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      ...keeping,
      audit: 'service.moderate',
      operationId: 'moderateServiceWord',
      path: '/api/services/:id/words/:wordId',
      summary: 'Let words of those served be read by the unit, or keep them back',
      schema: {
        params: Type.Object({ id: Id, wordId: Id }, closed),
        body: WordChoice,
        response: { 200: ServiceRecord },
      },
      handler: ({ params: { id, wordId }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          if (!caller) throw new Problem('not-found')
          await moderateWord(tx, scope, { id, wordId, ...body }, caller.person, entry)
          return view(tx, scope, id, caller)
        }),
    }),
  ]
}
