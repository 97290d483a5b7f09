import type {
  DateMention,
  EventFact,
  FigureMention,
  IntakeWarning,
  PlaceMention,
  Span,
  UnitMention,
} from '../contract.ts'
import { spansOf } from '../mapped-text.ts'
import type { DraftUnit, EventDraft, In } from './event-draft.ts'
import type { FactsContext } from './facts.types.ts'
import { chineseNumber } from './numerals.ts'
import type { SentenceFacts } from './paragraph-facts.ts'
import type { DateReading } from './read-dates.ts'
import type { FigureReading } from './read-figures.ts'
import type { PlaceReading } from './read-places.ts'

const doubtful = 0.6

/** Turns drafts into events of the contract with spans of the raw file, and collects what is doubtful. */
export class EventWriter {
  readonly #raw: string
  readonly #hasIssueDate: boolean
  readonly #warnings: IntakeWarning[] = []
  readonly #seen = new Set<string>()

  constructor(context: FactsContext) {
    this.#raw = context.raw
    this.#hasIssueDate = context.issueDate !== null
  }

  write(draft: EventDraft): EventFact {
    const units = draft.units.map(unit => this.#unit(unit))
    const dates = draft.dates.map(date => this.#date(date))
    const places = draft.places.map(place => this.#place(place))
    const figures = draft.figures.map(figure => this.#figure(figure))
    for (const sentence of draft.sentences) this.#counts(sentence)
    const spans = draft.sentences.flatMap(sentence =>
      spansOf(sentence.source, sentence.from, sentence.to, this.#raw),
    )
    const all = [...units, ...dates, ...figures].map(value => value.confidence)
    const mean = all.length ? all.reduce((sum, value) => sum + value, 0) / all.length : 0.5
    return {
      type: draft.type,
      modality: draft.modality,
      act: draft.act || openingClause(draft),
      text: draft.sentences.map(sentence => sentence.source.text.slice(sentence.from, sentence.to)).join(''),
      spans,
      units,
      dates,
      places,
      figures,
      confidence: round(units.length ? mean : mean * 0.6),
    }
  }

  /** Warnings so far, each once; `events` tells whether a year had to be assumed. */
  warnings(events: readonly EventFact[]): IntakeWarning[] {
    const first = events
      .flatMap(event => event.dates)
      .find(date => date.start !== null && !/\d{4}|[〇零]/u.test(date.surface) && date.kind !== 'anaphor')
    if (first && !this.#hasIssueDate)
      this.#warn(
        'year-assumed',
        `没有印发日期，“${first.surface}”的年份按全文推定为 ${first.start?.slice(0, 4)} 年`,
        first.spans,
      )
    return this.#warnings
  }

  #spans(sentence: SentenceFacts, from: number, to: number): Span[] {
    return spansOf(sentence.source, sentence.from + from, sentence.from + to, this.#raw)
  }

  /** The surface with its blanks as printed, line breaks removed (gold/RULES.md 1.3). */
  #surface(spans: readonly Span[]): string {
    return spans
      .map(([from, to]) => this.#raw.slice(from, to))
      .join('')
      .replace(/\s*[\r\n]+\s*/gu, '')
  }

  #unit({ unit, role, embedded, sentence, inherited }: DraftUnit): UnitMention {
    const spans = this.#spans(sentence, unit.from, unit.to)
    const mention: UnitMention = {
      name: unit.name,
      surface: this.#surface(spans),
      role,
      generic: unit.generic,
      spans,
      confidence: unit.confidence,
    }
    if (embedded) mention.embedded = true
    if (inherited) mention.inherited = true
    if (unit.confidence < doubtful)
      this.#warn('unit-uncertain', `单位“${mention.surface}”不能确定，请核对全称`, spans)
    return mention
  }

  #date({ date, sentence, inherited }: In<{ readonly date: DateReading }>): DateMention {
    const spans = this.#spans(sentence, date.from, date.to)
    const { from: _from, to: _to, surface: _surface, ...rest } = date
    const mention: DateMention = { ...rest, surface: this.#surface(spans), spans }
    if (inherited) mention.inherited = true
    if (date.confidence < doubtful)
      this.#warn('date-uncertain', `时间“${mention.surface}”不能确定，请核对`, spans)
    return mention
  }

  #place({ place, sentence }: In<{ readonly place: PlaceReading }>): PlaceMention {
    const spans = this.#spans(sentence, place.from, place.to)
    return {
      name: place.name,
      surface: this.#surface(spans),
      kind: place.kind,
      spans,
      confidence: place.confidence,
    }
  }

  #figure({ figure, sentence }: In<{ readonly figure: FigureReading }>): FigureMention {
    const spans = this.#spans(sentence, figure.from, figure.to)
    const { from: _from, to: _to, ...rest } = figure
    const mention: FigureMention = { ...rest, surface: this.#surface(spans), spans }
    if (figure.confidence < doubtful)
      this.#warn('figure-uncertain', `数据“${mention.surface}”不能确定，请核对`, spans)
    return mention
  }

  /** A、B等9家单位: the printed count is a check of the list before it. */
  #counts(sentence: SentenceFacts): void {
    for (const list of sentence.roles.lists) {
      const match =
        /^(?<etc>等)?(?<count>\d+|[一二两三四五六七八九十]+)[家个所](?=[^，。]{0,8}(?:单位|部门|企业|学会|机构|媒体|院校|高校|学校|组织|科协|医院))/u.exec(
          sentence.text.slice(list.to),
        )
      if (!match) continue
      const print = match.groups?.['count'] ?? ''
      const count = /\d/.test(print) ? Number(print) : chineseNumber(print)
      // 等 may leave out many; a list that is nearly whole, or longer than its count, is worth a look
      if (count === list.units.length || list.units.length < count * 0.6) continue
      this.#warn(
        'list-count-differs',
        `原文写明 ${count} 家，列出 ${list.units.length} 家，请核对`,
        this.#spans(sentence, list.from, list.to + match[0].length),
      )
    }
  }

  #warn(code: IntakeWarning['code'], message: string, spans: readonly Span[]): void {
    const first = spans[0]
    const last = spans.at(-1)
    if (!first || !last) return
    const key = `${code} ${first[0]} ${last[1]}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#warnings.push({ code, message, span: [first[0], Math.max(first[0], last[1])] })
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000

/** An act whose verb is not known is told by how its first sentence begins: an event without words helps nobody. */
function openingClause({ sentences }: EventDraft): string {
  const [first] = sentences
  if (!first) return ''
  const text = first.source.text.slice(first.from, first.to).trim()
  return text.split(/[，。；：！？]/u, 1)[0]!.slice(0, 40)
}
