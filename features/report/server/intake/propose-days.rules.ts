import { type DateMention, readDates } from '@jianbao/intake'
import type { ProposedDays } from '../../contract/index.ts'
import type { ReadArticle } from './read-article.rules.ts'
import { mainEvent } from './read-article.rules.ts'

type Found = Pick<DateMention, 'surface' | 'start' | 'end' | 'kind' | 'fuzzy' | 'confidence'> & {
  readonly spans: readonly (readonly [number, number])[]
}

const printedYear = /\d{4}|[一二三四五六七八九〇○零]{4}年|[今去前本]年/u
const ahead = /将(?:于|在|从|自|要)?|拟(?:于|定)?|计划|定于|即将|预计|拟在|预定/u

/** When it was: of the activity the text is about, else the first day the text names. */
export function proposeDays(article: ReadArticle, today: string, referenceDay: string): ProposedDays | null {
  const found = exactDay(
    fromEvents(article) ?? fromWords(article, referenceDay) ?? fromToday(article, referenceDay),
    article,
  )
  if (!found?.start) return null
  const { surface, kind, fuzzy, confidence } = found
  const yearless = !printedYear.test(surface) && kind !== 'anaphor'
  let start = found.start
  // 今年以来: it goes on until it is written.
  let end = found.end ?? (kind === 'since' && referenceDay > start ? referenceDay : start)
  const planned = start > today && ahead.test(sentenceAt(article, found))
  if (start > today && yearless && !planned) {
    const earlier = yearBefore(start)
    if (earlier) {
      end = yearBefore(end) ?? earlier
      start = earlier
    }
  }
  if (end < start) end = start
  const assumed = !yearless ? null : /月/u.test(surface) ? 'year' : 'month'
  return {
    start,
    end,
    surface,
    assumed,
    about: fuzzy.length > 0 || kind === 'since',
    planned,
    spans: article.spans(found.spans),
    confidence: round(confidence * (assumed === 'month' ? 0.7 : 1)),
  }
}

/** Days far from now are none of an activity for the reader of bulletins, but a late report may speak of one. */
function fromWords(article: ReadArticle, referenceDay: string): Found | null {
  const base = { issueDate: referenceDay, documentYear: Number(referenceDay.slice(0, 4)) }
  for (const date of readDates(article.body, base)) {
    if (date.role !== 'when' || date.start === null || date.kind === 'anaphor') continue
    const at = article.bodyAt + date.from
    return { ...date, spans: [[at, article.bodyAt + date.to]], confidence: round(date.confidence * 0.7) }
  }
  return null
}

const sinceToday =
  /(?:^|[。\n，,）)] *)(?<words>(?<day>今天|今日|昨天|昨日|昨晚|前天|前日)(?:上午|下午|晚上|早上|中午)?)(?=[，,]|[\u4e00-\u9fff])/u
const daysBack: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  前天: 2,
  前日: 2,
}

/** 昨日 at the head of a sentence: of the day it was signed or is read, which may not be the day it was written. */
function fromToday({ body, bodyAt }: ReadArticle, referenceDay: string): Found | null {
  const match = sinceToday.exec(body)
  const { words, day } = match?.groups ?? {}
  if (!match || !words || !day) return null
  const at = bodyAt + match.index + match[0].length - words.length
  const start = dayBefore(referenceDay, daysBack[day] ?? 0)
  const found = { surface: words, start, end: start, kind: 'day', fuzzy: [], confidence: 0.6 } as const
  return { ...found, fuzzy: [], spans: [[at, at + words.length]] }
}

function dayBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

/** 本月5日: the reader of bulletins sees the month, the day stands behind it. */
function exactDay(found: Found | null, { body, bodyAt }: ReadArticle): Found | null {
  const [span] = found?.spans ?? []
  if (!found?.start || !span || !/^[本上]个?月$/u.test(found.surface)) return found
  const behind = /^(?<no>\d{1,2})[日号](?:[上下]午)?/u.exec(body.slice(span[1] - bodyAt))
  const no = behind?.groups?.['no']
  const day = `${found.start.slice(0, 8)}${no?.padStart(2, '0')}`
  if (!behind || !no || found.end === null || day > found.end || Number(no) < 1) return found
  const surface = found.surface + behind[0]
  return {
    ...found,
    start: day,
    end: day,
    kind: 'day',
    fuzzy: [],
    surface,
    spans: [[span[0], span[1] + behind[0].length]],
  }
}

function fromEvents({ events }: ReadArticle): Found | null {
  const main = mainEvent(events)
  const dates = main?.dates.filter(date => date.role === 'when' && date.start !== null) ?? []
  return dates.find(date => date.kind === 'day' || date.kind === 'range') ?? dates[0] ?? null
}

function sentenceAt({ title, body, bodyAt }: ReadArticle, { spans }: Found): string {
  const raw = title === null ? body : `${title}\n${body}`
  const from = spans[0]?.[0] ?? bodyAt
  const start = Math.max(raw.lastIndexOf('。', from), raw.lastIndexOf('\n', from)) + 1
  const stop = raw.slice(from).search(/[。\n]/u)
  return raw.slice(Math.max(start, from - 40), stop < 0 ? from + 60 : Math.min(from + stop, from + 60))
}

/** The same day a year earlier; null for one no calendar has. */
function yearBefore(day: string): string | null {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  const time = Date.parse(`${earlier}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== earlier ? null : earlier
}

const round = (value: number): number => Math.round(value * 1000) / 1000
