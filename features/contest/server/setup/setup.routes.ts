import type { Caller, Scope } from '@jianbao/platform/access'
import { businessRoles } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  ContestChange,
  ContestChoices,
  ContestExport,
  ContestPage,
  ContestPreview,
  ContestQuery,
  ContestRecord,
  contestKeepers,
  FrozenQuestionPage,
  FrozenQuestionQuery,
  Kinds,
  KindsWish,
  NewContest,
} from '../../contract/index.ts'
import { viewContestRecord } from './contest.view.ts'
import { listContestChoices } from './contest-choices.ts'
import { contestParams } from './contest-params.ts'
import { deedRoutes } from './deed.routes.ts'
import { createContest, editContest } from './edit-contest.ts'
import { readContestLines, writeContestLines } from './export-contests.ts'
import { listContests } from './list-contests.ts'
import { listFrozenQuestions } from './list-frozen.ts'
import { previewPaper } from './preview-contest.ts'
import { kindsOfBanks } from './question-kinds.ts'
import type { SetupActor, SetupServices } from './setup.services.ts'

const reading = { tags: ['contest'], method: 'GET', access: businessRoles, audit: null } as const
const keeping = { tags: ['contest'], access: contestKeepers } as const

/** 竞赛的设置: contests with their rules, from the first draft to the published result. */
export function setupRoutes(services: SetupServices): Route[] {
  const { clock, providers } = services
  const actor = (scope: Scope, caller: Caller | null): SetupActor => ({
    scope,
    person: caller!.person,
    now: clock.now(),
  })
  return [
    defineRoute({
      ...reading,
      operationId: 'listContests',
      path: '/api/contests',
      summary: 'Contests of the caller’s units, and those they take part in, one page',
      schema: { query: ContestQuery, response: { 200: ContestPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listContests(tx, { scope, person: caller!.person }, query)),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      operationId: 'exportContests',
      path: '/api/contests/export',
      summary: 'The contests of a list as an Excel workbook',
      audit: 'contest.export',
      schema: { body: ContestExport, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const lines = await act(null, async (tx, scope, entry) => {
          const found = await readContestLines(tx, scope, body)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(reply, '知识竞赛.xlsx', writeContestLines(lines, body.columns))
      },
    }),
    defineRoute({
      ...reading,
      access: contestKeepers,
      operationId: 'listContestChoices',
      path: '/api/contest-choices',
      summary: 'What a contest can be made of: banks, sign-in services, templates',
      schema: { response: { 200: ContestChoices } },
      handler: ({ read }) => read((tx, scope) => listContestChoices(tx, scope, providers, clock.now())),
    }),
    defineRoute({
      ...reading,
      access: contestKeepers,
      method: 'POST',
      unrecorded: 'it changes nothing: a list of banks is too long for an address',
      operationId: 'countContestKinds',
      path: '/api/contest-kinds',
      summary: 'How many approved questions of each kind some banks hold',
      schema: { body: KindsWish, response: { 200: Kinds } },
      handler: ({ body, read }) =>
        read(async (tx, scope) => ({ rows: await kindsOfBanks(tx, scope, body.bankIds) })),
    }),
    defineRoute({
      ...keeping,
      method: 'POST',
      operationId: 'createContest',
      path: '/api/contests',
      summary: 'A new contest; sent again under the same id it is the same one',
      audit: 'contest.create',
      schema: { body: NewContest, response: { 201: ContestRecord } },
      handler: async ({ body, act, caller, reply }) => {
        const record = await act(body.id, async (tx, scope, entry) => {
          const its = actor(scope, caller)
          await createContest(tx, its, body, entry)
          return viewContestRecord(tx, its, providers, body.id)
        })
        reply.status(201)
        return record
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getContest',
      path: '/api/contests/:id',
      summary: 'One contest: its rules, what stands against opening it, its history',
      schema: { params: contestParams, response: { 200: ContestRecord } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => viewContestRecord(tx, actor(scope, caller), providers, id)),
    }),
    defineRoute({
      ...keeping,
      method: 'PUT',
      operationId: 'editContest',
      path: '/api/contests/:id',
      summary: 'Change a contest that is being set up',
      audit: 'contest.edit',
      schema: { params: contestParams, body: ContestChange, response: { 200: ContestRecord } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const its = actor(scope, caller)
          await editContest(tx, its, { id, ...body }, entry)
          return viewContestRecord(tx, its, providers, id)
        }),
    }),
    defineRoute({
      ...reading,
      access: contestKeepers,
      operationId: 'previewContest',
      path: '/api/contests/:id/preview',
      summary: 'A paper as a player would get it, with what is right',
      schema: { params: contestParams, response: { 200: ContestPreview } },
      handler: ({ params: { id }, read }) => read((tx, scope) => previewPaper(tx, scope, id)),
    }),
    defineRoute({
      ...reading,
      access: contestKeepers,
      operationId: 'listFrozenQuestions',
      path: '/api/contests/:id/questions',
      summary: 'The questions a contest was opened with, one page',
      schema: {
        params: contestParams,
        query: FrozenQuestionQuery,
        response: { 200: FrozenQuestionPage },
      },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => listFrozenQuestions(tx, scope, id, query)),
    }),
    ...deedRoutes(services, actor),
  ]
}
