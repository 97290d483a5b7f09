import type { MappedText } from '../mapped-text.ts'
import { daysBetween, type FullDay, parseIso } from './calendar.ts'
import { divisionAt } from './divisions.ts'
import { background } from './event-words.ts'
import type { FactsContext, UnitReading } from './facts.types.ts'
import { plainText, quotedMask } from './plain-text.ts'
import { type DateReading, readPlainDates } from './read-dates.ts'
import { type FigureReading, readPlainFigures } from './read-figures.ts'
import { readPlainUnits } from './read-units.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { settingAfter, type UnitSetting } from './unit-names.ts'
import { type RolesRead, readRoles } from './unit-roles.ts'

/** Where the reader of an article stands: places and aliases in force, the last day spoken of. */
export type ReadingState = { setting: UnitSetting; previousDay: FullDay | null }

/** A sentence with what was read in it; offsets of dates and figures are offsets into the sentence. */
export type SentenceFacts = Sentence & {
  readonly source: MappedText
  readonly dates: readonly DateReading[]
  readonly figures: readonly FigureReading[]
  readonly units: readonly UnitReading[]
  readonly roles: RolesRead
}
export type ParagraphFacts = {
  readonly sentences: readonly SentenceFacts[]
  readonly setting: UnitSetting
  readonly previousDay: FullDay | null
}

/** Reads dates, figures and units of one paragraph (blanks taken out before) and deals them out to its sentences. */
export function paragraphFacts(
  source: MappedText,
  context: FactsContext,
  state: ReadingState,
  isHeadline: boolean,
): ParagraphFacts {
  const plain = plainText(source.text)
  const base = {
    issueDate: context.issueDate,
    documentYear: context.documentYear,
    previous: state.previousDay,
  }
  const dates = isHeadline ? [] : readPlainDates(plain, base)
  const figures = isHeadline ? [] : readPlainFigures(plain)
  const quoted = quotedMask(plain.text)
  const read = readPlainUnits(plain, context.register, located(plain.text, state.setting))
  const units = read.units.filter(unit => !(quoted[unit.from] && quoted[unit.to - 1]))
  const sentences = isHeadline
    ? [{ from: 0, to: plain.text.length, text: plain.text }]
    : sentencesOf(plain.text)
  const dealt = [deal(dates, sentences), deal(figures, sentences), deal(units, sentences)] as const
  return {
    sentences: sentences.map((sentence, i) => {
      const own = dealt[2][i] ?? []
      return {
        ...sentence,
        source,
        dates: (dealt[0][i] ?? []).filter(date => counts(date, sentence.text, context)),
        figures: dealt[1][i] ?? [],
        units: own,
        roles: readRoles(sentence.text, own),
      }
    }),
    setting: read.setting,
    previousDay: dates.map(date => parseIso(date.start)).findLast(day => day !== null) ?? null,
  }
}

/** The first city or county printed tells what 市 means until a unit says otherwise. */
function located(text: string, setting: UnitSetting): UnitSetting {
  if (setting.city) return setting
  for (let i = 0; i < text.length; i++) {
    const division = divisionAt(text, i)
    if (division?.full && division.level !== 'province') {
      const after = settingAfter(setting, [division])
      return { ...setting, city: after.city, county: setting.county ?? after.county }
    }
    if (division) i += division.print.length - 1
  }
  return setting
}

type Placed = { readonly from: number; readonly to: number }

/** Shares things out to the sentences they stand in, one pass, offsets made relative to the sentence. */
function deal<T extends Placed>(things: readonly T[], sentences: readonly Sentence[]): T[][] {
  const dealt: T[][] = sentences.map(() => [])
  let at = 0
  for (const thing of things) {
    while (at < sentences.length - 1 && thing.from >= sentences[at]!.to) at++
    const sentence = sentences[at]
    if (sentence)
      dealt[at]!.push({
        ...thing,
        from: thing.from - sentence.from,
        to: Math.min(thing.to, sentence.to) - sentence.from,
      })
  }
  return dealt
}

const aboutTime = /(?:总结|回顾|通报|部署|安排|谋划|研究|对|关于|就|肯定)[^，。；、]{0,4}$/u
const farDays = 400

/** Days of the past that only explain (2013年被确定为…) and days of names are no dates of an event. */
function counts(date: DateReading, sentence: string, context: FactsContext): boolean {
  const clause = sentence.slice(date.from, date.from + 24)
  if (
    background.test(clause) ||
    /^(?:度|版|第|来|级|底前|底，|(?:发布|出版|召开|印发|颁布|公布|结束|闭幕|制定|下发|出台|通过)的(?!通知))/u.test(
      sentence.slice(date.to),
    )
  )
    return false
  // 总结上半年工作, 部署四季度任务, 延期至月底: what a meeting speaks about is not when it was held
  if (aboutTime.test(sentence.slice(0, date.from)) && !/日/u.test(date.surface)) return false
  if (/(?:延期|推迟|延长|放宽)[至到]$/u.test(sentence.slice(0, date.from))) return false
  if (/将(?:于|从|在|自|持续至?到?|延续至?到?)?$/u.test(sentence.slice(0, date.from))) return false
  const start = parseIso(date.start)
  if (!start) return true
  if (
    /^\d{4}年?\d{0,2}月?$/u.test(date.surface) &&
    /^(?:全国|[\u4e00-\u9fff]{2,4}[省市县]|重点|工作|以来|机关)/u.test(sentence.slice(date.to))
  )
    return false
  const issue = parseIso(context.issueDate)
  if (issue) return Math.abs(daysBetween(start, issue)) <= farDays
  return context.documentYear === null || Math.abs(start.year - context.documentYear) <= 1
}
