import { squeeze } from './located-text.ts'

/** What of an event is scored; gold and predicted events both have it. */
export type ScoredEvent = {
  modality?: string
  units?: readonly { name: string; generic?: boolean }[]
  dates?: readonly { role?: string; start?: string | null; end?: string | null }[]
  figures?: readonly { value: number; unit?: string | null }[]
}

export const factKinds = ['unit', 'date', 'figure', 'unitDate', 'unitFigure'] as const
export type FactKind = (typeof factKinds)[number]

/** Planned events are not scored: what has not happened yet is no fact. */
export function isScored({ modality }: ScoredEvent): boolean {
  return !modality || modality === 'done' || modality === 'ongoing'
}

/** The distinct facts of some events as comparable text, by kind; links hold inside one event. */
export function listFacts(events: ScoredEvent[]): Record<FactKind, string[]> {
  const facts = {
    unit: unitsOf,
    date: datesOf,
    figure: figuresOf,
    unitDate: linked(datesOf),
    unitFigure: linked(figuresOf),
  }
  return Object.fromEntries(
    factKinds.map(kind => [kind, [...new Set(events.flatMap(facts[kind]))]]),
  ) as Record<FactKind, string[]>
}

function unitsOf(event: ScoredEvent): string[] {
  return (event.units ?? []).filter(unit => !unit.generic).map(unit => squeeze(unit.name ?? ''))
}

function datesOf(event: ScoredEvent): string[] {
  return (event.dates ?? [])
    .filter(date => (date.role ?? 'when') === 'when' && date.start)
    .map(date => `${date.start}/${date.end}`)
}

function figuresOf(event: ScoredEvent): string[] {
  return (event.figures ?? []).map(figure => `${figure.value} ${squeeze(figure.unit ?? '')}`)
}

function linked(of: (event: ScoredEvent) => string[]): (event: ScoredEvent) => string[] {
  return event => {
    const facts = [...new Set(of(event))]
    return [...new Set(unitsOf(event))].flatMap(unit => facts.map(fact => `${unit} · ${fact}`))
  }
}
