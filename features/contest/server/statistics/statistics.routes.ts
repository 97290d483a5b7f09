import { businessRoles, type Caller, holds, type Scope, scopeOf } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  bankReaders,
  ContestAttemptPage,
  ContestAttemptsQuery,
  ContestPlayerPage,
  ContestPlayersQuery,
  ContestQuestionPage,
  ContestQuestionsQuery,
  ContestStatistics,
  ContestStatisticsQuery,
  ContestUnitPage,
  ContestUnitsQuery,
  contestKeepers,
  ExpectedNumbers,
  ExpectedOutcome,
  StatisticsExport,
} from '../../contract/index.ts'
import { getCountedContest } from './counted-contest.ts'
import { beginExport, writeExport } from './export-statistics.ts'
import { getStatistics } from './get-statistics.ts'
import { listContestAttempts } from './list-attempts.ts'
import { listContestPlayers } from './list-players.ts'
import { listContestQuestions } from './list-questions.ts'
import { listContestUnits } from './list-units.ts'
import { setExpected } from './set-expected.ts'

export const contestParams = Type.Object(
  { id: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)
export const readingContests = {
  tags: ['contests'],
  access: businessRoles,
  method: 'GET',
  audit: null,
} as const

/** 数据: what was counted of a contest. Whoever holds units of it sees those alone. */
export function statisticsRoutes({ clock }: { readonly clock: Clock }): Route[] {
  return [
    defineRoute({
      ...readingContests,
      operationId: 'getContestStatistics',
      path: '/api/contests/:id/statistics',
      summary: 'People, attempts and views of a contest by day or hour, with groups and points',
      schema: { params: contestParams, query: ContestStatisticsQuery, response: { 200: ContestStatistics } },
      handler: ({ params: { id }, query, read, caller }) =>
        read(async (tx, scope) => ({
          ...(await getStatistics(tx, scope, { id, query, now: clock.now() })),
          keeps: keeps(caller, (await getCountedContest(tx, scope, id)).path),
        })),
    }),
    defineRoute({
      ...readingContests,
      operationId: 'listContestUnits',
      path: '/api/contests/:id/statistics/units',
      summary: 'Cities or units of a contest with their people, attempts, views and participation, one page',
      schema: { params: contestParams, query: ContestUnitsQuery, response: { 200: ContestUnitPage } },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => listContestUnits(tx, scope, id, query)),
    }),
    defineRoute({
      ...readingContests,
      operationId: 'listContestQuestions',
      path: '/api/contests/:id/statistics/questions',
      summary: 'Questions of a contest with difficulty and discrimination, one page; for who holds all of it',
      schema: { params: contestParams, query: ContestQuestionsQuery, response: { 200: ContestQuestionPage } },
      handler: ({ params: { id }, query, read, caller }) =>
        read((tx, scope) =>
          listContestQuestions(tx, scope, id, { ...query, mayRead: path => readsBanks(caller, path) }),
        ),
    }),
    defineRoute({
      ...readingContests,
      operationId: 'listContestPlayers',
      path: '/api/contests/:id/players',
      summary: 'Players behind a number, by masked name, one page',
      schema: { params: contestParams, query: ContestPlayersQuery, response: { 200: ContestPlayerPage } },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => listContestPlayers(tx, scope, id, query)),
    }),
    defineRoute({
      ...readingContests,
      operationId: 'listContestAttempts',
      path: '/api/contests/:id/attempts',
      summary: 'Attempts behind a number, or those with a flag, one page',
      schema: { params: contestParams, query: ContestAttemptsQuery, response: { 200: ContestAttemptPage } },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => listContestAttempts(tx, scope, id, query)),
    }),
    defineRoute({
      tags: ['contests'],
      access: businessRoles,
      operationId: 'exportContestStatistics',
      method: 'POST',
      path: '/api/contests/:id/statistics/export',
      summary: 'A list of the numbers of a contest as an Excel workbook, as it is shown',
      audit: 'contest.export-statistics',
      schema: { params: contestParams, body: StatisticsExport, response: sheetResponse },
      handler: async ({ params: { id }, body, act, read, reply }) => {
        const list = await act(id, async (tx, scope, entry) => {
          const begun = await beginExport(tx, scope, id, body)
          entry.words = begun.contest.head.title
          entry.unitId = begun.contest.unitId
          entry.after = body
          return begun
        })
        return sendSheet(reply, `${list.name}.xlsx`, writeExport(list, body, { read, now: clock.now() }))
      },
    }),
    defineRoute({
      tags: ['contests'],
      access: contestKeepers,
      operationId: 'setExpectedPeople',
      method: 'PUT',
      path: '/api/contests/:id/expected',
      summary: 'How many people units of a contest are expected to bring; all lines are written or none',
      audit: 'contest.set-expected',
      schema: { params: contestParams, body: ExpectedNumbers, response: { 200: ExpectedOutcome } },
      handler: ({ params: { id }, body, act }) =>
        act(id, (tx, scope, entry) => setExpected(tx, scope, id, body, entry)),
    }),
  ]
}

/** Who may see what is right. */
const readsBanks = (caller: Caller | null, path: string): boolean =>
  holds(scopeOf(caller?.person ?? null, bankReaders), path)

const keeps = (caller: Caller | null, path: string): boolean =>
  holds(scopeOf(caller?.person ?? null, contestKeepers) satisfies Scope, path)
