import { homeOf, scopeOf } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  Account,
  AccountList,
  AccountListQuery,
  AccountQuery,
  RankingFilter,
  RankingPage,
  RankingQuery,
  ScoredCampaigns,
  scoreReaders,
  scoreRecounters,
  scoreRegistrars,
} from '../../contract/index.ts'
import { accountBook, rankingBook } from '../score-book.ts'
import { periodWords } from '../score-words.ts'
import type { ScoringServices } from '../scoring.services.ts'
import { getAccount, listCountedBy } from './get-account.ts'
import { listRanking } from './list-ranking.ts'
import { getScoredCampaign, listScoredCampaigns } from './scored-campaigns.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const reading = { tags: ['scoring'], access: scoreReaders, method: 'GET', audit: null } as const
/** As many rows as a sheet takes. */
const mostExported = 30_000

export function rankingRoutes({ clock }: ScoringServices): Route[] {
  const today = (): string => localDay(clock.now())
  return [
    defineRoute({
      ...reading,
      operationId: 'listScoredCampaigns',
      path: '/api/scoring/campaigns',
      summary: 'Campaigns that score, with their rules in all versions',
      schema: { response: { 200: ScoredCampaigns } },
      handler: ({ read, scope, caller }) =>
        read(async tx => ({
          today: today(),
          campaigns: await listScoredCampaigns(tx),
          own: await nameRoots(
            tx,
            scope.roots.map(root => root.unitId),
          ),
          mayRegister: homeOf(scopeOf(caller?.person ?? null, scoreRegistrars)) !== null,
          mayRecount: homeOf(scopeOf(caller?.person ?? null, scoreRecounters)) !== null,
        })),
    }),
    defineRoute({
      ...reading,
      operationId: 'listRanking',
      path: '/api/scoring/ranking',
      summary: 'Units of the caller ranked by points in a period, one page',
      schema: { query: RankingQuery, response: { 200: RankingPage } },
      handler: ({ query, read }) => read((tx, scope) => listRanking(tx, scope, query, today())),
    }),
    defineRoute({
      operationId: 'exportRanking',
      method: 'POST',
      path: '/api/scoring/ranking/export',
      summary: 'The ranking as a sheet, all of its units',
      tags: ['scoring'],
      access: scoreReaders,
      audit: 'score.export',
      schema: { body: RankingFilter, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const [name, page] = await act(body.campaign, async (tx, scope, entry) => {
          const campaign = await getScoredCampaign(tx, body.campaign)
          entry.words = `${campaign.name} ${periodWords(body.period)}`
          const wish = { ...body, page: 1, pageSize: mostExported }
          return [campaign.name, await listRanking(tx, scope, wish, today())] as const
        })
        const title = `${name}采用计分 ${periodWords(body.period)}`
        return sendSheet(reply, `${title}.xlsx`, rankingBook(page, periodWords(body.period)))
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getScoreAccount',
      path: '/api/scoring/accounts/:id',
      summary: 'The points of one unit, line by line',
      schema: { params, query: AccountQuery, response: { 200: Account } },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => getAccount(tx, scope, id, query, today())),
    }),
    defineRoute({
      ...reading,
      operationId: 'listScoreAccount',
      path: '/api/scoring/accounts/:id/list',
      summary: 'What a figure of a unit counts',
      schema: { params, query: AccountListQuery, response: { 200: AccountList } },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => listCountedBy(tx, scope, id, query, today())),
    }),
    defineRoute({
      operationId: 'exportScoreAccount',
      method: 'POST',
      path: '/api/scoring/accounts/:id/export',
      summary: 'The points of one unit as a sheet',
      tags: ['scoring'],
      access: scoreReaders,
      audit: 'score.export-unit',
      schema: { params, body: AccountQuery, response: sheetResponse },
      handler: async ({ params: { id }, body, act, reply }) => {
        const account = await act(id, async (tx, scope, entry) => {
          const found = await getAccount(tx, scope, id, body, today())
          entry.words = `${found.unit.unitName} ${periodWords(body.period)}`
          entry.unitId = id
          return found
        })
        const title = `${account.unit.unitName}采用计分 ${periodWords(body.period)}`
        return sendSheet(reply, `${title}.xlsx`, accountBook(account))
      },
    }),
    defineRoute({
      operationId: 'recountScores',
      method: 'POST',
      path: '/api/scoring/recount',
      summary: 'Reckon the points of all units of the caller anew',
      tags: ['scoring'],
      access: scoreRecounters,
      audit: 'score.recount',
      schema: {
        body: Type.Object({}, closed),
        response: { 200: Type.Object({ units: Type.Integer() }, closed) },
      },
      handler: ({ act }) =>
        act(null, async (tx, scope) => {
          const ids = await idsBelow(
            tx,
            scope.roots.map(root => root.path),
          )
          // The list of what is due is the program's own; it holds nothing but ids of units the caller has.
          await withRole(tx, 'owner', () =>
            tx.execute(sql`insert into score_due (unit_id)
              select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`),
          )
          return { units: ids.length }
        }),
    }),
  ]
}

async function idsBelow(tx: Database, paths: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from unit u where exists (select from jsonb_array_elements_text(${JSON.stringify(paths)}::jsonb) p
      where starts_with(u.path, p))`,
  )
  return rows.map(row => row.id)
}

/** Of the units somebody stands in those that are scored. */
async function nameRoots(tx: Database, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (!ids.length) return []
  return rowsOf(
    tx,
    sql`select u.id, u.name from unit u where u.id in ${[...ids]}
      and exists (select from score_unit s where s.unit_id = u.id) order by u.path`,
  )
}
