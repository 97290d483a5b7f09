import { businessRoles } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import type { Sealer } from '@jianbao/platform/seal'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  ContestAwards,
  LotteryContribution,
  LotteryPool,
  LotteryVoid,
  LotteryWish,
  PoolQuery,
} from '../../../contract/index.ts'
import { getHeldContest } from '../contest-of-office.ts'
import { readWinners, writeWinners } from '../export-winners.ts'
import { awardKeepers, viewAwards } from '../list-awards.ts'
import { commitLottery, prepareLottery, viewPool } from './commit-lottery.ts'
import { keepLottery, reckonLottery, voidLottery } from './run-lottery.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const params = Type.Object({ id: Id }, closed)
const drawParams = Type.Object({ id: Id, drawId: Id }, closed)
const keeping = { tags: ['contest'], method: 'POST', access: awardKeepers } as const

/** 抽奖: committed to, drawn once, or void. What takes long is reckoned before the transaction, never inside. */
export function lotteryRoutes({ clock, sealer }: { clock: Clock; sealer: Sealer }): Route[] {
  return [
    defineRoute({
      tags: ['contest'],
      method: 'GET',
      access: businessRoles,
      audit: null,
      operationId: 'countLotteryPool',
      path: '/api/contests/:id/lottery-pool',
      summary: 'How many may win, on a day or in all, and what stands in the way of a draw',
      schema: { params, query: PoolQuery, response: { 200: LotteryPool } },
      handler: ({ params: { id }, query, read, language }) =>
        read(async (tx, scope) => {
          const contest = await getHeldContest(tx, scope, id)
          return viewPool(
            tx,
            contest,
            { day: query.day ?? null, again: query.again ?? false },
            clock.now(),
            language,
          )
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'commitLottery',
      path: '/api/contests/:id/lotteries',
      summary: 'Freeze who may win and publish the hash of the list and that of the secret seed',
      audit: 'contest.commit-lottery',
      schema: { params, body: LotteryWish, response: { 201: ContestAwards } },
      handler: async ({ params: { id }, body, read, act, caller, reply }) => {
        const now = clock.now()
        const contest = await read((tx, scope) => getHeldContest(tx, scope, id))
        const prepared = await prepareLottery(read, contest, body, now)
        const awards = await act(id, async (tx, scope, entry) => {
          const held = await getHeldContest(tx, scope, id)
          const by = { name: caller!.person.name, now, sealer }
          await commitLottery(tx, held, body, prepared, by, entry)
          return viewAwards(tx, held, caller!.person)
        })
        reply.status(201)
        return awards
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'runLottery',
      path: '/api/contests/:id/lotteries/:drawId/run',
      summary: 'Draw, once, with what those present called out',
      audit: 'contest.run-lottery',
      schema: { params: drawParams, body: LotteryContribution, response: { 200: ContestAwards } },
      handler: async ({ params: { id, drawId }, body, read, act, caller }) => {
        const contest = await read((tx, scope) => getHeldContest(tx, scope, id))
        const asked = { id: drawId, contribution: body.contribution }
        const drawn = await reckonLottery(read, contest, asked, sealer)
        return act(drawId, async (tx, scope, entry) => {
          const held = await getHeldContest(tx, scope, id)
          await keepLottery(tx, held, { id: drawId, version: body.version }, drawn, clock.now(), entry)
          return viewAwards(tx, held, caller!.person)
        })
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'voidLottery',
      path: '/api/contests/:id/lotteries/:drawId/void',
      summary: 'Declare a lottery void, with a reason; it stays listed and public',
      audit: 'contest.void-lottery',
      schema: { params: drawParams, body: LotteryVoid, response: { 200: ContestAwards } },
      handler: ({ params: { id, drawId }, body, act, caller }) =>
        act(drawId, async (tx, scope, entry) => {
          const held = await getHeldContest(tx, scope, id)
          await voidLottery(tx, held, { id: drawId, ...body }, clock.now(), entry)
          return viewAwards(tx, held, caller!.person)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'exportLotteryWinners',
      path: '/api/contests/:id/lotteries/:drawId/export',
      summary: 'Who won, with 参赛码, as an Excel workbook',
      audit: 'contest.export-winners',
      schema: { params: drawParams, body: Type.Object({}, closed), response: sheetResponse },
      handler: async ({ params: { id, drawId }, act, reply }) => {
        const found = await act(drawId, async (tx, scope, entry) => {
          const winners = await readWinners(tx, await getHeldContest(tx, scope, id), drawId)
          entry.words = winners.name
          entry.after = { rows: winners.rows.length }
          return winners
        })
        return sendSheet(reply, `${found.name}.xlsx`, writeWinners(found.rows))
      },
    }),
  ]
}
