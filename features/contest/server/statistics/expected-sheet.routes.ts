import type { SheetForm, Sheets } from '@jianbao/organisation/server'
import type { FileStore } from '@jianbao/platform/files'
import { defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { contestKeepers, ExpectedSheet } from '../../contract/index.ts'
import { getWholeContest } from './counted-contest.ts'
import { contestParams } from './statistics.routes.ts'

export type ExpectedSheetServices = {
  /** Where an upload lies while it is read. */
  readonly files: FileStore
  readonly sheets: Sheets
}

const limitBytes = 5 * 1024 * 1024
const column = (key: string, heading: string, also: readonly string[] = []) => ({
  ...{ key, heading, also, form: 'line' as const, needed: true, width: 12 },
  ...{ meaning: '', example: '' },
})
/** Other columns may stand there: the exported list of units can come back. */
const expectedForm: SheetForm = {
  kind: 'contest-expected',
  title: '应参加人数',
  columns: [column('unit', '单位', ['单位名称']), column('expected', '应参加人数', ['应参加', '人数'])],
  examples: [],
  notes: [],
}

/** Reads a workbook into lines that somebody looks at before they are written. */
export function expectedSheetRoutes({ files, sheets }: ExpectedSheetServices): Route[] {
  return [
    defineRoute({
      tags: ['contests'],
      access: contestKeepers,
      upload: { field: 'file' },
      perMinute: 30,
      operationId: 'readExpectedSheet',
      method: 'POST',
      path: '/api/contests/:id/expected/sheet',
      summary: 'Read units and the people expected of them from a workbook; nothing is written',
      audit: null,
      unrecorded: 'it changes nothing: what was read is looked at first, and writing it is recorded',
      schema: { params: contestParams, response: { 200: ExpectedSheet } },
      handler: async ({ params: { id }, request, read }) => {
        await read((tx, scope) => getWholeContest(tx, scope, id))
        const { fileName, file } = await receiveUpload(request, files, { field: 'file', limitBytes })
        try {
          const bytes = await file.read()
          await sheets.do({ task: 'check', file: fileName, bytes })
          const { rows } = await sheets.do({ task: 'read', file: fileName, bytes, kind: expectedForm })
          return {
            rows: rows
              .map(({ texts }) => ({ unit: texts['unit'] ?? '', expected: texts['expected'] ?? '' }))
              .filter(({ unit }) => unit !== ''),
          }
        } finally {
          await file.discard()
        }
      },
    }),
  ]
}
