import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import type { Static, TSchema } from 'typebox'
import {
  type InboxDeed,
  InboxDone,
  InboxMany,
  InboxManyAdopt,
  InboxManyForward,
  InboxManyReturn,
  inboxDeeds,
  reportFlow,
} from '../../contract/index.ts'
import type { DeedInput } from '../act-on-report.ts'
import { personOf } from '../report.routes.ts'
import type { ReportServices } from '../report.services.ts'
import { actOnMany } from './act-on-many.ts'

const deeds: Readonly<Record<InboxDeed, { body: TSchema; summary: string }>> = {
  accept: { body: InboxMany, summary: 'Take several reports up; those that cannot be are named' },
  adopt: { body: InboxManyAdopt, summary: 'Adopt several reports to one column, as they are' },
  keep: { body: InboxMany, summary: 'Keep several reports for the record' },
  return: { body: InboxManyReturn, summary: 'Return several reports with one reason' },
  forward: { body: InboxManyForward, summary: 'Hand several reports on to the desk above' },
}

/** A deed done to many at once: in the trail each report has its own entry. */
export function manyRoutes({ clock }: Pick<ReportServices, 'clock'>): Route[] {
  return inboxDeeds.map(deed => {
    const { body: shape, summary } = deeds[deed]
    return defineRoute({
      operationId: `${deed}Reports`,
      method: 'POST',
      path: `/api/inbox/${deed}`,
      summary,
      tags: ['inbox'],
      access: reportFlow[deed].by,
      audit: `report.${deed}`,
      schema: { body: shape, response: { 200: InboxDone } },
      handler: ({ body, act, caller, language }) => {
        const { reports, ...input } = body as Static<typeof InboxMany> & Omit<DeedInput, 'version'>
        const now = clock.now()
        return actOnMany(
          act,
          personOf(caller),
          { deed, reports, input },
          { now, today: localDay(now), language },
        )
      },
    })
  })
}
