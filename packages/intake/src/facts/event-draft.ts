import type { EventFact } from '../contract.ts'
import type { UnitReading } from './facts.types.ts'
import type { SentenceFacts } from './paragraph-facts.ts'
import type { DateReading } from './read-dates.ts'
import type { FigureReading } from './read-figures.ts'
import type { PlaceReading } from './read-places.ts'
import type { Role } from './unit-roles.ts'

/** A value with the sentence it stands in; offsets are offsets into that sentence. */
export type In<T> = T & { readonly sentence: SentenceFacts; readonly inherited?: boolean }
export type DraftUnit = In<{ readonly unit: UnitReading; readonly role: Role; readonly embedded: boolean }>

/** An event while its article is still being read. */
export type EventDraft = {
  type: EventFact['type']
  modality: EventFact['modality']
  act: string
  readonly sentences: SentenceFacts[]
  readonly units: DraftUnit[]
  readonly dates: In<{ readonly date: DateReading }>[]
  readonly places: In<{ readonly place: PlaceReading }>[]
  readonly figures: In<{ readonly figure: FigureReading }>[]
}

/** Adds units that the event does not name yet. */
export function addUnits(draft: EventDraft, units: readonly DraftUnit[]): void {
  for (const unit of units)
    if (!draft.units.some(known => known.unit.name === unit.unit.name)) draft.units.push(unit)
}

/** Adds figures; the same value said again is the same figure (gold/RULES.md 8.6). */
export function addFigures(draft: EventDraft, sentence: SentenceFacts): void {
  for (const figure of sentence.figures) {
    const known = draft.figures.some(
      entry => entry.figure.value === figure.value && entry.figure.unit === figure.unit,
    )
    if (!known) draft.figures.push({ figure, sentence })
  }
  if (sentence.figures.length > 0 && !draft.sentences.includes(sentence)) draft.sentences.push(sentence)
}

/** Adds dates; a day that the event has already is not said twice. */
export function addDates(draft: EventDraft, sentence: SentenceFacts, dates: readonly DateReading[]): void {
  for (const date of dates) {
    const known = draft.dates.some(entry => entry.date.start === date.start && entry.date.end === date.end)
    if (!known) draft.dates.push({ date, sentence })
  }
}

/** The unit that did it: the first host, or the first of any role but those something is done to. */
export function hostOf(draft: EventDraft): DraftUnit | null {
  const passive = new Set<Role>(['recipient', 'initiate', 'promote'])
  return (
    draft.units.find(unit => unit.role === 'host' || unit.role === 'organise') ??
    draft.units.find(unit => !passive.has(unit.role)) ??
    null
  )
}

/** The host with those that stand beside it as hosts in the same sentence (A、B举办…). */
export function hostsOf(draft: EventDraft): DraftUnit[] {
  const host = hostOf(draft)
  if (!host) return []
  return draft.units.filter(
    unit =>
      unit === host || (unit.role === 'host' && host.role === 'host' && unit.sentence === host.sentence),
  )
}
