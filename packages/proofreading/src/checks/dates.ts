import { type Day, parseDay, partsOf, sayDay, weekdayOf } from '../days.ts'
import { canBe, datesIn, type FoundDate } from '../found-dates.ts'
import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

/** Words that make a day to come a plan, not a mistake. */
const planned =
  /将|拟|计划|预计|预定|截至|截止|之前|以前|前完成|前报|前上报|定于|即将|下一步|安排|要求|起施行|至|—|～|力争|确保|届时|日前|筹备|倒计时|报名|征集|有效期|为期/
const weekday = /^ ?[（(]?(?:星期|周|礼拜)([一二三四五六日天])/
const clock = /(?<![\d:：])(\d{1,2})[:：](\d{2})(?![\d:：])/g
const beforeHour = /[午日晚晨天]\s?$/

/** Days against the calendar, their weekdays, the issue and the campaign. */
export const checkDates: Check = ({ issue, passages }, report) => {
  const issued = parseDay(issue.date)
  const from = parseDay(issue.campaign?.from ?? null)
  for (const passage of passages) {
    const dates = datesIn(passage.text, issued)
    for (const date of dates) {
      if (!canBe(date)) report('date-impossible', passage, date.start, date.end, {})
      else weekdays(passage, date, report)
      againstIssue(passage, date, issued, from, report)
    }
    ranges(passage, dates, report)
    hours(passage, report)
  }
}

function weekdays(passage: Passage, { day, end }: FoundDate, report: Report): void {
  const match = weekday.exec(passage.text.slice(end, end + 6))
  if (!match || day === null) return
  const right = weekdayOf(day)
  const given = match[1] === '天' ? '日' : match[1]!
  if (right.endsWith(given)) return
  const at = end + match[0].length - 1
  report(
    'date-weekday',
    passage,
    at,
    at + 1,
    { date: sayDay(day), weekday: right },
    { mend: right.slice(-1) },
  )
}

function againstIssue(
  passage: Passage,
  { day, start, end, year }: FoundDate,
  issued: Day | null,
  from: Day | null,
  report: Report,
): void {
  if (day === null || issued === null) return
  const sentence = sentenceAround(passage.text, start)
  if (day > issued && !planned.test(sentence.text)) {
    const level = sentence.start === start ? 'warn' : 'hint'
    report('date-future', passage, start, end, { date: sayDay(day), issued: sayDay(issued) }, { level })
  }
  const sameYear = partsOf(day).year === partsOf(issued).year
  // A day without its year at the head of a sentence is news; anything else may well tell of earlier times.
  if (from !== null && day < from && year === null && sameYear && sentence.start === start)
    report('date-before-campaign', passage, start, end, { date: sayDay(day), from: sayDay(from) })
}

const sentenceReach = 120

function sentenceAround(text: string, at: number): { start: number; text: string } {
  const before = text.slice(Math.max(0, at - sentenceReach), at)
  const start = at - (/[^。！？；\n●]*$/.exec(before)?.[0].trimStart().length ?? 0)
  const after = text.slice(at, at + sentenceReach)
  return { start, text: text.slice(start, at) + (/^[^。！？；\n]*/.exec(after)?.[0] ?? '') }
}

const joint = /^ ?(?:至|到|—|－|-|–|～|~) ?$/
const endDay = /^ ?(?:上午|下午|晚)? ?(?:至|到|—|－|-|–|～|~) ?(\d{1,2}) ?日/

/** 5月28日至26日, 5月28日至5月26日; from December into January is no fault. */
function ranges(passage: Passage, dates: readonly FoundDate[], report: Report): void {
  for (const [index, from] of dates.entries()) {
    const rest = endDay.exec(passage.text.slice(from.end, from.end + 12))
    if (rest && Number(rest[1]) < from.date && !/月/.test(rest[0])) {
      report('date-range-reversed', passage, from.start, from.end + rest[0].length, {})
      continue
    }
    const to = dates[index + 1]
    if (!to || !joint.test(passage.text.slice(from.end, to.start))) continue
    const years = (to.year ?? from.year ?? 0) - (from.year ?? to.year ?? 0)
    const backwards = to.month * 31 + to.date < from.month * 31 + from.date
    const overNewYear = to.year === null && from.month >= 10 && to.month <= 3
    if (years < 0 || (years === 0 && backwards && !overNewYear))
      report('date-range-reversed', passage, from.start, to.end, {})
  }
}

function hours(passage: Passage, report: Report): void {
  for (const match of passage.text.matchAll(clock)) {
    const possible = Number(match[1]) <= 24 && Number(match[2]) <= 59
    if (!possible && beforeHour.test(passage.text.slice(Math.max(0, match.index - 2), match.index)))
      report('date-impossible', passage, match.index, match.index + match[0].length, {})
  }
}
