import { businessRoles, scopeOf } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  contestKeepers,
  EntryCodeCounts,
  EntryCodeWish,
  EntryCodeWithdrawal,
} from '../../../contract/index.ts'
import { contestParams as params } from '../../setup/contest-params.ts'
import { viewEntryCodes } from './entry-code.view.ts'
import { makeEntryCodes, withdrawEntryCodes } from './make-entry-codes.ts'
import { writeEntryCodes } from './write-entry-codes.ts'

export type EntryCodeServices = {
  readonly clock: Clock
  readonly secret: string
  readonly publicUrl: string | null
}

const keeping = { tags: ['contest'], access: contestKeepers, method: 'POST' } as const

/** 入场码: what units give their people to come in with. */
export function entryCodeRoutes({ clock, secret, publicUrl }: EntryCodeServices): Route[] {
  return [
    defineRoute({
      tags: ['contest'],
      access: businessRoles,
      operationId: 'readEntryCodes',
      method: 'GET',
      path: '/api/contests/:id/entry-codes',
      summary: 'How many entry codes each unit was given, and how many are used',
      audit: null,
      schema: { params, response: { 200: EntryCodeCounts } },
      handler: ({ params: { id }, read, caller }) => {
        const keeps = scopeOf(caller?.person ?? null, contestKeepers)
        return read((tx, scope) => viewEntryCodes(tx, { scope, keeps }, id))
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'makeEntryCodes',
      path: '/api/contests/:id/entry-codes',
      summary: 'Make entry codes for units, as an Excel workbook that cannot be had a second time',
      audit: 'contest.make-entry-codes',
      perMinute: 20,
      schema: { params, body: EntryCodeWish, response: sheetResponse },
      handler: async ({ params: { id }, body, act, reply }) => {
        const now = clock.now()
        const { contest, codes } = await act(id, (tx, scope, entry) =>
          makeEntryCodes(tx, scope, id, body, { secret, now, entry }),
        )
        const address = publicUrl && `${publicUrl}/play/${contest.slug}`
        return sendSheet(
          reply,
          `${contest.title}入场码${localDay(now)}.xlsx`,
          writeEntryCodes(codes, address),
        )
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'withdrawEntryCodes',
      path: '/api/contests/:id/entry-codes/withdraw',
      summary: 'Take back the entry codes of a unit and all below it that nobody plays by',
      audit: 'contest.withdraw-entry-codes',
      schema: { params, body: EntryCodeWithdrawal, response: { 200: EntryCodeCounts } },
      handler: ({ params: { id }, body, act, caller }) => {
        const keeps = scopeOf(caller?.person ?? null, contestKeepers)
        return act(id, async (tx, scope, entry) => {
          await withdrawEntryCodes(tx, scope, id, body.unitId, entry)
          return viewEntryCodes(tx, { scope, keeps }, id)
        })
      },
    }),
  ]
}
