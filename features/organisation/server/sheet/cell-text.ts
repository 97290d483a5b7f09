import type { CellValue } from 'exceljs'
import type { SheetProblemCode } from '../../contract/index.ts'

export type CellReading =
  | { readonly text: string }
  | { readonly code: SheetProblemCode; readonly details: Readonly<Record<string, string | number>> }

/** Cells hold at most so many characters (ECMA-376, and Excel's own limit); names and posts need few of them. */
const mostCharacters = 2_000

/**
 * What a cell says, as plain text. Rich text and links count by their words; a formula, an error and a date are told,
 * never guessed at. A number is its digits: 410300 is a code.
 */
export function cellText(value: CellValue | undefined): CellReading {
  const reading = wordsOf(value)
  if (!('text' in reading)) return reading
  const text = cleanText(reading.text)
  if (text.length > mostCharacters)
    return { code: 'too-long', details: { length: text.length, limit: mostCharacters } }
  return { text }
}

function wordsOf(value: unknown): CellReading {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return { code: 'date', details: {} }
  if (typeof value !== 'object') return { text: '' }
  if ('formula' in value || 'sharedFormula' in value) return { code: 'formula', details: {} }
  if ('error' in value) return { code: 'cell-error', details: { value: String(value.error) } }
  if ('richText' in value && Array.isArray(value.richText))
    return { text: value.richText.map(part => String(part?.text ?? '')).join('') }
  if ('text' in value) return wordsOf(value.text)
  return { text: '' }
}

/** Excel keeps 15 digits; what is longer, or broken, is no longer what was typed. */
function numberText(value: number): CellReading {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15)
    return { code: 'number-inexact', details: { value: String(value) } }
  return { text: String(value) }
}

/** Without what cannot be seen or turns the line round; line ends are \n, blanks of all kinds one, none at the ends. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^\s+|\s+$/g, '')
}

/** One line: line ends between Chinese characters are nothing, elsewhere a blank. */
export function oneLine(text: string): string {
  return text.replace(/\n+/g, (whole, at: number) => {
    const [before, after] = [text[at - 1] ?? '', text[at + whole.length] ?? '']
    return /[\x20-\x7e]/.test(before) && /[\x20-\x7e]/.test(after) ? ' ' : ''
  })
}

/** A code as it is compared: plain digits and letters, no blanks. */
export function codeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Several names in one cell, each once. */
export function namesText(text: string): string[] {
  const names = text.split(/[、，,；;\n]/).map(name => name.trim())
  return [...new Set(names.filter(Boolean))]
}
