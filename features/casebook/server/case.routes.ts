import { Problem } from '@jianbao/errors'
import { businessRoles, type Caller, type Scope, scopeOf } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  CaseChange,
  CaseDraft,
  CaseExport,
  CasePage,
  CaseQuery,
  CaseRecord,
  CaseSource,
  CaseSourceQuery,
  CaseSources,
  CaseSourcesQuery,
  CaseSuggestions,
  CaseVersion,
  caseDeeds,
  caseFlow,
  caseKeepers,
  SuggestWish,
} from '../contract/index.ts'
import { type CaseActor, editCase, moveCase, removeCase } from './act-on-case.ts'
import type { CaseViewer } from './case.store.ts'
import { viewCaseRecord } from './case.view.ts'
import { findSource, listSources, tellSource } from './case-source.ts'
import { beginCaseExport, writeCases } from './export-cases.ts'
import { listCases } from './list-cases.ts'
import { markCase } from './mark-case.ts'
import { suggestCases } from './suggest-cases.ts'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type CaseServices = { readonly clock: Clock }

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['casebook'], access: businessRoles, method: 'GET', audit: null } as const
const keeping = { tags: ['casebook'], access: caseKeepers } as const

/** Where the caller reads, and where they keep cases: there they see drafts. */
const viewerOf = (scope: Scope, caller: Caller | null): CaseViewer => ({
  scope,
  kept: scopeOf(caller?.person ?? null, caseKeepers),
})

export function caseRoutes({ clock }: CaseServices): Route[] {
  const actor = (caller: Caller | null): CaseActor => ({ person: caller!.person, now: clock.now() })
  return [
    defineRoute({
      ...reading,
      operationId: 'listCases',
      path: '/api/cases',
      summary: 'Cases of the caller’s units, those approved above them and those public, one page',
      schema: { query: CaseQuery, response: { 200: CasePage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listCases(tx, viewerOf(scope, caller), query, caller?.person ?? null)),
    }),
    defineRoute({
      ...keeping,
      access: businessRoles,
      operationId: 'exportCases',
      method: 'POST',
      path: '/api/cases/export',
      summary: 'The cases of a list as an Excel workbook',
      audit: 'case.export',
      schema: { body: CaseExport, response: sheetResponse },
      handler: async ({ body, act, read, caller, reply }) => {
        const ids = await act(null, async (tx, scope, entry) => {
          const found = await beginCaseExport(tx, viewerOf(scope, caller), body)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(
          reply,
          '典型案例.xlsx',
          writeCases(ids, body, read, scope => viewerOf(scope, caller)),
        )
      },
    }),
    defineRoute({
      ...reading,
      access: caseKeepers,
      operationId: 'listCaseSources',
      path: '/api/case-sources',
      summary: 'Articles or reports a case can be made of, by words of title or unit, the newest first',
      schema: { query: CaseSourcesQuery, response: { 200: CaseSources } },
      handler: ({ query, read, caller }) =>
        read(async (tx, scope) => ({
          rows: (await listSources(tx, viewerOf(scope, caller), query)).map(tellSource),
        })),
    }),
    defineRoute({
      ...reading,
      access: caseKeepers,
      operationId: 'getCaseSource',
      path: '/api/case-source',
      summary: 'One article or report as a case is made of it',
      schema: { query: CaseSourceQuery, response: { 200: CaseSource } },
      handler: ({ query, read, caller }) =>
        read(async (tx, scope) => {
          const source = await findSource(tx, viewerOf(scope, caller), query)
          if (!source) throw new Problem('not-found')
          return tellSource(source)
        }),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      unrecorded: 'it changes nothing: a text that is being written is too long for an address',
      operationId: 'suggestCases',
      path: '/api/case-suggestions',
      summary: 'The cases most like a text that is being written',
      schema: { body: SuggestWish, response: { 200: CaseSuggestions } },
      handler: ({ body: { text }, read, caller }) =>
        read((tx, scope) => suggestCases(tx, viewerOf(scope, caller), text, caller?.person ?? null)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'markCase',
      method: 'POST',
      path: '/api/cases',
      summary: 'Mark an article or a report as a case',
      audit: 'case.mark',
      schema: { body: CaseDraft, response: { 201: CaseRecord } },
      handler: async ({ body, act, caller, reply }) => {
        const record = await act<CaseRecord>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await markCase(tx, scope, body, actor(caller), entry)
            return viewCaseRecord(tx, viewerOf(scope, caller), id, caller!.person)
          },
        )
        reply.status(201)
        return record
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getCase',
      path: '/api/cases/:id',
      summary: 'One case with its source and its history',
      schema: { params, response: { 200: CaseRecord } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => viewCaseRecord(tx, viewerOf(scope, caller), id, caller?.person ?? null)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'editCase',
      method: 'PATCH',
      path: '/api/cases/:id',
      summary: 'Change title, words or tags of a case',
      audit: 'case.edit',
      schema: { params, body: CaseChange, response: { 200: CaseRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await editCase(tx, scope, { id, ...body }, actor(caller), entry)
          return viewCaseRecord(tx, viewerOf(scope, caller), id, caller!.person)
        }),
    }),
    ...caseDeeds.map(deed =>
      defineRoute({
        ...keeping,
        access: caseFlow[deed].by,
        operationId: `${deed}Case`,
        method: 'POST',
        path: `/api/cases/:id/${deed}`,
        summary: summaries[deed],
        audit: `case.${deed}`,
        schema: { params, body: CaseVersion, response: { 200: CaseRecord } },
        handler: ({ params: { id }, body, act, caller }) =>
          act(id, async (tx, scope, entry) => {
            await moveCase(tx, scope, { id, ...body }, deed, actor(caller), entry)
            return viewCaseRecord(tx, viewerOf(scope, caller), id, caller!.person)
          }),
      }),
    ),
    defineRoute({
      ...keeping,
      operationId: 'removeCase',
      method: 'POST',
      path: '/api/cases/:id/remove',
      summary: 'Remove a draft of a case',
      audit: 'case.remove',
      schema: { params, body: CaseVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, (tx, scope, entry) => removeCase(tx, scope, { id, ...body }, actor(caller), entry))
        return reply.status(204).send()
      },
    }),
  ]
}

const summaries = {
  approve: 'Approve a case: the units below see it, and it is offered while composing',
  reopen: 'Send an approved case back to draft',
  publish: 'Put a case on the public site',
  withdraw: 'Take a case off the public site',
} as const
