import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  BoundFilter,
  BoundPage,
  BoundQuery,
  campaignKeepers,
  PeriodClosing,
  PeriodOpening,
  planReaders,
  TaskDetail,
  UnitTaskList,
  UnitTaskQuery,
} from '../contract/index.ts'
import type { CampaignServices } from './campaign.services.ts'
import { exportBoundUnits } from './export-bound-units.ts'
import { getTask } from './get-task.ts'
import { listBoundUnits } from './list-bound-units.ts'
import { campaignViewerOf } from './list-campaigns.ts'
import { listUnitTasks } from './list-unit-tasks.ts'
import { closePeriod, openPeriod } from './open-period.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const reading = { tags: ['campaigns'], access: planReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['campaigns'], access: campaignKeepers, method: 'POST' } as const

/** Tasks, the units they bind, and periods opened again for one of these. */
export function taskRoutes({ clock, standings }: Omit<CampaignServices, 'files'>): Route[] {
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...reading,
      operationId: 'getTask',
      path: '/api/tasks/:id',
      summary: 'One task with its periods and whom it binds',
      schema: { params, response: { 200: TaskDetail } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getTask(tx, campaignViewerOf(scope, caller?.person), id, today())),
    }),
    defineRoute({
      ...reading,
      operationId: 'listBoundUnits',
      path: '/api/tasks/:id/units',
      summary: 'Units a task binds, one page',
      schema: { params, query: BoundQuery, response: { 200: BoundPage } },
      handler: ({ params: { id }, query, read }) =>
        read((tx, scope) => listBoundUnits(tx, scope, id, query, today())),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      operationId: 'exportBoundUnits',
      path: '/api/tasks/:id/units/export',
      summary: 'Units a task binds as an Excel workbook',
      audit: 'task.export',
      schema: { params, body: BoundFilter, response: sheetResponse },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        const { name, rows } = await act(id, async (tx, scope, entry) => {
          const task = await getTask(tx, campaignViewerOf(scope, caller?.person), id, today())
          const found = await listBoundUnits(tx, scope, id, { ...body, pageSize: 30_000 }, today())
          entry.words = task.name
          entry.after = { rows: found.total }
          return { name: task.name, rows: found.rows }
        })
        return sendSheet(reply, `${name}-单位.xlsx`, exportBoundUnits(rows))
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'openPeriod',
      path: '/api/tasks/:id/openings',
      summary: 'Let a unit report on a period that is locked, until a day',
      audit: 'task.open-period',
      schema: { params, body: PeriodOpening, response: { 204: Type.Null() } },
      handler: async ({ params: { id: taskId }, body, act, caller, reply }) => {
        const by = caller!.person
        await act(taskId, (tx, scope, entry) =>
          openPeriod(tx, scope, { taskId, by, now: clock.now() }, body, entry),
        )
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'closePeriod',
      path: '/api/tasks/:id/openings/close',
      summary: 'Lock a period of a unit again',
      audit: 'task.close-period',
      schema: { params, body: PeriodClosing, response: { 204: Type.Null() } },
      handler: async ({ params: { id: taskId }, body, act, reply }) => {
        await act(taskId, (tx, scope, entry) =>
          closePeriod(tx, scope, { taskId, now: clock.now() }, body, entry),
        )
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'listUnitTasks',
      path: '/api/unit-tasks',
      summary: 'What a unit has to do in open campaigns; the caller’s own when none is named',
      schema: { query: UnitTaskQuery, response: { 200: UnitTaskList } },
      handler: ({ query, read }) =>
        read((tx, scope) => listUnitTasks(tx, scope, { unit: query.unit, today: today(), standings })),
    }),
  ]
}
