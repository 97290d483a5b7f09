import { type Clock, localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import type { Mailer } from '@jianbao/platform/mail'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  OwnDigests,
  PreviewQuery,
  Reminded,
  ReminderFilter,
  ReminderPage,
  ReminderQuery,
  RemindPreview,
  RemindUnits,
} from '../../contract/index.ts'
import type { MailPlaces } from './digest-words.ts'
import { listOwnDigests, listReminders } from './list-reminders.ts'
import { previewReminders } from './preview-reminders.ts'
import { remindUnits } from './remind-units.ts'
import { reminderBook } from './reminder-book.ts'

/** As many rows as an office program opens without trouble. */
const mostRows = 30_000
const shared = {
  tags: ['ledger'],
  access: ['reporter', 'unit-lead', 'editor', 'coordinator', 'inspector'],
} as const
const ofCoordinators = { tags: ['ledger'], access: ['coordinator'] } as const

/** What people are told of, the record of it, and reminding by hand. */
export function remindRoutes({
  clock,
  mailer,
  places,
}: {
  clock: Clock
  mailer: Mailer
  places: MailPlaces
}): Route[] {
  return [
    defineRoute({
      ...shared,
      operationId: 'listReminders',
      method: 'GET',
      path: '/api/reminders',
      summary: 'What units were told of and when, newest first, one page',
      audit: null,
      schema: { query: ReminderQuery, response: { 200: ReminderPage } },
      handler: ({ query, read, caller }) =>
        read(async (tx, scope) => {
          const { page = 1, pageSize = 50 } = query
          const keeps = caller!.person.posts.some(post => post.role === 'coordinator')
          const list = await listReminders(tx, scope, query, clock.now())
          return { ...list, page, pageSize, actions: keeps ? ['export', 'preview'] : ['export'] }
        }),
    }),
    defineRoute({
      ...shared,
      operationId: 'exportReminders',
      method: 'POST',
      path: '/api/reminders/export',
      summary: 'The whole list under the filters as an Excel workbook',
      audit: 'reminder.export',
      perMinute: 20,
      schema: { body: ReminderFilter, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const { rows } = await act(null, async (tx, scope, entry) => {
          const found = await listReminders(tx, scope, { ...body, pageSize: mostRows }, clock.now())
          entry.after = { filters: body, rows: found.rows.length }
          return found
        })
        return sendSheet(reply, '催办记录.xlsx', reminderBook(rows))
      },
    }),
    defineRoute({
      tags: ['ledger'],
      access: 'signed-in',
      operationId: 'listOwnDigests',
      method: 'GET',
      path: '/api/reminders/mine',
      summary: 'What the caller was reminded of, day by day, the newest first',
      audit: null,
      schema: { response: { 200: OwnDigests } },
      handler: ({ read, caller }) => read(tx => listOwnDigests(tx, caller!.person.id)),
    }),
    defineRoute({
      ...ofCoordinators,
      operationId: 'previewReminders',
      method: 'GET',
      path: '/api/reminders/preview',
      summary: 'Who would be told of what on the next working day, as things stand, one page',
      audit: null,
      schema: { query: PreviewQuery, response: { 200: RemindPreview } },
      handler: ({ query: { page = 1, pageSize = 50 }, read }) =>
        read((tx, scope) => previewReminders(tx, scope, localDay(clock.now()), { page, pageSize })),
    }),
    defineRoute({
      ...ofCoordinators,
      operationId: 'remindUnits',
      method: 'POST',
      path: '/api/reminders/send',
      summary: 'Remind the people of units of what they have not done',
      audit: 'reminder.send',
      perMinute: 30,
      schema: { body: RemindUnits, response: { 200: Reminded } },
      handler: async ({ body, act, caller }) => {
        const { id, name } = caller!.person
        const reminded = await act(null, async (tx, scope, entry) => {
          const done = await remindUnits(tx, scope, body, {
            by: { id, name },
            now: clock.now(),
            mailer,
            places,
          })
          entry.words = body.words?.trim() || null
          entry.after = { cells: done.cells, people: done.people, unreached: done.unreached.length }
          return done
        })
        await mailer.wake()
        return reminded
      },
    }),
  ]
}
