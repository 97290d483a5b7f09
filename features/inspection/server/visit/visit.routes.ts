import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Visit, VisitPage, VisitQuery, visitedRoles } from '../../contract/index.ts'
import { stopParams as params } from '../inspection.params.ts'
import type { InspectionServices } from '../inspection.services.ts'
import { listVisits, viewVisit } from './visits.ts'

const reading = { tags: ['inspection'], access: visitedRoles, method: 'GET', audit: null } as const

export function visitRoutes({ clock }: Pick<InspectionServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listVisits',
      path: '/api/visits',
      summary: 'Visits announced to the caller’s units, and those that took place, one page',
      schema: { query: VisitQuery, response: { 200: VisitPage } },
      handler: ({ query, read }) => read((tx, scope) => listVisits(tx, scope, query, localDay(clock.now()))),
    }),
    defineRoute({
      ...reading,
      operationId: 'getVisit',
      path: '/api/visits/:id',
      summary: 'One visit with what was confirmed there; no notes, no talks, no answers',
      schema: { params, response: { 200: Visit } },
      handler: ({ params: { id }, read }) => read((tx, scope) => viewVisit(tx, scope, id)),
    }),
  ]
}
