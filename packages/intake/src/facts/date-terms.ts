/** One dated term as printed: the first and last day it may mean, years left open where none is printed. */
export type DateTerm = {
  readonly start: number
  readonly end: number
  readonly lo: TermDay
  readonly hi: TermDay
  readonly part: string | null
  readonly fuzzyLo: boolean
  readonly fuzzyHi: boolean
  /** What is printed before 日 or 旬: tells what a later term may borrow from. */
  readonly month: number | null
  readonly shape: 'day' | 'bare-day' | 'days' | 'month' | 'year'
  /** Last day of a bare 底 or 末 is only known with its month. */
  readonly loose: boolean
}
/** `month` or `year` null where it is to be borrowed; `day` 0 stands for the last of the month, -4 for five days of it. */
export type TermDay = { readonly year: YearMark; readonly month: number | null; readonly day: number }
/** A year as printed, a year relative to the issue (今年 0, 去年 -1), or none. */
export type YearMark = { readonly value: number } | { readonly relative: number } | null

const month = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])'
const day = '(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])'
const year =
  '(?:(?<![\\d.])(?:19|20)\\d\\d年|[一二][〇零○九][〇零○一二三四五六七八九]{2}年|今年|本年|去年|上年|明年|前年)'
const part =
  '(?:(?:当日|当天)?(?:上午|下午|中午|晚上|晚间|凌晨|清晨|早上|早晨|傍晚|夜间|深夜|午后|当晚|晚(?![会间报])|早(?=[，上]|\\d)))'
const clock =
  '(?:\\d{1,2}[:：]\\d\\d|(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])[时点](?:\\d{1,2}分|半|整|许)?)'
const weekdayName = '(?:（?(?:周|星期|礼拜)[一二三四五六日天末](?:，?(?:上午|下午|晚上))?）?)'
const tail = `${weekdayName}?(?<part>${part})?(?:${clock})?(?<around>前后|左右)?`
// after a printed year a month and day stand or fall with it: 2021年2月29日 is no 2月29日
const borderless = '(?<![\\d.]|[\\d〇零○一二三四五六七八九每]年)'

/** Alternatives in the order they are tried at one place; each names its groups. */
const termSources = {
  numeric: `${borderless}(?<ny>(?:19|20)\\d\\d)[-/.](?<nm>0?[1-9]|1[0-2])[-/.](?<nd>[0-3]?\\d)(?![\\d.])`,
  monthDay: `${borderless}(?<y>${year})?(?<m>${month})月(?<d>${day})[日号]${tail}`,
  // 4月16至17日, 4月16、17日: the sign 日 comes only with the last
  monthDayOpen: `${borderless}(?<y>${year})?(?<m>${month})月(?<d>${day})(?=(?:、${day})*(?:[至到和、]|[-—–~～―─－]+)${day}[日号])`,
  monthPart: `${borderless}(?<y>${year})?(?<m>${month})月份?(?<xun>上旬|中旬|下旬|上中旬|中下旬|月?初(?![一二三四五六七八九十中高])|月?底|月?末|中(?=[，至到—]))(?<around>前后|左右)?`,
  monthOpen: `${borderless}(?<y>${year})?(?<m>\\d{1,2})(?=(?:至|到|[-—–~～―─－]+)\\d{1,2}月(?!\\d))`,
  quarter: `(?<y>${year})?(?:第(?<q>[一二三四1-4])季度|(?<![一二三四五\\d个])(?<q2>[一二三四1-4])季度)`,
  half: `(?<y>${year})?(?<half>上半年|下半年)`,
  yearPart: `(?<y>${year})(?<yp>年?初|年?底|年?末|年?中(?=[，以]))`,
  yearMonth: `${borderless}(?<y>${year})(?<m>${month})月份?(?![\\d一二三四五六七八九十])`,
  monthOnly: `${borderless}(?<m>\\d{1,2})月(?<fen>份)?(?![\\d一二三四五六七八九十])`,
  monthWord: `(?<=^|[，。、；（从自于在])(?<m>十[一二]?|[一二三四五六七八九])月(?:份|(?=[，至]))`,
  bareDay: `(?<![\\d月.年第每满期近历])(?<d>\\d{1,2}|[二三]?十[一二三四五六七八九]|廿[一二三四五六七八九]?)日(?![内期均游制元报语子后程])${tail}`,
} as const

export type TermName = keyof typeof termSources

/** Matches any term; groups repeat between alternatives, so each is compiled by itself and told by its first match. */
export const termPatterns: Readonly<Record<TermName, RegExp>> = Object.fromEntries(
  Object.entries(termSources).map(([name, source]) => [name, new RegExp(source, 'uy')]),
) as Record<TermName, RegExp>

/** Where a term may begin at all: keeps the search linear. */
export const termStart = new RegExp(
  `(?:19|20)\\d\\d[-/.]|${year}|${month}月|\\d{1,2}(?=(?:至|到|[-—–~～―─－]+)\\d{1,2}月)|第?[一二三四1-4]季度|[上下]半年|${day}日`,
  'gu',
)
