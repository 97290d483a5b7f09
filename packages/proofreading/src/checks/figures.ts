import { type FoundNumber, numbersIn } from '../found-numbers.ts'
import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

/** Below this, the same number counts different things too often. */
const worthComparing = 20

/** Numbers without a source, and the same number once people and once attendances in one item. */
export const checkFigures: Check = ({ passages }, report) => {
  for (const passage of passages)
    for (const { start, end, supported } of passage.figures)
      if (!supported && start < end && end <= passage.text.length)
        report('figure-unsourced', passage, start, end, {})
  for (const list of Map.groupBy(passages, passage => passage.item).values()) mixed(list, report)
}

type Seen = { text: string; measure: string }

function mixed(passages: readonly Passage[], report: Report): void {
  const seen = new Map<string, Seen>()
  const told = new Set<string>()
  for (const passage of passages)
    for (const number of numbersIn(passage.text)) {
      const measure = countOf(number)
      if (!measure || number.value < worthComparing) continue
      const written = passage.text.slice(number.start, number.end)
      const key = written.replace(/(?:人次|[人名位])$/, '')
      const other = seen.get(key)
      if (!other) seen.set(key, { text: written, measure })
      else if (other.measure !== measure && !told.has(key)) {
        told.add(key)
        report('people-attendances', passage, number.start, number.end, { value: key, other: other.text })
      }
    }
}

function countOf({ measure }: FoundNumber): 'people' | 'attendances' | null {
  if (measure === '人次') return 'attendances'
  return measure === '人' ? 'people' : null
}
