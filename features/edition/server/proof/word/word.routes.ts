import type { Caller, Scope } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { sendSheet, sheetResponse, writeSheet } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import {
  OfficeWordChange,
  OfficeWordDraft,
  OfficeWordFilters,
  OfficeWordImport,
  OfficeWordImported,
  OfficeWordPage,
  OfficeWordQuery,
  OfficeWordRow,
} from '../../../contract/index.ts'
import { editionParams as params, viewerOf } from '../../edition.routes.ts'
import type { EditionServices } from '../../edition.services.ts'
import type { Viewer } from '../../edition.store.ts'
import { addWord, changeWord, importWords, removeWord } from './keep-words.ts'
import { countWords, getWordUnit, keeps, selectWords } from './word.store.ts'

const common = { tags: ['editions'], access: ['editor'] } as const
const levelWords = { error: '错误', warn: '存疑', hint: '提示' } as const
const columns = [
  { heading: '不规范用语', width: 30 },
  { heading: '规范用语', width: 40 },
  { heading: '说明', width: 50 },
  { heading: '轻重', width: 10 },
  { heading: '单位', width: 30 },
]

/** The word list (用语规范) of an office, which goes for the units below it too. */
export function wordRoutes({ clock }: Pick<EditionServices, 'clock'>): Route[] {
  const viewer = (scope: Scope, caller: Caller | null) => viewerOf(scope, caller)
  return [
    defineRoute({
      ...common,
      operationId: 'listOfficeWords',
      method: 'GET',
      path: '/api/office-words',
      summary: 'Words an office writes in its own way, with those of the units above it',
      audit: null,
      schema: { query: OfficeWordQuery, response: { 200: OfficeWordPage } },
      handler: ({ query, read, caller }) => read((tx, scope) => listWords(tx, viewer(scope, caller), query)),
    }),
    defineRoute({
      ...common,
      operationId: 'addOfficeWord',
      method: 'POST',
      path: '/api/office-words',
      summary: 'Add a word to the list of an office',
      audit: 'word.add',
      schema: { body: OfficeWordDraft, response: { 201: OfficeWordRow } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<OfficeWordRow>(
          ({ id }) => id,
          async (tx, scope, entry) => {
            const id = await addWord(tx, viewer(scope, caller), body, clock.now(), entry)
            return getWord(tx, viewer(scope, caller), body.unitId, id)
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      ...common,
      operationId: 'changeOfficeWord',
      method: 'PATCH',
      path: '/api/office-words/:id',
      summary: 'Change a word of the list',
      audit: 'word.change',
      schema: {
        params,
        body: OfficeWordChange,
        response: { 200: Type.Object({}, { additionalProperties: false }) },
      },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await changeWord(tx, viewer(scope, caller), { id, change: body }, clock.now(), entry)
          return {}
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'removeOfficeWord',
      method: 'DELETE',
      path: '/api/office-words/:id',
      summary: 'Take a word out of the list',
      audit: 'word.remove',
      schema: { params, response: { 200: Type.Object({}, { additionalProperties: false }) } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          await removeWord(tx, viewer(scope, caller), id, entry)
          return {}
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'importOfficeWords',
      method: 'POST',
      path: '/api/office-words/import',
      summary: 'Take the rows of a sheet into the list of an office',
      audit: 'word.import',
      schema: { body: OfficeWordImport, response: { 200: OfficeWordImported } },
      handler: ({ body, act, caller }) =>
        act(null, (tx, scope, entry) => importWords(tx, viewer(scope, caller), body, clock.now(), entry)),
    }),
    defineRoute({
      ...common,
      operationId: 'exportOfficeWords',
      method: 'POST',
      path: '/api/office-words/export',
      summary: 'The word list as an Excel workbook',
      audit: 'word.export',
      perMinute: 20,
      schema: { body: OfficeWordFilters, response: sheetResponse },
      handler: async ({ body, act, caller, reply }) => {
        const rows = await act(null, async (tx, scope, entry) => {
          const asker = viewer(scope, caller)
          const unit = await getWordUnit(tx, asker, body.unit)
          const found = await selectWords(tx, asker, unit, body, sql`order by w.wrong, w.id limit 10000`)
          entry.words = `${unit.name}用语规范`
          entry.unitId = unit.id
          entry.after = { filters: body, rows: found.length }
          return found
        })
        const lines = rows.map(row => [
          row.wrong,
          row.right ?? '',
          row.reason ?? '',
          levelWords[row.level],
          row.unitName,
        ])
        const name = `用语规范 ${localDay(clock.now())}.xlsx`
        return sendSheet(reply, name, writeSheet({ name: '用语规范', columns }, lines))
      },
    }),
  ]
}

async function listWords(tx: Database, asker: Viewer, query: OfficeWordQuery): Promise<OfficeWordPage> {
  const { page = 1, pageSize = 50, sort = 'wrong', unit: asked, ...filters } = query
  const unit = await getWordUnit(tx, asker, asked)
  const order = sort === 'wrong' ? sql`w.wrong collate "C", w.id` : sql`w.updated_at desc, w.id`
  const rest = sql`order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`
  const own = asker.person.posts.filter(({ role }) => role === 'editor')
  const units = new Map([
    [unit.id, unit.name],
    ...own.map(({ unitId, unitName }) => [unitId, unitName] as const),
  ])
  return {
    rows: await selectWords(tx, asker, unit, filters, rest),
    total: await countWords(tx, unit, filters),
    ...{ page, pageSize },
    unitId: unit.id,
    unitName: unit.name,
    units: [...units].map(([id, name]) => ({ id, name })),
    actions: keeps(asker, unit.id) ? ['add', 'import'] : [],
  }
}

async function getWord(tx: Database, asker: Viewer, unitId: string, id: string): Promise<OfficeWordRow> {
  const unit = await getWordUnit(tx, asker, unitId)
  const [row] = await selectWords(tx, asker, unit, {}, sql`and w.id = ${id}`)
  return row!
}
