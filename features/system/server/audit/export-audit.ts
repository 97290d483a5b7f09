import { Readable } from 'node:stream'
import type { Read } from '@jianbao/platform/access'
import { writeSheet } from '@jianbao/platform/sheet'
import { type AuditFilters, actionWords, outcomeWords } from '../../contract/index.ts'
import { type ExportPlace, type ExportRow, selectForExport } from './audit.store.ts'
import { auditConditions } from './audit-filter.ts'

/** A sheet that no office program can open any more helps nobody; what is longer goes out as CSV. */
export const mostInSheet = 200_000
const atOnce = 1_000

const headings = {
  zh: ['序号', '时间', '人员', '单位', '操作', '对象', '对象编号', '结果', '改动前', '改动后', '哈希'],
  en: [
    'No.',
    'Time',
    'Person',
    'Unit',
    'Action',
    'Object',
    'Object id',
    'Outcome',
    'Before',
    'After',
    'Hash',
  ],
}
const widths = [8, 20, 14, 24, 20, 28, 38, 24, 40, 40, 66]
const texts = {
  zh: {
    sheet: '审计记录',
    system: '系统',
    stranger: '未登录者',
    end: '导出时链尾',
    cut: `超过 ${mostInSheet} 条，表格只写到这里；请缩小范围，或导出 CSV。`,
  },
  en: {
    sheet: 'Audit trail',
    system: 'System',
    stranger: 'not signed in',
    end: 'End of the chain at export',
    cut: `More than ${mostInSheet} entries; the sheet ends here. Narrow the filters, or export CSV.`,
  },
}

export type ExportAsked = {
  readonly filters: AuditFilters
  readonly language: 'zh' | 'en'
  /** The newest entry when the export was asked for: what came later is not in it. */
  readonly head: { readonly id: number; readonly hash: string }
}

/** The entries as rows of text, some at a time, each lot in a transaction of its own. */
async function* exportRows(read: Read, { filters, language, head }: ExportAsked): AsyncGenerator<string[][]> {
  let after: ExportPlace | null = null
  for (;;) {
    const place: ExportPlace | null = after
    const entries: ExportRow[] = await read(async (tx, scope) =>
      selectForExport(tx, await auditConditions(tx, scope, filters), head.id, place, atOnce),
    )
    if (!entries.length) return
    yield entries.map(entry => cellsOf(entry, language))
    const last: ExportRow = entries.at(-1)!
    after = { at: last.exact, id: last.id }
  }
}

function cellsOf(entry: ExportRow, language: 'zh' | 'en'): string[] {
  const { system, stranger } = texts[language]
  const who = { system, stranger, person: entry.actorName ?? entry.actorId }[entry.actor]
  const side = (value: object | null): string => (value ? JSON.stringify(value) : '')
  return [
    String(entry.id),
    officeTime(entry.at),
    who,
    entry.unitName ?? '',
    actionWords(entry.action, language),
    entry.words ?? '',
    entry.object ?? '',
    outcomeWords(entry.outcome, language),
    side(entry.before),
    side(entry.after),
    entry.hash,
  ]
}

/** 2026-03-01 16:00:00, as the clocks in China show it. */
function officeTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** Comma-separated, with the mark by which office programs know UTF-8; ends with the end of the chain. */
export function exportCsv(read: Read, asked: ExportAsked): Readable {
  const { language, head } = asked
  async function* lines(): AsyncGenerator<string> {
    yield `\ufeff${csvLine(headings[language])}`
    for await (const rows of exportRows(read, asked)) yield rows.map(csvLine).join('')
    yield csvLine([texts[language].end, String(head.id), head.hash])
  }
  return Readable.from(lines())
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Text, whatever it begins with: a cell that looks like a formula is quoted as office programs do. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A workbook, written while it is read. */
export function exportSheet(read: Read, asked: ExportAsked): Readable {
  const { language, head } = asked
  async function* lines(): AsyncGenerator<string[]> {
    let written = 0
    for await (const rows of exportRows(read, asked)) {
      yield* rows.slice(0, mostInSheet - written)
      written += rows.length
      if (written > mostInSheet) {
        yield [texts[language].cut]
        break
      }
    }
    yield [texts[language].end, String(head.id), head.hash]
  }
  const columns = headings[language].map((heading, at) => ({ heading, width: widths[at]! }))
  return writeSheet({ name: texts[language].sheet, columns }, lines())
}
