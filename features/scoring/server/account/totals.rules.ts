/** Sums of a unit by month. */

import { periodOf, type ScoreEvent, type ScoreLine } from '../../contract/index.ts'

export type MonthTotal = {
  readonly month: string
  readonly points: number
  readonly reported: number
  /** Reports adopted for the first time: each counts once, whoever takes it later. */
  readonly adopted: number
  readonly adoptions: number
  readonly late: number
  readonly omitted: number
  readonly noAward: boolean
}

/** Months in which anything happened, in their order. */
export function totalsOf(events: readonly ScoreEvent[], lines: readonly ScoreLine[]): MonthTotal[] {
  const months = new Map<string, { -readonly [Key in keyof MonthTotal]: MonthTotal[Key] }>()
  const at = (day: string) => {
    const month = periodOf(day, 'month')
    const found = months.get(month) ?? { ...nothing, month }
    months.set(month, found)
    return found
  }
  for (const line of lines) {
    const total = at(line.day)
    total.points += line.points
    if (line.why.noAward) total.noAward = true
  }
  const firsts = new Map<string, string>()
  for (const event of events) {
    if (event.kind === 'reported') at(event.day).reported++
    if (event.kind === 'late' || event.kind === 'omitted') at(event.day)[event.kind]++
    if (event.kind !== 'adopted' && event.kind !== 'above') continue
    at(event.day).adoptions++
    const first = firsts.get(event.reportId)
    if (first === undefined || event.day < first) firsts.set(event.reportId, event.day)
  }
  for (const day of firsts.values()) at(day).adopted++
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

const nothing = { points: 0, reported: 0, adopted: 0, adoptions: 0, late: 0, omitted: 0, noAward: false }
