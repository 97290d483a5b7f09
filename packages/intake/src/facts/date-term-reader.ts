import { lastDay } from './calendar.ts'
import { type DateTerm, type TermDay, type TermName, termPatterns, type YearMark } from './date-terms.ts'
import { chineseNumber, numberOf } from './numerals.ts'

const order = Object.keys(termPatterns) as TermName[]
const relativeYears: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  明年: 1,
  前年: -2,
}
const xunDays: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 0],
  上中旬: [1, 20],
  中下旬: [11, 0],
  初: [1, 10],
  中: [11, 20],
  底: [-4, 0],
  末: [-4, 0],
}

/** The term that begins at `from` of a plain text, or null. Impossible days (2月30日) are no terms. */
export function readTerm(text: string, from: number): DateTerm | null {
  for (const name of order) {
    const pattern = termPatterns[name]
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (match) return termOf(name, match, from)
  }
  return null
}

function termOf(name: TermName, match: RegExpExecArray, start: number): DateTerm | null {
  const groups = match.groups ?? {}
  const year = yearMark(groups['ny'] ?? groups['y'])
  const month = groups['nm'] ?? groups['m']
  const base = { start, end: start + match[0].length, part: partOf(groups['part'] ?? match[0]), loose: false }
  const fuzzy = groups['around'] !== undefined
  const given = month === undefined ? null : numberOf(month)
  if (given !== null && (given < 1 || given > 12)) return null
  switch (name) {
    case 'numeric':
    case 'monthDay':
    case 'monthDayOpen':
    case 'bareDay': {
      const day = { year, month: given, day: dayNumber(groups['nd'] ?? groups['d'] ?? '') }
      if (!possible(day)) return null
      const shape = given === null ? 'bare-day' : 'day'
      return { ...base, lo: day, hi: day, month: given, shape, fuzzyLo: fuzzy, fuzzyHi: fuzzy }
    }
    case 'monthPart': {
      const [lo, hi] = xunDays[(groups['xun'] ?? '').replace('月', '')] ?? [1, 0]
      return days(base, year, [given, lo], [given, hi], true)
    }
    case 'quarter': {
      const first = numberOf(groups['q'] ?? groups['q2'] ?? '1') * 3 - 2
      return days(base, year, [first, 1], [first + 2, 0], false)
    }
    case 'half':
      return groups['half'] === '上半年'
        ? days(base, year, [1, 1], [6, 0], false)
        : days(base, year, [7, 1], [12, 0], false)
    case 'yearPart': {
      const mark = (groups['yp'] ?? '').replace('年', '')
      const months = mark === '初' ? [1, 1] : mark === '中' ? [6, 7] : [12, 12]
      return days(base, year, [months[0]!, 1], [months[1]!, 0], true)
    }
    default:
      return { ...days(base, year, [given, 1], [given, 0], false), shape: 'month' }
  }
}

type Frame = Pick<DateTerm, 'start' | 'end' | 'part' | 'loose'>
type MonthDay = readonly [number | null, number]

function days(base: Frame, year: YearMark, lo: MonthDay, hi: MonthDay, fuzzy: boolean): DateTerm {
  return {
    ...base,
    part: null,
    lo: { year, month: lo[0], day: lo[1] },
    hi: { year, month: hi[0], day: hi[1] },
    month: hi[0],
    shape: 'days',
    fuzzyLo: fuzzy,
    fuzzyHi: fuzzy,
  }
}

function yearMark(print: string | undefined): YearMark {
  if (!print) return null
  const relative = relativeYears[print]
  if (relative !== undefined) return { relative }
  const value = /^\d/.test(print) ? Number.parseInt(print, 10) : chineseNumber(print.replace('年', ''))
  return { value }
}

function dayNumber(print: string): number {
  return print.startsWith('廿') ? 20 + chineseNumber(print.slice(1)) : numberOf(print)
}

function possible(day: TermDay): boolean {
  const year = day.year && 'value' in day.year ? day.year.value : 2024
  return day.day >= 1 && day.day <= (day.month === null ? 31 : lastDay(year, day.month))
}

/** `am`, `pm`, `noon` or `evening` from the words for a part of the day; null when none stands there. */
export function partOf(print: string): string | null {
  if (/上午|凌晨|清晨|早/.test(print)) return 'am'
  if (/下午|午后/.test(print)) return 'pm'
  if (/中午/.test(print)) return 'noon'
  return /晚|夜/.test(print) ? 'evening' : null
}
