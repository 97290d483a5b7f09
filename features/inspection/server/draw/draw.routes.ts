import type { Caller, Scope } from '@jianbao/platform/access'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  Draw,
  DrawChange,
  DrawContribution,
  DrawDraft,
  DrawListExport,
  DrawnUnits,
  DrawPage,
  DrawPreview,
  DrawPreviewWish,
  DrawQuery,
  DrawVersion,
  DrawVoid,
  drawKeepers,
  InspectorCandidates,
  RegisterPage,
  RegisterQuery,
} from '../../contract/draw.ts'
import { publishCommitment } from './commit-draw.ts'
import type { DrawActor, DrawServices } from './draw.services.ts'
import { previewPlan, viewDrawRecord } from './draw.view.ts'
import { drawOnce, voidDraw } from './draw-once.ts'
import { getDrawnUnits } from './drawn-units.ts'
import { readDrawList, writeDrawList, writeDrawnUnits } from './export-draws.ts'
import { findHome, listCandidates } from './list-candidates.ts'
import { listDraws, listRegister } from './list-draws.ts'
import { editDraw, prepareDraw, removeDraw } from './prepare-draw.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['inspection'], access: drawKeepers } as const
const reading = { ...common, method: 'GET', audit: null } as const
const keeping = { ...common, method: 'POST' } as const

/** 随机抽查: prepared, committed to, drawn once. */
export function drawRoutes({ clock, sealer }: DrawServices): Route[] {
  const actor = (scope: Scope, caller: Caller | null): DrawActor => ({
    scope,
    person: caller!.person,
    now: clock.now(),
  })
  return [
    defineRoute({
      ...reading,
      operationId: 'listDraws',
      path: '/api/draws',
      summary: 'Random draws of the caller’s units, one page',
      schema: { query: DrawQuery, response: { 200: DrawPage } },
      handler: ({ query, read }) => read((tx, scope) => listDraws(tx, scope, query)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'exportDraws',
      path: '/api/draws/export',
      summary: 'The random draws of a list as an Excel workbook',
      audit: 'draw.export-list',
      schema: { body: DrawListExport, response: sheetResponse },
      handler: async ({ body, act, reply }) => {
        const rows = await act(null, async (tx, scope, entry) => {
          const found = await readDrawList(tx, scope, body)
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendSheet(reply, '随机抽查.xlsx', writeDrawList(rows))
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'listDrawInspectors',
      path: '/api/draw-inspectors',
      summary: 'People who may inspect: inspectors at work in the caller’s units',
      schema: { response: { 200: InspectorCandidates } },
      handler: ({ read }) =>
        read(async (tx, scope) => ({
          home: await findHome(tx, scope),
          rows: await listCandidates(tx, scope),
        })),
    }),
    defineRoute({
      ...reading,
      method: 'POST',
      unrecorded: 'it changes nothing: a plan is too long for an address',
      operationId: 'previewDraw',
      path: '/api/draw-preview',
      summary: 'What the register made of a plan would be, and what stands against committing to it',
      schema: { body: DrawPreviewWish, response: { 200: DrawPreview } },
      handler: ({ body: { plan }, read, language }) =>
        read(async (tx, scope) => {
          const { unitName } = await findHome(tx, scope)
          return previewPlan(tx, scope, { name: '随机抽查', unitName }, plan, language)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'prepareDraw',
      path: '/api/draws',
      summary: 'Prepare a random draw; sent again under the same id it is the same one',
      audit: 'draw.prepare',
      schema: { body: DrawDraft, response: { 201: Draw } },
      handler: async ({ body, act, caller, language, reply }) => {
        const record = await act(body.id, async (tx, scope, entry) => {
          const id = await prepareDraw(tx, actor(scope, caller), body, entry)
          return viewDrawRecord(tx, scope, id, language)
        })
        reply.status(201)
        return record
      },
    }),
    defineRoute({
      ...reading,
      operationId: 'getDraw',
      path: '/api/draws/:id',
      summary: 'One random draw: its plan, its commitment, its result, its history',
      schema: { params, response: { 200: Draw } },
      handler: ({ params: { id }, read, language }) =>
        read((tx, scope) => viewDrawRecord(tx, scope, id, language)),
    }),
    defineRoute({
      ...reading,
      operationId: 'listDrawRegister',
      path: '/api/draws/:id/register',
      summary: 'The frozen register of a draw, one page, those that were drawn first',
      schema: { params, query: RegisterQuery, response: { 200: RegisterPage } },
      handler: ({ params: { id }, query, read }) => read((tx, scope) => listRegister(tx, scope, id, query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getDrawnUnits',
      path: '/api/draws/:id/drawn',
      summary: 'What was drawn, with the people who inspect it, to make a tour of',
      schema: { params, response: { 200: DrawnUnits } },
      handler: ({ params: { id }, read }) => read((tx, scope) => getDrawnUnits(tx, scope, id)),
    }),
    defineRoute({
      ...keeping,
      operationId: 'exportDrawnUnits',
      path: '/api/draws/:id/export',
      summary: 'What was drawn as an Excel workbook',
      audit: 'draw.export',
      schema: { params, response: sheetResponse },
      handler: async ({ params: { id }, act, reply }) => {
        const drawn = await act(id, async (tx, scope, entry) => {
          const found = await getDrawnUnits(tx, scope, id)
          entry.words = found.name
          entry.after = { rows: found.rows.length }
          return found
        })
        return sendSheet(reply, `${drawn.name}.xlsx`, writeDrawnUnits(drawn.rows))
      },
    }),
    ...deeds(actor, { clock, sealer }),
  ]
}

/** What is done with a draw that is there. */
function deeds(actor: (scope: Scope, caller: Caller | null) => DrawActor, { sealer }: DrawServices): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'PUT',
      operationId: 'editDraw',
      path: '/api/draws/:id',
      summary: 'Change a draw that is being prepared',
      audit: 'draw.edit',
      schema: { params, body: DrawChange, response: { 200: Draw } },
      handler: ({ params: { id }, body, act, caller, language }) =>
        act(id, async (tx, scope, entry) => {
          await editDraw(tx, actor(scope, caller), { id, ...body }, entry)
          return viewDrawRecord(tx, scope, id, language)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'commitDraw',
      path: '/api/draws/:id/commit',
      summary: 'Freeze the register and publish its hash and that of the secret seed',
      audit: 'draw.commit',
      schema: { params, body: DrawVersion, response: { 200: Draw } },
      handler: ({ params: { id }, body, act, caller, language }) =>
        act(id, async (tx, scope, entry) => {
          await publishCommitment(tx, actor(scope, caller), sealer, { id, ...body }, entry)
          return viewDrawRecord(tx, scope, id, language)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'runDraw',
      path: '/api/draws/:id/draw',
      summary: 'Draw, once, with what those present called out',
      audit: 'draw.run',
      schema: { params, body: DrawContribution, response: { 200: Draw } },
      handler: ({ params: { id }, body, act, caller, language }) =>
        act(id, async (tx, scope, entry) => {
          await drawOnce(tx, actor(scope, caller), sealer, { id, ...body }, entry)
          return viewDrawRecord(tx, scope, id, language)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'voidDraw',
      path: '/api/draws/:id/void',
      summary: 'Declare a draw void, with a reason; it stays listed and public',
      audit: 'draw.void',
      schema: { params, body: DrawVoid, response: { 200: Draw } },
      handler: ({ params: { id }, body, act, caller, language }) =>
        act(id, async (tx, scope, entry) => {
          await voidDraw(tx, actor(scope, caller), { id, ...body }, entry)
          return viewDrawRecord(tx, scope, id, language)
        }),
    }),
    defineRoute({
      ...keeping,
      operationId: 'removeDraw',
      path: '/api/draws/:id/remove',
      summary: 'Remove a draw that is being prepared',
      audit: 'draw.remove',
      schema: { params, body: DrawVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, (tx, scope, entry) => removeDraw(tx, actor(scope, caller), { id, ...body }, entry))
        return reply.status(204).send()
      },
    }),
  ]
}
