/** Rows of a sheet as they are pasted: cells parted by tabs, those with breaks in quotation marks. */
import type { Level } from '@jianbao/proofreading/contract'
import type { OfficeWordImport } from '../../../contract/index.ts'

export type PastedWords = {
  readonly rows: OfficeWordImport['rows']
  /** Numbers of the lines that hold no word that can be taken. */
  readonly left: readonly number[]
}

export const mostRows = 2000
const longest = { wrong: 40, right: 60, reason: 120 }
const levelWords: Readonly<Record<string, Level>> = { 错误: 'error', 存疑: 'warn', 提示: 'hint' }
const headings = /^(?:不规范用语|错误用语|原词|不规范)$/

export function readPastedWords(text: string): PastedWords {
  const rows: OfficeWordImport['rows'] = []
  const left: number[] = []
  for (const [index, cells] of cellsOf(text).entries()) {
    const [wrong = '', right = '', reason = '', level = ''] = cells.map(cell => cell.trim())
    if (cells.every(cell => cell.trim() === '') || (index === 0 && headings.test(wrong))) continue
    if (wrong === '' || wrong.length > longest.wrong || right.length > longest.right) left.push(index + 1)
    else
      rows.push({
        wrong,
        right: right || null,
        reason: reason.slice(0, longest.reason) || null,
        level: levelWords[level] ?? 'warn',
      })
  }
  return { rows, left }
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at
    const match = cell.exec(text)!
    lines.at(-1)!.push(match[1]?.replaceAll('""', '"').replace(/\s+/g, ' ') ?? match[2] ?? '')
    at += match[0].length
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    if (text[at] !== '\t' && at < text.length) lines.push([])
    at++
  }
  return lines
}
