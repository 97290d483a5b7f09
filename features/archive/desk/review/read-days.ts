/** Days as a clerk types them: 2021-8-17, 2021年8月17日, 8月17日至20日, 二〇二一年八月, 20210817. */

export type Days = { readonly start: string; readonly end: string }

type Parts = { readonly year?: number; readonly month?: number; readonly day?: number }

const digits = '〇一二三四五六七八九'

/** @param year stands in where none was typed; null when there is none. @returns first and last day, null when unreadable. */
export function readDays(typed: string, year: number | null): Days | null {
  const text = plainDigits(typed.normalize('NFKC').trim()).replace(/\s+/g, '')
  const [from = '', to, more] = text.split(/至|到|—+|–|~|(?<=日)-(?=\d)/)
  if (more !== undefined) return null
  const first = readParts(from, { ...(year === null ? {} : { year }) })
  if (!first) return null
  const last = to === undefined ? first : readParts(to, first)
  if (!last) return null
  const start = isoDay(first, 'first')
  const end = isoDay(last, 'last')
  return start && end && start <= end ? { start, end } : null
}

/** What a second day leaves out (至20日) it has from the first. */
function readParts(text: string, given: Parts): Parts | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) }
  const whole = /^(?:(\d{4})[年\-./])?(\d{1,2})[月\-./](\d{1,2})[日号]?$/.exec(text)
  if (whole)
    return {
      ...given,
      ...(whole[1] ? { year: Number(whole[1]) } : {}),
      month: Number(whole[2]),
      day: Number(whole[3]),
    }
  const month = /^(?:(\d{4})[年\-./])?(\d{1,2})月?$/.exec(text)
  if (month && (month[1] || text.endsWith('月')))
    return { ...(month[1] ? { year: Number(month[1]) } : yearOf(given)), month: Number(month[2]) }
  const day = /^(\d{1,2})[日号]?$/.exec(text)
  if (day && given.month !== undefined) return { ...given, day: Number(day[1]) }
  const year = /^(\d{4})年?$/.exec(text)
  return year ? { year: Number(year[1]) } : null
}

const yearOf = ({ year }: Parts): Parts => (year === undefined ? {} : { year })

function isoDay({ year, month, day }: Parts, end: 'first' | 'last'): string | null {
  if (year === undefined || year < 1900 || year > 2999) return null
  const inMonth = month ?? (end === 'first' ? 1 : 12)
  const lastDay = new Date(Date.UTC(year, inMonth, 0)).getUTCDate()
  const inDay = day ?? (end === 'first' ? 1 : lastDay)
  if (inMonth < 1 || inMonth > 12 || inDay < 1 || inDay > lastDay) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(inMonth)}-${two(inDay)}`
}

/** 二〇二一年八月十七日 → 2021年8月17日; a run with 十 is a number, a run without is read digit by digit. */
function plainDigits(text: string): string {
  return text
    .replace(/[○零O]/g, '〇')
    .replace(/[〇一二三四五六七八九]*十[一二三四五六七八九]?/g, run => {
      const [tens = '', ones = ''] = run.split('十')
      return String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0))
    })
    .replace(/[〇一二三四五六七八九]/g, digit => String(digits.indexOf(digit)))
}
