import type { ProofColumn, ProofItem } from '../issue.contract.ts'
import { placeOf } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

/** What the columns of a series ask for. */
export const checkColumns: Check = ({ issue, passages }, report) => {
  for (const column of issue.columns) {
    counted(column, report)
    for (const item of column.items) {
      shaped(column, item, report)
      if (column.rule === 'briefs') brief(column, item, report)
    }
  }
  repeated(passages, report)
}

function counted(column: ProofColumn, report: Report): void {
  const place = placeOf(column, null, null)
  const count = column.items.length
  const named = { column: column.name ?? column.key }
  if (count === 0) report('column-empty', place, 0, 0, named, { level: column.min ? 'warn' : 'hint' })
  if (column.rule === 'single' && count > 1) report('column-single', place, 0, 0, { ...named, count })
  const { min, max } = column
  if (min && count > 0 && count < min) report('column-few', place, 0, 0, { ...named, count, min })
  if (max && count > max && column.rule !== 'single')
    report('column-many', place, 0, 0, { ...named, count, max })
}

function shaped(column: ProofColumn, item: ProofItem, report: Report): void {
  const place = placeOf(column, item, null)
  if (column.rule !== 'briefs' && item.kind !== 'briefs' && !item.headline?.trim())
    report('headline-missing', place, 0, 0, {})
  const empty = item.blocks.every(block => 'text' in block && block.text.trim() === '')
  if (empty) report('body-empty', place, 0, 0, {})
}

function brief(column: ProofColumn, item: ProofItem, report: Report): void {
  const texts = item.blocks.flatMap(block =>
    'text' in block && block.text.trim() !== '' ? [block.text] : [],
  )
  // The lead-in of a column and a whole column of briefs in one item are not one brief of several paragraphs.
  const several = texts.length > 1 && !item.blocks.some(block => block.type === 'item')
  if (several) report('brief-paragraphs', placeOf(column, item, null), 0, 0, { count: texts.length })
  const limit = column.briefLimit
  if (!limit) return
  for (const [index, block] of item.blocks.entries()) {
    const length = 'text' in block ? [...block.text].length : 0
    if (length > limit) report('brief-long', placeOf(column, item, index), 0, 0, { length, limit })
  }
}

/** Shorter paragraphs may well be alike. */
const worthComparing = 24

function repeated(passages: Parameters<Check>[0]['passages'], report: Report): void {
  const headlines = new Set<string>()
  const paragraphs = new Set<string>()
  for (const passage of passages) {
    const text = passage.text.replace(/\s+/g, '')
    if (passage.part === 'headline') {
      if (headlines.has(text)) report('headline-repeated', passage, 0, passage.text.length, {})
      headlines.add(text)
    } else if (passage.part === 'body' && text.length >= worthComparing) {
      if (paragraphs.has(text)) report('text-repeated', passage, 0, passage.text.length, {})
      paragraphs.add(text)
    }
  }
}
