import type { ReviewEdit } from '../../contract/index.ts'
import { refuse } from './article.rules.ts'

/** Words a person typed, as a document may hold them: one line, well formed, without what prints nothing. */
export function cleanWords(edit: ReviewEdit): ReviewEdit {
  const fields = Object.entries(edit).map(([key, value]) => {
    if (typeof value !== 'string' || !typed.has(key)) return [key, value]
    const clean = value
      .toWellFormed()
      .replace(/[\s\u0085]+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
    if (!clean) throw refuse('填写的内容是空的。')
    return [key, clean]
  })
  return Object.fromEntries(fields)
}

const typed: ReadonlySet<string> = new Set([
  'series',
  'publisher',
  'headline',
  'newColumn',
  'name',
  'contributor',
  'unit',
])
