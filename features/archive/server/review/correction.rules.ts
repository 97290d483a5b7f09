/** Corrections of facts, kept by their place in the raw text so that facts that are read anew have them again. */
import { alignText, sliceMapped, wholeSpans } from '@jianbao/intake'
import type {
  DateMention,
  DocumentArticle,
  EventFact,
  FigureMention,
  Span,
  UnitMention,
} from '@jianbao/intake/contract'
import { around } from './doubts.rules.ts'

/** An event by where it begins and what it says. */
export type EventAnchor = { readonly start: number | null; readonly act: string; readonly nth: number }
/** A value by where it is printed; one that a person added is printed nowhere and is known by its words. */
export type ValueAnchor = { readonly span: Span | null; readonly words: string; readonly nth: number }

type Named = Pick<UnitMention, 'name' | 'role'>
type Dated = Pick<DateMention, 'start' | 'end'>
type Measured = Pick<FigureMention, 'value' | 'unit' | 'measure'>

export type FactChange =
  | { readonly do: 'set-unit'; readonly of: ValueAnchor; readonly to: { name: string; role?: Named['role'] } }
  | { readonly do: 'set-date'; readonly of: ValueAnchor; readonly to: Dated }
  | { readonly do: 'set-figure'; readonly of: ValueAnchor; readonly to: Measured }
  | { readonly do: 'drop-unit' | 'drop-date' | 'drop-figure'; readonly of: ValueAnchor }
  | { readonly do: 'add-unit'; readonly to: Named }
  | { readonly do: 'add-date'; readonly to: Dated }
  | { readonly do: 'set-type'; readonly to: EventFact['type'] }
  | { readonly do: 'drop-event' }

export type Correction = { readonly reading: number; readonly at: EventAnchor; readonly change: FactChange }

type Value = UnitMention | DateMention | FigureMention

export const wordsOf = (value: Value): string => ('name' in value ? value.name : value.surface)

export function eventAnchor(article: DocumentArticle, at: number): EventAnchor {
  const event = article.events[at]!
  const { act } = event
  const start = event.spans[0]?.[0] ?? null
  const twins = article.events.slice(0, at).filter(each => isAt(each, start) && each.act === act)
  return { start, act, nth: twins.length }
}

export function valueAnchor(values: readonly Value[], at: number): ValueAnchor {
  const value = values[at]!
  const anchor = { span: around(value.spans), words: wordsOf(value) }
  return { ...anchor, nth: values.slice(0, at).filter(each => isThe(each, { ...anchor, nth: 0 })).length }
}

/** The article with one correction; as it was where what the correction speaks of no longer stands. */
export function correctFacts(
  article: DocumentArticle,
  { at, change }: Pick<Correction, 'at' | 'change'>,
  raw: string,
): DocumentArticle {
  const place = findEvent(article, at, change.do !== 'drop-event')
  if (change.do === 'drop-event')
    return place < 0 ? article : { ...article, events: article.events.toSpliced(place, 1) }
  const events = article.events.map((event, e) => correctEvent(event, e === place, change, raw))
  return events.some((event, e) => event !== article.events[e]) ? { ...article, events } : article
}

type EventChange = Exclude<FactChange, { do: 'drop-event' }>

function correctEvent(event: EventFact, isIt: boolean, change: EventChange, raw: string): EventFact {
  switch (change.do) {
    case 'set-type':
      return isIt ? { ...event, type: change.to } : event
    case 'add-unit':
      return isIt ? { ...event, units: [...event.units, addedUnit(event, change.to, raw)] } : event
    case 'add-date':
      return isIt ? { ...event, dates: [...event.dates, addedDate(change.to)] } : event
    case 'drop-unit':
      return isIt ? { ...event, units: without(event.units, change.of) } : event
    case 'drop-date':
      return isIt ? { ...event, dates: without(event.dates, change.of) } : event
    case 'drop-figure':
      return isIt ? { ...event, figures: without(event.figures, change.of) } : event
    case 'set-unit':
      return { ...event, units: replaced(event.units, change.of, isIt, unit => named(unit, change.to, isIt)) }
    case 'set-date':
      return { ...event, dates: replaced(event.dates, change.of, isIt, date => dated(date, change.to)) }
    case 'set-figure':
      return {
        ...event,
        figures: replaced(event.figures, change.of, isIt, figure => ({
          ...figure,
          ...change.to,
          confidence: 1,
        })),
      }
  }
}

/** The same printed words may stand in several events: they mean the same in all of them. */
function replaced<T extends Value>(
  values: T[],
  anchor: ValueAnchor,
  isIt: boolean,
  put: (value: T) => T,
): T[] {
  if (anchor.span) return values.map(value => (isThe(value, anchor) ? put(value) : value))
  const at = isIt ? findValue(values, anchor) : -1
  return at < 0 ? values : values.with(at, put(values[at]!))
}

function without<T extends Value>(values: T[], anchor: ValueAnchor): T[] {
  const at = findValue(values, anchor)
  return at < 0 ? values : values.toSpliced(at, 1)
}

function named(unit: UnitMention, { name, role }: { name: string; role?: Named['role'] }, isIt: boolean) {
  return { ...unit, name, role: (isIt ? role : undefined) ?? unit.role, generic: false, confidence: 1 }
}

function dated(date: DateMention, { start, end }: Dated): DateMention {
  return { ...date, role: 'when', kind: kindOf(start, end), start, end, fuzzy: [], confidence: 1 }
}

function addedDate({ start, end }: Dated): DateMention {
  const none = { surface: '', part: null, spans: [], fuzzy: [] }
  return { ...none, role: 'when', kind: kindOf(start, end), start, end, confidence: 1 }
}

/** A unit the reader missed is often printed in the event's own sentence all the same. */
function addedUnit(event: EventFact, { name, role }: Named, raw: string): UnitMention {
  const at = event.text.indexOf(name)
  const text = at < 0 ? null : alignText(raw, event.text, event.spans)
  const spans = text ? wholeSpans(sliceMapped(text, at, at + name.length), raw) : []
  return { name, surface: spans.length ? name : '', role, generic: false, spans, confidence: 1 }
}

function kindOf(start: string | null, end: string | null): DateMention['kind'] {
  if (start === null) return 'vague'
  if (end === null) return 'since'
  return start === end ? 'day' : 'range'
}

/** Its place among the events; where it begins elsewhere by now, the one event that still covers its beginning. */
function findEvent({ events }: DocumentArticle, { start, act, nth }: EventAnchor, loosely: boolean): number {
  const exact = indexes(events, event => isAt(event, start) && event.act === act)
  if (exact[nth] !== undefined) return exact[nth]
  if (start === null) return -1
  const covering = indexes(events, event => event.spans.some(([from, to]) => from <= start && start < to))
  const same = covering.filter(at => events[at]!.act === act)
  if (same.length === 1) return same[0]!
  return loosely && covering.length === 1 ? covering[0]! : -1
}

function findValue(values: readonly Value[], anchor: ValueAnchor): number {
  return indexes(values, value => isThe(value, anchor))[anchor.nth] ?? -1
}

function isThe(value: Value, { span, words }: ValueAnchor): boolean {
  const place = around(value.spans)
  return span ? place?.[0] === span[0] && place[1] === span[1] : !place && wordsOf(value) === words
}

const isAt = (event: EventFact, start: number | null) => (event.spans[0]?.[0] ?? null) === start

function indexes<T>(list: readonly T[], passes: (item: T) => boolean): number[] {
  return list.flatMap((item, at) => (passes(item) ? [at] : []))
}
