/** Days of the calendar as numbers since 1970-01-01; no clock and no time zone. */
const dayMs = 86_400_000

export type Day = number

/** The day, or null when the calendar has none such. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const ms = Date.UTC(year, month - 1, date)
  const made = new Date(ms)
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? ms / dayMs : null
}

/** 2021-08-20; null when it is no day. */
export function parseDay(text: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export function partsOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const made = new Date(day * dayMs)
  return {
    year: made.getUTCFullYear(),
    month: made.getUTCMonth() + 1,
    date: made.getUTCDate(),
    weekday: made.getUTCDay(),
  }
}

/** 2021年8月20日 */
export function sayDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** 星期五 */
export function weekdayOf(day: Day): string {
  return `星期${'日一二三四五六'[partsOf(day).weekday]}`
}
