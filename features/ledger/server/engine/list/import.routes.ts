import { createHash } from 'node:crypto'
import { type SheetProblem, sheetProblemLine } from '@jianbao/organisation/contract'
import type { ReadSheet, RowResult, Sheets } from '@jianbao/organisation/server'
import type { Caller } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { sendSheet, sheetResponse } from '@jianbao/platform/sheet'
import { Type } from 'typebox'
import { ItemSheetCheck, ledgerKeepers } from '../../../contract/index.ts'
import { askerOf } from '../engine.routes.ts'
import type { ItemAsker } from '../take-step.ts'
import { type Checked, checkSheet } from './check-sheet.ts'
import { itemForm } from './sheet.form.ts'
import { readRegister } from './sheet.register.ts'
import { writeSheet } from './write-sheet.ts'

export type SheetServices = {
  readonly clock: Clock
  /** Where an upload lies while it is read. */
  readonly files: FileStore
  readonly sheets: Sheets
}

/** 10,000 items with all their columns are 2 MB. */
const limitBytes = 20 * 1024 * 1024
const mostShown = 200
const common = { tags: ['ledger'], access: ledgerKeepers, upload: { field: 'file' }, perMinute: 60 } as const
const Mark = Type.Object(
  { mark: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
)

type Language = Parameters<typeof sheetProblemLine>[1]

/** A sheet of items: compared first, sent again to be written, or got back with what is wrong beside each row. */
export function sheetRoutes({ clock, files, sheets }: SheetServices): Route[] {
  /** Opened in a process of its own and before any transaction. */
  const receive = async (request: Parameters<typeof receiveUpload>[0]) => {
    const { fileName, file } = await receiveUpload(request, files, { field: 'file', limitBytes })
    try {
      const bytes = await file.read()
      await sheets.do({ task: 'check', file: fileName, bytes })
      return {
        fileName,
        bytes,
        sheet: await sheets.do({ task: 'read', file: fileName, bytes, kind: itemForm }),
      }
    } finally {
      await file.discard()
    }
  }
  const asker = (scope: ItemAsker['scope'], caller: Caller | null) => askerOf(scope, caller, clock.now())
  return [
    defineRoute({
      ...common,
      operationId: 'checkLedgerSheet',
      method: 'POST',
      path: '/api/ledger-items/import-check',
      summary: 'Compare a sheet with the items: what it would change, and what is wrong; nothing is written',
      audit: 'ledger.import',
      schema: { response: { 200: ItemSheetCheck } },
      handler: async ({ request, act, caller, language }) => {
        const { fileName, sheet } = await receive(request)
        return act(null, async (tx, scope, entry) => {
          const checked = await examine(tx, asker(scope, caller), sheet)
          entry.words = fileName
          entry.after = { rows: sheet.rows.length, problems: checked.problems.length }
          return tell(fileName, checked, false, language)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'importLedgerSheet',
      method: 'POST',
      path: '/api/ledger-items/import',
      summary:
        'Write a sheet that was compared, all of it or nothing; other outcomes than those seen write nothing',
      audit: 'ledger.import-confirm',
      schema: { query: Mark, response: { 200: ItemSheetCheck } },
      handler: async ({ request, query, act, caller, language }) => {
        const { fileName, sheet } = await receive(request)
        return act(null, async (tx, scope, entry) => {
          const by = asker(scope, caller)
          const checked = await examine(tx, by, sheet)
          const same = checked.problems.length === 0 && markOf(checked) === query.mark
          if (same) await writeSheet(tx, by, checked, fileName)
          entry.words = fileName
          entry.after = { written: same, ...countsOf(checked) }
          return tell(fileName, checked, same, language)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'annotateLedgerSheet',
      method: 'POST',
      path: '/api/ledger-items/import-result',
      summary: 'The sheet as it was sent, with what would come of each row in a column of its own',
      audit: 'ledger.import',
      schema: { response: sheetResponse },
      handler: async ({ request, act, caller, language, reply }) => {
        const { fileName, bytes, sheet } = await receive(request)
        const checked = await act(null, async (tx, scope, entry) => {
          entry.words = fileName
          return examine(tx, asker(scope, caller), sheet)
        })
        const { sheetName, headerRow } = sheet
        const results = resultsOf(checked, headerRow, language)
        const place = { sheetName, headerRow }
        const book = await sheets.do({ task: 'annotate', file: fileName, bytes, place, results })
        return sendSheet(reply, `${fileName.replace(/\.[^.]*$/, '')}（导入结果）.xlsx`, Buffer.from(book))
      },
    }),
  ]
}

async function examine(tx: Database, asker: ItemAsker, sheet: ReadSheet): Promise<Checked> {
  const said = (key: string) => sheet.rows.flatMap(({ texts }) => texts[key] || [])
  const register = await readRegister(tx, asker, { ids: said('id'), codes: said('code') })
  return checkSheet(sheet, register, asker.today)
}

const countsOf = ({ outcomes, problems }: Checked): ItemSheetCheck['counts'] => {
  const count = (kind: string) => outcomes.filter(outcome => outcome.kind === kind).length
  return {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    problems: problems.length,
  }
}

/** Of what would be written, with the versions it goes by. */
function markOf({ changes, matters }: Checked): string {
  const of = [changes.map(({ item, facts }) => [item.id, item.version, facts]), matters]
  return createHash('sha256').update(JSON.stringify(of)).digest('hex')
}

function tell(fileName: string, checked: Checked, done: boolean, language: Language): ItemSheetCheck {
  return {
    ...{ fileName, done },
    mark: markOf(checked),
    counts: countsOf(checked),
    problems: checked.problems.slice(0, mostShown).map(({ details: _, ...problem }) => ({
      ...problem,
      message: sheetProblemLine({ ...problem, details: _ }, language),
    })),
    changes: checked.outcomes
      .flatMap(({ kind, row, name, columns }) =>
        kind === 'unchanged' ? [] : [{ kind, row, name, columns: [...columns] }],
      )
      .slice(0, mostShown),
  }
}

function resultsOf({ problems, outcomes }: Checked, headerRow: number, language: Language): RowResult[] {
  const words = { new: '新增', changed: '调整', unchanged: '没有变化' } as const
  const wrong = Map.groupBy(problems, ({ row }: SheetProblem) => row ?? headerRow)
  const told = [...wrong].map(([row, list]) => ({
    row,
    text: list.map(problem => sheetProblemLine({ ...problem, row: null }, language)).join('\n'),
    bad: true,
  }))
  const good = outcomes
    .filter(({ row }) => !wrong.has(row))
    .map(({ row, kind, columns }) => ({
      row,
      text: columns.length ? `${words[kind]}：${columns.join('、')}` : words[kind],
      bad: false,
    }))
  return [...told, ...good]
}
