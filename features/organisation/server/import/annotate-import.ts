import { type ImportState, sheetProblemLine } from '../../contract/index.ts'
import type { RowResult } from '../sheet/sheet.types.ts'
import type { ImportServices } from './import.services.ts'
import type { ImportResult, ImportRow } from './import.store.ts'
import { openSealedSheet } from './receive-import.ts'

/** The sheet as it was sent, with what came of each row in a column of its own. */
export async function annotateImport(
  services: ImportServices,
  row: ImportRow,
  result: ImportResult,
): Promise<Uint8Array> {
  const bytes = await openSealedSheet(services, row)
  const { sheetName, headerRow } = result
  return services.desk.do({
    task: 'annotate',
    file: row.fileName,
    bytes,
    place: { sheetName, headerRow },
    results: rowResults(row, result),
  })
}

function rowResults({ state }: ImportRow, { headerRow, problems, outcomes }: ImportResult): RowResult[] {
  const lines = new Map<number, string[]>()
  for (const problem of problems) {
    const at = problem.row ?? headerRow
    lines.set(at, [...(lines.get(at) ?? []), sheetProblemLine(problem, 'zh')])
  }
  const good = outcomes
    .filter(({ row }) => !lines.has(row))
    .map(({ row, kind, columns }) => ({ row, text: words(kind, columns, state), bad: false }))
  return [...good, ...[...lines].map(([row, texts]) => ({ row, text: texts.join('\n'), bad: true }))]
}

function words(kind: string, columns: readonly string[], state: ImportState): string {
  if (kind === 'unchanged') return '没有变化'
  const deed = kind === 'new' ? '新增' : '修改'
  const which = columns.length ? `：${columns.join('、')}` : ''
  if (state === 'done') return `已${deed}${which}`
  return state === 'refused' ? `未写入（本行没有问题，将${deed}${which}）` : `将${deed}${which}`
}
