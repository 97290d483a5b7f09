import { Problem } from '@jianbao/errors'
import { homeOf, roles } from '@jianbao/platform/access'
import { attachment, defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  actionsOfImport,
  Import,
  type ImportAction,
  ImportPage,
  ImportQuery,
  importFlow,
  importKeepers,
  importKinds,
  PersonFilter,
  personReaders,
  UnitQuery,
} from '../../contract/index.ts'
import { getNode } from '../unit.store.ts'
import { annotateImport } from './annotate-import.ts'
import { personRows, unitRows } from './export-register.ts'
import type { ImportServices } from './import.services.ts'
import { changeState, findImport, findResult, selectImports } from './import.store.ts'
import { viewImport, viewSummary } from './import.view.ts'
import { receiveImport } from './receive-import.ts'

const closed = { additionalProperties: false }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
const kindOnly = Type.Object({ kind: Type.Enum(importKinds) }, closed)
const { page: _page, pageSize: _pageSize, ...unitFilters } = UnitQuery.properties
const UnitFilter = Type.Object(unitFilters, closed)
const bookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const book = { 200: { mediaTypes: [bookType] } }
const common = { tags: ['imports'], access: importKeepers } as const
/** 20,000 people with all their columns are 2 MB. */
const limitBytes = 20 * 1024 * 1024

export function importRoutes(services: ImportServices): Route[] {
  const { clock, desk, queue, sealer } = services
  const get = async (context: Pick<Context, 'read' | 'language'>, id: string): Promise<Import> =>
    context.read(async (tx, scope) => {
      const row = await findImport(tx, scope, id)
      if (!row) throw new Problem('not-found')
      return viewImport(row, await findResult(tx, id), context.language)
    })
  const take = async (context: Context, action: ImportAction): Promise<Import> => {
    const { id } = context.params
    await context.act(id, async (tx, scope, entry) => {
      const row = await findImport(tx, scope, id, { lock: true })
      if (!row) throw new Problem('not-found')
      if (!actionsOfImport(row.state).includes(action))
        throw new Problem('not-now', {
          reason: action === 'confirm' ? '它不在等待确认。' : '它已经开始写入或者已经结束。',
        })
      const state = importFlow[action].to
      await changeState(tx, id, { state, actsFor: context.caller!.person.id }, clock.now())
      if (state === 'confirmed') await queue.send(tx, 'import-sheet', [id])
      entry.words = row.fileName
      entry.unitId = row.unitId
      entry.before = { state: row.state }
      entry.after = { state }
    })
    queue.wake('import-sheet')
    return get(context, id)
  }
  return [
    defineRoute({
      ...common,
      operationId: 'getImportTemplate',
      method: 'GET',
      path: '/api/import-template',
      summary: 'The template of a sheet of units or people, with explanations and examples',
      audit: null,
      schema: { query: kindOnly, response: book },
      handler: async ({ query: { kind }, read, reply }) => {
        const unit = await read(async (tx, scope) => getNode(tx, scope, homeOf(scope)?.unitId ?? ''))
        const bytes = await desk.do({
          task: 'write',
          kind,
          rows: null,
          unit: { code: unit.code, name: unit.name },
        })
        return sendBook(reply, `${kind === 'units' ? '单位' : '人员'}导入模板.xlsx`, bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'receiveImport',
      method: 'POST',
      path: '/api/imports',
      summary:
        'Upload a sheet; it is compared with the register, and nothing is written before it is confirmed',
      audit: 'import.receive',
      perMinute: 120,
      upload: { field: 'file' },
      schema: { query: kindOnly, response: { 201: Import } },
      handler: async ({ query: { kind }, request, reply, act, caller, ...context }) => {
        const upload = await receiveUpload(request, services.files, { field: 'file', limitBytes })
        const personId = caller!.person.id
        const id = await receiveImport(services, act, upload, { kind, personId })
        reply.status(201)
        return get(context, id)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'listImports',
      method: 'GET',
      path: '/api/imports',
      summary: 'Imports of the caller’s units, newest first',
      audit: null,
      schema: { query: ImportQuery, response: { 200: ImportPage } },
      handler: ({ query, read, language }) =>
        read(async (tx, scope) => {
          const { rows, total } = await selectImports(tx, scope, query)
          const { page = 1, pageSize = 20 } = query
          return { rows: rows.map(row => viewSummary(row, language)), total, page, pageSize }
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'getImport',
      method: 'GET',
      path: '/api/imports/:id',
      summary: 'How far an import is, what is wrong with its sheet and what it would change',
      audit: null,
      schema: { params, response: { 200: Import } },
      handler: ({ params: { id }, ...context }) => get(context, id),
    }),
    defineRoute({
      ...common,
      operationId: 'confirmImport',
      method: 'POST',
      path: '/api/imports/:id/confirm',
      summary: 'Write what was checked; in one transaction, or not at all',
      audit: 'import.confirm',
      schema: { params, response: { 200: Import } },
      handler: context => take(context, 'confirm'),
    }),
    defineRoute({
      ...common,
      operationId: 'withdrawImport',
      method: 'POST',
      path: '/api/imports/:id/withdraw',
      summary: 'Give up an import that is not being written',
      audit: 'import.withdraw',
      schema: { params, response: { 200: Import } },
      handler: context => take(context, 'withdraw'),
    }),
    defineRoute({
      ...common,
      operationId: 'downloadImport',
      method: 'POST',
      path: '/api/imports/:id/result',
      summary: 'The sheet as it was sent, with what came of each row in a column of its own',
      audit: 'import.download',
      schema: { params, response: book },
      handler: async ({ params: { id }, act, reply }) => {
        const { row, result } = await act(id, async (tx, scope, entry) => {
          const row = await findImport(tx, scope, id)
          const result = row && (await findResult(tx, id))
          if (!row?.sealedSha256 || !result) throw new Problem('not-found')
          entry.words = row.fileName
          entry.unitId = row.unitId
          return { row, result }
        })
        const bytes = await annotateImport(services, row, result)
        return sendBook(reply, `${row.fileName.replace(/\.[^.]*$/, '')}（导入结果）.xlsx`, bytes)
      },
    }),
    defineRoute({
      operationId: 'exportUnits',
      tags: ['organisation'],
      access: roles,
      method: 'POST',
      path: '/api/units/export',
      summary: 'All units of a list as a sheet of the shape that is imported',
      audit: 'unit.export',
      schema: { body: UnitFilter, response: book },
      handler: async ({ body, act, reply }) => {
        const rows = await act(null, async (tx, scope, entry) => {
          const found = await unitRows(tx, scope, body)
          entry.words = `单位 ${found.length} 行`
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendBook(reply, '单位.xlsx', await desk.do({ task: 'write', kind: 'units', rows }))
      },
    }),
    defineRoute({
      operationId: 'exportPeople',
      tags: ['people'],
      access: personReaders,
      method: 'POST',
      path: '/api/people/export',
      summary: 'All people of a list as a sheet of the shape that is imported; numbers are masked',
      audit: 'person.export',
      schema: { body: PersonFilter, response: book },
      handler: async ({ body, act, reply }) => {
        const rows = await act(null, async (tx, scope, entry) => {
          const found = await personRows(tx, scope, body, sealer)
          entry.words = `人员 ${found.length} 行`
          entry.after = { filters: body, rows: found.length }
          return found
        })
        return sendBook(reply, '人员.xlsx', await desk.do({ task: 'write', kind: 'people', rows }))
      },
    }),
  ]
}

type Context = Parameters<
  Extract<
    Parameters<typeof defineRoute<{ params: typeof params; response: { 200: typeof Import } }>>[0],
    object
  >['handler']
>[0]
type Reply = Context['reply']

function sendBook(reply: Reply, name: string, bytes: Uint8Array): Reply {
  return reply
    .type(bookType)
    .header('content-disposition', attachment(name))
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}
