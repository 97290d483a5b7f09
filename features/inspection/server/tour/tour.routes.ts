import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import {
  AnswerList,
  AnswerQuery,
  inspectors,
  StopMove,
  StopsDraft,
  TeamCandidates,
  TeamQuery,
  Tour,
  TourCancel,
  TourChange,
  TourDraft,
  TourExport,
  TourPage,
  TourQuery,
  TourVersion,
  tourDeeds,
} from '../../contract/index.ts'
import { beginFindingExport, writeFindings } from '../finding/export-findings.ts'
import { actorOf, stopParams as params, viewerOf } from '../inspection.params.ts'
import type { InspectionServices } from '../inspection.services.ts'
import { moveTour } from './act-on-tour.ts'
import { selectGiven, writeStops } from './export-tour.ts'
import { listAnswers, listTeamCandidates, listTours } from './list-tours.ts'
import { planDrawnTour } from './plan-drawn.ts'
import { addStops, moveStop, removeStop } from './plan-stops.ts'
import { editTour } from './plan-tour.ts'
import { viewTour } from './tour.view.ts'

const common = { tags: ['inspection'], access: inspectors } as const
const reading = { ...common, method: 'GET', audit: null } as const

export function tourRoutes({ clock }: Pick<InspectionServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...reading,
      operationId: 'listTours',
      path: '/api/tours',
      summary: 'Tours of the caller’s units and those whose team they are on, one page',
      schema: { query: TourQuery, response: { 200: TourPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listTours(tx, viewerOf(scope, caller), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'listTeamCandidates',
      path: '/api/tour-people',
      summary: 'Inspectors and coordinators of the caller’s units, who can be on a team',
      schema: { query: TeamQuery, response: { 200: TeamCandidates } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listTeamCandidates(tx, viewerOf(scope, caller), query)),
    }),
    defineRoute({
      ...common,
      operationId: 'planTour',
      method: 'POST',
      path: '/api/tours',
      summary: 'Plan a tour under an id of the form’s choosing, of what a draw brought when one is named',
      audit: 'tour.plan',
      schema: { body: TourDraft, response: { 201: Tour } },
      handler: async ({ body, act, caller, reply }) => {
        const tour = await act<Tour>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const actor = actorOf(scope, caller, clock)
            return viewTour(tx, actor, await planDrawnTour(tx, actor, body, entry))
          },
        )
        reply.status(201)
        return tour
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getTour',
      path: '/api/tours/:id',
      summary: 'One tour with its stops and what they add up to',
      schema: { params, response: { 200: Tour } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => viewTour(tx, viewerOf(scope, caller), id)),
    }),
    defineRoute({
      ...common,
      operationId: 'editTour',
      method: 'PATCH',
      path: '/api/tours/:id',
      summary: 'Change days, team, checklist or words of a tour',
      audit: 'tour.edit',
      schema: { params, body: TourChange, response: { 200: Tour } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const actor = actorOf(scope, caller, clock)
          await editTour(tx, actor, { id, ...body }, entry)
          return viewTour(tx, actor, id)
        }),
    }),
    ...([...tourDeeds, 'cancel'] as const).map(deed =>
      defineRoute({
        ...common,
        operationId: `${deed}Tour`,
        method: 'POST',
        path: `/api/tours/:id/${deed}`,
        summary: summaries[deed],
        audit: `tour.${deed}`,
        schema: { params, body: deed === 'cancel' ? TourCancel : TourVersion, response: { 200: Tour } },
        handler: ({ params: { id }, body, act, caller }) =>
          act(id, async (tx, scope, entry) => {
            const actor = actorOf(scope, caller, clock)
            await moveTour(tx, actor, { id, ...body }, deed, entry)
            return viewTour(tx, actor, id)
          }),
      }),
    ),
    defineRoute({
      ...common,
      operationId: 'addTourStops',
      method: 'POST',
      path: '/api/tours/:id/stops',
      summary: 'Add units and days to a tour',
      audit: 'tour.add-stops',
      schema: { params, body: StopsDraft, response: { 200: Tour } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const actor = actorOf(scope, caller, clock)
          await addStops(tx, actor, { tourId: id, stops: body.stops }, entry)
          return viewTour(tx, actor, id)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'moveTourStop',
      method: 'PATCH',
      path: '/api/stops/:id',
      summary: 'Move a stop to another day, or within its day',
      audit: 'tour.move-stop',
      schema: { params, body: StopMove, response: { 200: Tour } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const actor = actorOf(scope, caller, clock)
          return viewTour(tx, actor, await moveStop(tx, actor, { id, ...body }, entry))
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'removeTourStop',
      method: 'DELETE',
      path: '/api/stops/:id',
      summary: 'Take a stop off a tour, where nothing was written yet',
      audit: 'tour.remove-stop',
      schema: { params, response: { 200: Tour } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const actor = actorOf(scope, caller, clock)
          return viewTour(tx, actor, await removeStop(tx, actor, id, entry))
        }),
    }),
    defineRoute({
      ...reading,
      operationId: 'listTourAnswers',
      path: '/api/tours/:id/answers',
      summary: 'The stops where a question was answered, or answered so',
      schema: { params, query: AnswerQuery, response: { 200: AnswerList } },
      handler: ({ params: { id }, query, read, caller }) =>
        read((tx, scope) => listAnswers(tx, viewerOf(scope, caller), id, query)),
    }),
    defineRoute({
      ...common,
      operationId: 'exportTour',
      method: 'POST',
      path: '/api/tours/:id/export',
      summary: 'Stops with their answers, or the findings of a tour, as an Excel workbook',
      audit: 'tour.export',
      schema: { params, body: TourExport, response: sheetResponse },
      handler: async ({ params: { id }, body, act, read, caller, reply }) => {
        const { tour, given, ids } = await act(id, async (tx, scope, entry) => {
          const viewer = viewerOf(scope, caller)
          const found = await viewTour(tx, viewer, id)
          entry.words = found.name
          entry.unitId = found.unitId
          entry.after = { sheet: body.sheet }
          const answers = body.sheet === 'stops' ? await selectGiven(tx, id) : []
          const findings = body.sheet === 'findings' ? await beginFindingExport(tx, viewer, { tour: id }) : []
          return { tour: found, given: answers, ids: findings }
        })
        const day = localDay(clock.now())
        if (body.sheet === 'stops')
          return sendSheet(reply, `${tour.name}-站点-${day}.xlsx`, writeStops(tour, given))
        const book = writeFindings(ids, {}, read, scope => viewerOf(scope, caller))
        return sendSheet(reply, `${tour.name}-问题-${day}.xlsx`, book)
      },
    }),
  ]
}

const summaries = {
  open: 'Send a tour out: its team works, and the units hear of it unless it comes unannounced',
  finish: 'End a tour whose checks have all ended',
  reopen: 'Go on with a tour that was ended',
  cancel: 'Cancel a tour with a reason',
} as const
