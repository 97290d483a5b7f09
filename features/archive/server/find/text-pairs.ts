/**
 * The single characters and the pairs of neighbours of a normalised text, each as one number a GIN index can hold.
 * A text contains a word only when it has all pairs of the word.
 */
export function textPairs(text: string): number[] {
  const found = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) continue
    found.add(code)
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 10
    if (next !== 10) found.add((code << 16) | next)
  }
  return [...found]
}

/** The pairs to look a word up with: neighbours that cover it, or its one character. */
export function wordPairs(word: string): number[] {
  if (word.length < 2) return textPairs(word)
  const found = new Set<number>()
  for (let at = 0; at < word.length; at++) {
    const start = Math.min(at, word.length - 2)
    found.add((word.charCodeAt(start) << 16) | word.charCodeAt(start + 1))
  }
  return [...found]
}

/**
 * Marks of an article beside its pairs, so that one index answers for a word, a division, a column and days together.
 * They look like pairs that begin with a control character, which no normalised text has.
 */
const mark = { year: 1, month: 2, division: 3, column: 9 } as const
const blocks = 6
const mostMonths = 24
const mostYears = 60

/** The marks of an article of this day and column whose units have these paths. */
export function articleMarks(
  day: string | null,
  unitPaths: readonly string[],
  column: string | null = null,
): number[] {
  const found = new Set<number>()
  if (column !== null) found.add(columnMark(column))
  if (day) {
    found.add(yearMark(Number(day.slice(0, 4))))
    found.add(monthMark(monthNumber(day)))
  }
  for (const path of unitPaths)
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      found.add(divisionMark(path.slice(0, at + 1)))
  return [...found]
}

/** The mark of a division's path, which ends with `/`; two divisions may share one, so the path itself decides. */
export const divisionMark = (path: string): number => hashedMark(mark.division, path)

/** The mark of a column's name; the name itself decides. */
export const columnMark = (name: string): number => hashedMark(mark.column, name)

function hashedMark(block: number, text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (block << 16) + ((hash >>> 0) % (blocks << 16))
}

/** Marks one of which every article between the two days has: months of a short range, years of a long one; none of a very long one. */
export function rangeMarks(from: string, to: string): number[] {
  const [first, last] = [monthNumber(from), monthNumber(to)]
  if (last - first < mostMonths) return count(first, last).map(monthMark)
  const years = count(Math.floor(first / 12), Math.floor(last / 12))
  return years.length <= mostYears ? years.map(yearMark) : []
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const yearMark = (year: number): number => (mark.year << 16) | (year & 0xffff)
const monthMark = (month: number): number => (mark.month << 16) | (month & 0xffff)
const count = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
