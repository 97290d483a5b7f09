/** A series while its page is open: what is written, what differs from what is kept, and what would be refused. */
import type { Series, SeriesChange, SeriesColumn } from '../../contract/index.ts'

export type SeriesWords = Omit<SeriesChange, 'version'>

export function wordsOf(series: Series): SeriesWords {
  const { name, layout, publisher, campaignId, columns, distribution, chain, settings } = series
  return { name, layout, publisher, campaignId, columns, distribution, chain, settings }
}

/** The keys of a JSON column come back in an order of their own. */
export function sameWords(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys)
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export type SeriesFault =
  | 'noName'
  | 'noPublisher'
  | 'noColumn'
  | 'columnUnnamed'
  | 'columnTwice'
  | 'columnBounds'
  | 'stepUnnamed'
  | 'recipientTwice'

/** What the server would refuse, to be said before it is sent. */
export function faultsOf({ name, publisher, columns, chain, distribution }: SeriesWords): SeriesFault[] {
  const faults: SeriesFault[] = []
  if (name.trim().length < 2) faults.push('noName')
  if (!publisher.trim()) faults.push('noPublisher')
  if (columns.length === 0) faults.push('noColumn')
  if (columns.some(column => !column.name.trim())) faults.push('columnUnnamed')
  if (hasTwice(columns.map(column => column.name.trim()))) faults.push('columnTwice')
  if (columns.some(({ min, max }) => min !== null && max !== null && min > max)) faults.push('columnBounds')
  if (chain.some(step => !step.name.trim())) faults.push('stepUnnamed')
  if (distribution.some(({ recipients }) => hasTwice(recipients.map(each => each.name.trim()))))
    faults.push('recipientTwice')
  return faults
}

const hasTwice = (all: readonly string[]): boolean => new Set(all).size < all.length

/** A key nobody has yet: `column-3`. */
export function freeKey(front: string, taken: readonly { readonly key: string }[]): string {
  for (let no = taken.length + 1; ; no++) {
    const key = `${front}-${no}`
    if (!taken.some(each => each.key === key)) return key
  }
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (from === to || to < 0 || to >= list.length || list[from] === undefined) return [...list]
  const rest = list.filter((_, at) => at !== from)
  return [...rest.slice(0, to), list[from], ...rest.slice(to)]
}

/** A column of one lead has one piece. */
export function columnWithRule(column: SeriesColumn, rule: SeriesColumn['rule']): SeriesColumn {
  return rule === 'single' ? { ...column, rule, max: 1, min: column.min && 1 } : { ...column, rule }
}
