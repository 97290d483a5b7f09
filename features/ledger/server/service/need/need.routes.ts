import { listHolders } from '@jianbao/organisation/server'
import type { Caller } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { notify } from '@jianbao/platform/notify'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  NeedAccept,
  NeedDraft,
  NeedExport,
  NeedForward,
  NeedForwarded,
  NeedMerge,
  NeedOffices,
  NeedPage,
  NeedQuery,
  NeedReason,
  NeedRecord,
  NeedTargets,
  NeedTargetsQuery,
  NeedVersion,
  needFlow,
  needKeepers,
  needReaders,
} from '../../../contract/index.ts'
import { acceptNeed, listNeedTargets } from './accept-need.ts'
import { declineNeed, forwardNeed, mergeNeed, type NeedActor, reconsiderNeed } from './act-on-need.ts'
import { registerNeed } from './ask-need.ts'
import { beginNeedExport, writeNeeds } from './export-needs.ts'
import { listNeeds } from './list-needs.ts'
import type { NeedServices } from './need.services.ts'
import { viewNeedRecord } from './need.view.ts'
import { listNeedOffices } from './need-offices.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['service'], access: needReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['service'], access: needKeepers, method: 'POST' } as const

export function needRoutes(services: NeedServices): Route[] {
  const actor = (caller: Caller | null): NeedActor => ({ person: caller!.person, now: services.clock.now() })
  return [
    defineRoute({
      ...reading,
      operationId: 'listNeeds',
      path: '/api/needs',
      summary: 'What people asked of the caller’s units, one page',
      schema: { query: NeedQuery, response: { 200: NeedPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listNeeds(tx, scope, query, caller?.person ?? null)),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      audit: 'need.export',
      operationId: 'exportNeeds',
      path: '/api/needs/export',
      summary: 'The needs of a list as an Excel workbook',
      schema: { body: NeedExport, response: sheetResponse },
      handler: async ({ body, act, read, reply }) => {
        const ids = await act(null, async (tx, scope, entry) => {
          const found = await beginNeedExport(tx, scope, body)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(reply, '诉求.xlsx', writeNeeds(ids, body, read))
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'listNeedOffices',
      path: '/api/need-offices',
      summary: 'The offices a need can be put to',
      schema: { response: { 200: NeedOffices } },
      handler: ({ read }) => read(async (tx, scope) => ({ rows: await listNeedOffices(tx, scope) })),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      audit: 'need.register',
      operationId: 'registerNeed',
      path: '/api/needs',
      summary: 'Enter a need that was heard on a visit or in an opinion',
      schema: { body: NeedDraft, response: { 201: NeedRecord } },
      handler: async ({ body, act, caller, reply }) => {
        const record = await act<NeedRecord>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await registerNeed(tx, scope, body, actor(caller), entry)
            return viewNeedRecord(tx, scope, id, caller!.person)
          },
        )
        reply.status(201)
        return record
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getNeed',
      path: '/api/needs/:id',
      summary: 'One need with its history',
      schema: { params, response: { 200: NeedRecord } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => viewNeedRecord(tx, scope, id, caller?.person ?? null)),
    }),
    defineRoute({
      ...reading,
      access: needKeepers,
      operationId: 'listNeedTargets',
      path: '/api/need-targets',
      summary: 'Ledgers and items a need may go into',
      schema: { query: NeedTargetsQuery, response: { 200: NeedTargets } },
      handler: ({ query, read }) => read((tx, scope) => listNeedTargets(tx, scope, query.q)),
    }),
    defineRoute({
      ...keeping,
      access: needFlow.accept.by,
      audit: 'need.accept',
      operationId: 'acceptNeed',
      path: '/api/needs/:id/accept',
      summary: 'Make a matter of a ledger of services of a need',
      schema: { params, body: NeedAccept, response: { 200: NeedRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await acceptNeed(services, tx, scope, { id, ...body }, actor(caller), entry)
          return viewNeedRecord(tx, scope, id, caller!.person)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'need.decline',
      operationId: 'declineNeed',
      path: '/api/needs/:id/decline',
      summary: 'Answer that a need will not be met, with the reason its asker reads',
      schema: { params, body: NeedReason, response: { 200: NeedRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await declineNeed(services, tx, scope, { id, ...body }, actor(caller), entry)
          return viewNeedRecord(tx, scope, id, caller!.person)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'need.merge',
      operationId: 'mergeNeed',
      path: '/api/needs/:id/merge',
      summary: 'Put a need to an item that does it already',
      schema: { params, body: NeedMerge, response: { 200: NeedRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await mergeNeed(tx, scope, { id, ...body }, actor(caller), entry)
          return viewNeedRecord(tx, scope, id, caller!.person)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'need.reconsider',
      operationId: 'reconsiderNeed',
      path: '/api/needs/:id/reconsider',
      summary: 'Take up a need again that was declined',
      schema: { params, body: NeedVersion, response: { 200: NeedRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await reconsiderNeed(tx, scope, { id, ...body }, actor(caller), entry)
          return viewNeedRecord(tx, scope, id, caller!.person)
        }),
    }),
    defineRoute({
      ...keeping,
      audit: 'need.forward',
      operationId: 'forwardNeed',
      path: '/api/needs/:id/forward',
      summary: 'Send a need to the unit it concerns, also one outside the caller’s units',
      schema: { params, body: NeedForward, response: { 200: NeedForwarded } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const now = services.clock.now()
          const { unitName, inScope } = await forwardNeed(tx, scope, { id, ...body }, actor(caller), entry)
          const to = (await listHolders(tx, needKeepers, body.unitId)).map(holder => holder.id)
          const link = '/needs?state=waiting'
          await notify(tx, {
            to,
            kind: 'need.forwarded',
            details: { number: entry.words ?? '' },
            link,
            at: now,
          })
          const need = inScope ? await viewNeedRecord(tx, scope, id, caller!.person) : null
          return { unitName, need }
        }),
    }),
  ]
}
