import { type DateBase, daysBetween, type FullDay, isoDay, lastDay } from './calendar.ts'
import { type FoundDate, fuzzyEnds, one, resolve } from './date-found.ts'
import { partOf, readTerm } from './date-term-reader.ts'
import type { DateTerm } from './date-terms.ts'
import { numberOf } from './numerals.ts'

const separator = /(?:(?<gap>[\u4e00-\u9fff]{0,6}?)(?:至|到)|[-—–~～―─－]+)/uy
const list = /[、和及](?=(?:\d{1,2}|[二三]?十[一二三四五六七八九]?)[日号、])/uy
const bareTail =
  /(?:(?<d>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?<xun>上旬|中旬|下旬|月?底|月?末)|(?<now>今(?!年)|目前|现在|发稿))/uy
const sinceTail = /(?:[^，。；、！？\d]{0,12}?)(?:以来|之日起|起(?![草义来到重]))/uy
const plainSince = /以来|起(?=[，。；至开陆推试实执施正])|至今/uy

/** The range or enumeration that a term begins (4月16至17日, 5月11日开赛到6月5日, 4月16日、18日), or null. */
export function rangeFrom(text: string, term: DateTerm, lo: FullDay, base: DateBase): FoundDate[] | null {
  list.lastIndex = term.end
  if (term.shape === 'day' && list.test(text)) return enumeration(text, term, lo)
  separator.lastIndex = term.end
  const match = separator.exec(text)
  if (!match) return null
  const gap = match.groups?.['gap'] ?? ''
  const at = term.end + match[0].length
  const second = readTerm(text, at)
  const frame = {
    start0: term.start,
    role: 'when' as const,
    kind: 'range' as const,
    part: null,
    start: isoDay(lo),
    day: lo,
  }
  if (
    second &&
    second.shape !== 'bare-day' &&
    (gap === '' || second.shape === 'day' || second.shape === 'days')
  ) {
    const hi = endOf(second, lo, base)
    if (!hi) return null
    const part = second.part && term.part === second.part ? second.part : null
    return [
      {
        ...frame,
        part,
        end0: second.end,
        end: isoDay(hi),
        fuzzy: fuzzyEnds(term.fuzzyLo, second.fuzzyHi),
        confidence: gap ? 0.85 : 0.95,
      },
    ]
  }
  bareTail.lastIndex = at
  const bare = bareTail.exec(text)
  if (!bare || (gap !== '' && !bare.groups?.['d'])) return null
  const end0 = at + bare[0].length
  if (bare.groups?.['now']) return [{ ...frame, kind: 'since', end0, end: null, fuzzy: [], confidence: 0.9 }]
  const tail = readTerm(text, at)
  const bareDay = bare.groups?.['d'] ? numberOf(bare.groups['d']) : null
  const last = lastDay(lo.year, lo.month)
  const day = bareDay ?? lastOf(bare.groups?.['xun'] ?? '', last)
  if (day < 1 || day > 31) return null
  const hi = day > lo.day ? (day <= last ? { ...lo, day } : null) : nextMonth(lo, day)
  if (!hi) return null
  const end = tail?.shape === 'bare-day' ? tail.end : end0
  return [
    {
      ...frame,
      end0: end,
      end: isoDay(hi),
      fuzzy: fuzzyEnds(term.fuzzyLo, bareDay === null),
      confidence: 0.95,
    },
  ]
}

const lastOf = (xun: string, last: number) => (xun === '上旬' ? 10 : xun === '中旬' ? 20 : last)

function nextMonth(lo: FullDay, day: number): FullDay | null {
  const month = (lo.month % 12) + 1
  const year = month === 1 ? lo.year + 1 : lo.year
  return day <= Math.min(lo.day, lastDay(year, month)) && day < lo.day ? { year, month, day } : null
}

function endOf(second: DateTerm, lo: FullDay, base: DateBase): FullDay | null {
  if (second.hi.year) return resolve(second.hi, second, base, lo)
  const month = second.hi.month
  if (month === null) return null
  const before = month < lo.month || (month === lo.month && second.hi.day > 0 && second.hi.day < lo.day)
  return resolve({ ...second.hi, year: { value: before ? lo.year + 1 : lo.year } }, second, base, lo)
}

/** 4月16、17日 is a range when the days follow each other; otherwise each is a day by itself. */
function enumeration(text: string, term: DateTerm, lo: FullDay): FoundDate[] | null {
  const item = /[、和及](?<d>\d{1,2}|[二三]?十[一二三四五六七八九]?)[日号]?(?:上午|下午)?/uy
  const found: { at: number; end: number; day: FullDay }[] = [{ at: term.start, end: term.end, day: lo }]
  for (;;) {
    item.lastIndex = found.at(-1)!.end
    const match = item.exec(text)
    const print = match?.groups?.['d']
    if (!match || !print) break
    const bare = readTerm(`${print}日`, 0)
    const day = bare?.lo.day ?? 0
    if (day < 1 || day > lastDay(lo.year, lo.month)) break
    found.push({ at: match.index + 1, end: match.index + match[0].length, day: { ...lo, day } })
  }
  if (found.length < 2) return null
  const follow = found.every((entry, i) => i === 0 || daysBetween(found[i - 1]!.day, entry.day) === 1)
  if (follow) {
    const last = found.at(-1)!
    return [{ ...one(term, lo, last.day), end0: last.end, kind: 'range', part: null, confidence: 0.88 }]
  }
  return found.map(entry => ({
    ...one(term, entry.day, entry.day),
    start0: entry.at,
    end0: entry.end,
    part: partOf(text.slice(entry.at, entry.end)),
    confidence: 0.88,
  }))
}

/** An open beginning (自6月1日以来, 6月1日起), or null. */
export function sinceFrom(text: string, term: DateTerm, lo: FullDay, prefixed: boolean): FoundDate | null {
  const pattern = prefixed ? sinceTail : plainSince
  pattern.lastIndex = term.end
  const match = pattern.exec(text)
  if (!match && !(prefixed && text[term.start - 1] === '自')) return null
  const start0 =
    prefixed && text[term.start - 1] === '自'
      ? term.start - 1
      : prefixed && match
        ? term.start - 1
        : term.start
  return {
    ...one(term, lo, lo),
    start0,
    end0: match ? term.end + match[0].length : term.end,
    kind: 'since',
    end: null,
    confidence: match ? 0.9 : 0.65,
  }
}
