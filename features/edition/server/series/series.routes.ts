import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  RecipientLines,
  RecipientReading,
  Series,
  SeriesChange,
  SeriesChoices,
  SeriesDraft,
  SeriesNumber,
  SeriesPage,
  SeriesQuery,
  SeriesSample,
  SeriesSamplePages,
  SeriesVersion,
  seriesReaders,
} from '../../contract/index.ts'
import { editionParams, viewerOf } from '../edition.routes.ts'
import type { EditionServices } from '../edition.services.ts'
import { closeSeries, removeSeries, reopenSeries, setNumber } from './act-on-series.ts'
import { changeSeries, openSeries } from './keep-series.ts'
import { listSeries, listSeriesChoices } from './list-series.ts'
import { readRecipients } from './read-recipients.ts'
import { sampleSeries } from './sample-series.ts'
import { getSeriesRow } from './series.store.ts'
import { viewSeries } from './series.view.ts'

const reading = { tags: ['series'], access: seriesReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['series'], access: ['editor'] } as const

/** Series (刊) of the caller's units: the editors of the very unit keep them. */
export function seriesRoutes({ clock, typesetting }: EditionServices): Route[] {
  const today = () => localDay(clock.now())
  const kept = () => ({ now: clock.now(), today: today() })
  return [
    defineRoute({
      ...reading,
      operationId: 'listSeries',
      path: '/api/series',
      summary: 'Series of the caller’s units, one page',
      schema: { query: SeriesQuery, response: { 200: SeriesPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listSeries(tx, viewerOf(scope, caller), query, today())),
    }),
    defineRoute({
      ...reading,
      access: ['editor'],
      operationId: 'listSeriesChoices',
      path: '/api/series-choices',
      summary: 'Units and campaigns a series can be opened for',
      schema: { response: { 200: SeriesChoices } },
      handler: ({ read, caller }) => read((tx, scope) => listSeriesChoices(tx, viewerOf(scope, caller))),
    }),
    defineRoute({
      ...reading,
      operationId: 'getSeries',
      path: '/api/series/:id',
      summary: 'One series with all its settings',
      schema: { params: editionParams, response: { 200: Series } },
      handler: ({ params: { id }, read, caller }) =>
        read(async (tx, scope) => {
          const viewer = viewerOf(scope, caller)
          return viewSeries(tx, await getSeriesRow(tx, viewer, id, today()), viewer.person)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'openSeries',
      method: 'POST',
      path: '/api/series',
      summary: 'Open a series for a unit',
      audit: 'series.open',
      schema: { body: SeriesDraft, response: { 201: Series } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<Series>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const viewer = viewerOf(scope, caller)
            const id = await openSeries(tx, viewer, body, kept(), entry)
            return viewSeries(tx, await getSeriesRow(tx, viewer, id, today()), viewer.person)
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'changeSeries',
      method: 'PUT',
      path: '/api/series/:id',
      summary: 'Save the settings of a series, whole',
      audit: 'series.change',
      schema: { params: editionParams, body: SeriesChange, response: { 200: Series } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await changeSeries(tx, viewer, { id, change: body }, kept(), entry)
          return viewSeries(tx, await getSeriesRow(tx, viewer, id, today()), viewer.person)
        }),
    }),
    ...deeds.map(({ deed, summary, run }) =>
      defineRoute({
        ...keeping,
        operationId: `${deed}Series`,
        method: 'POST',
        path: `/api/series/:id/${deed}`,
        summary,
        audit: `series.${deed}`,
        schema: { params: editionParams, body: SeriesVersion, response: { 200: Series } },
        handler: ({ params: { id }, body, act, caller }) =>
          act(id, async (tx, scope, entry) => {
            const viewer = viewerOf(scope, caller)
            await run(tx, viewer, { id, ...body, ...kept() }, entry)
            return viewSeries(tx, await getSeriesRow(tx, viewer, id, today()), viewer.person)
          }),
      }),
    ),
    defineRoute({
      ...keeping,
      operationId: 'numberSeries',
      method: 'POST',
      path: '/api/series/:id/number',
      summary: 'Set the number that is given next, with a reason',
      audit: 'series.number',
      schema: { params: editionParams, body: SeriesNumber, response: { 200: Series } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          await setNumber(tx, viewer, { id, ...body, ...kept() }, entry)
          return viewSeries(tx, await getSeriesRow(tx, viewer, id, today()), viewer.person)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'removeSeries',
      method: 'POST',
      path: '/api/series/:id/remove',
      summary: 'Remove a series that never had an issue',
      audit: 'series.remove',
      schema: { params: editionParams, body: SeriesVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, (tx, scope, entry) =>
          removeSeries(tx, viewerOf(scope, caller), { id, ...body, ...kept() }, entry),
        )
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'readRecipients',
      method: 'POST',
      path: '/api/series-recipients',
      summary: 'Recipients out of pasted lines, units recognised by their names',
      audit: null,
      unrecorded: 'reading is no deed: nothing of it is kept',
      schema: { body: RecipientLines, response: { 200: RecipientReading } },
      handler: ({ body, read }) => read(tx => readRecipients(tx, body.text)),
    }),
    defineRoute({
      ...keeping,
      access: seriesReaders,
      operationId: 'sampleSeries',
      method: 'POST',
      path: '/api/series-sample',
      summary: 'First and last page of a series as it is being set up',
      audit: null,
      unrecorded: 'looking at a page is no deed: nothing is kept',
      perMinute: 240,
      schema: { body: SeriesSample, response: { 200: SeriesSamplePages } },
      handler: ({ body, caller }) =>
        sampleSeries(typesetting, body, {
          name: `series ${caller!.person.id}`,
          asker: caller!.person.id,
          date: today(),
        }),
    }),
  ]
}

const deeds = [
  { deed: 'close', summary: 'Close a series: no new issue of it is begun', run: closeSeries },
  { deed: 'reopen', summary: 'Reopen a closed series', run: reopenSeries },
] as const
