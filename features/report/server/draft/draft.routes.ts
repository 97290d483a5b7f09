import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { FormQuery, ReportForm, ReportWords, reportFlow } from '../../contract/index.ts'
import { personOf, reportReaders } from '../report.routes.ts'
import type { ReportServices } from '../report.services.ts'
import { getForm, getWords } from './get-form.ts'

export function draftRoutes({ clock }: Pick<ReportServices, 'clock'>): Route[] {
  return [
    defineRoute({
      operationId: 'getReportForm',
      method: 'GET',
      path: '/api/reports/form',
      summary: 'What the form of a report needs: units, campaigns with tasks and periods, pieces asked for',
      tags: ['report'],
      access: reportFlow.edit.by,
      audit: null,
      schema: { query: FormQuery, response: { 200: ReportForm } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => getForm(tx, { scope, person: personOf(caller) }, query, localDay(clock.now()))),
    }),
    defineRoute({
      operationId: 'getReportWords',
      method: 'GET',
      path: '/api/reports/words',
      summary: 'Names of activity types, measures, columns and tasks by campaign',
      tags: ['report'],
      access: reportReaders,
      audit: null,
      schema: { response: { 200: ReportWords } },
      handler: ({ read }) => read(tx => getWords(tx)),
    }),
  ]
}
