/** How much of what people labelled the form is filled with, and how much of what it is filled with they labelled. */
import { defaultRegister } from '@jianbao/intake'
import { activityTypes, figureMeasures } from '@jianbao/intake/contract'
import type { ReportProposal } from '../../contract/index.ts'
import type { Paste } from './labelled-pastes.fixture.ts'
import { proposeReport } from './propose-report.rules.ts'
import type { Reporting } from './reporting.types.ts'

export const fields = [
  'title',
  'days',
  'units',
  'type',
  'place',
  'figures',
  'measures',
  'ownFirst',
  'spans',
] as const
export type Field = (typeof fields)[number]
export type Score = { right: number; proposed: number; labelled: number }
export type Miss = {
  readonly id: string
  readonly field: Field
  readonly lacks: string[]
  readonly extra: string[]
}

/** A pack that takes every type and measure of the reader under its own name. */
const wide: NonNullable<Reporting['reporting']> = {
  types: activityTypes.map(id => ({ id, name: id, reads: [id] })),
  measures: figureMeasures.map(id => ({ id, name: id, units: anyUnit(), reads: id })),
}

function anyUnit(): string[] {
  return { includes: () => true } as unknown as string[]
}

const bare = (words: string): string => words.replace(/\s/gu, '')

/** The proposal for one paste, as the reporter of the unit that did it would get it. */
export function proposeFor({ text, unit, today }: Paste): ReportProposal {
  return proposeReport(text, {
    unit: { id: 'own', name: unit, otherNames: [], above: [] },
    register: defaultRegister(),
    unitOf: () => null,
    reporting: wide,
    today,
  })
}

export function scoreProposals(pastes: readonly Paste[]): { scores: Record<Field, Score>; misses: Miss[] } {
  const scores = Object.fromEntries(
    fields.map(field => [field, { right: 0, proposed: 0, labelled: 0 }]),
  ) as Record<Field, Score>
  const misses: Miss[] = []
  for (const paste of pastes) {
    const proposal = proposeFor(paste)
    const told = labelled(paste)
    const given = proposed(proposal, paste)
    for (const field of fields) {
      const lacks = told[field].filter(one => !given[field].includes(one))
      const extra = given[field].filter(one => !told[field].includes(one))
      scores[field].labelled += told[field].length
      scores[field].proposed += given[field].length
      scores[field].right += told[field].length - lacks.length
      if (lacks.length || extra.length) misses.push({ id: paste.id, field, lacks, extra })
    }
  }
  return { scores, misses }
}

type Told = Record<Field, string[]>
const distinct = (all: string[]): string[] => [...new Set(all)]

function labelled({ title, events, unit, today }: Paste): Told {
  const main =
    events.find(event =>
      event.dates.some(date => date.role === 'when' && date.start && !date.inherited && date.in !== 'lead'),
    ) ?? events[0]
  const when = main?.dates.find(
    date => date.role === 'when' && date.start && !date.inherited && date.in !== 'lead',
  )
  const figures = events.flatMap(event => event.figures)
  return {
    title: title === null ? [] : [bare(title)],
    // 今年以来: until it was written.
    days: when?.start ? [`${when.start}/${when.end ?? (when.kind === 'since' ? today : when.start)}`] : [],
    units: distinct(
      events.flatMap(event => event.units.filter(one => !one.generic).map(one => bare(one.name))),
    ),
    type: main ? [main.type] : [],
    place: main?.places.length ? ['named'] : [],
    figures: distinct(figures.map(figure => `${figure.value} ${figure.unit}`)),
    measures: distinct(figures.map(figure => `${figure.value} ${figure.kind} ${figure.qual}`)),
    ownFirst: [unit],
    spans: ['true'],
  }
}

function proposed(proposal: ReportProposal, { events }: Paste): Told {
  const { title, days, units, type, place, figures, body } = proposal
  const places = events.flatMap(event => event.places.map(one => bare(one.q)))
  const at = (span: { in: string; from: number; to: number }): string =>
    (span.in === 'title' ? (title?.text ?? '') : body).slice(span.from, span.to)
  const quotes = [
    ...(days ? [[days.surface, days.spans] as const] : []),
    ...units.map(unit => [unit.surface, unit.spans] as const),
    ...figures.map(figure => [figure.surface, figure.spans] as const),
    ...(place ? [[place.text, place.spans] as const] : []),
  ]
  return {
    title: title?.printed ? [bare(title.text)] : [],
    days: days ? [`${days.start}/${days.end}`] : [],
    units: units.map(unit => bare(unit.name)),
    type: type ? [type.key] : [],
    place: place ? [places.includes(bare(place.text)) ? 'named' : place.text] : [],
    figures: distinct(figures.map(figure => `${figure.value} ${figure.unit}`)),
    measures: distinct(figures.map(figure => `${figure.value} ${figure.measure} ${figure.qualifier}`)),
    ownFirst: units[0]?.own ? [units[0].name] : [],
    // Each thing's words stand where its spans say.
    spans: [
      String(
        quotes.every(([words, spans]) => spans === null || bare(spans.map(at).join('')) === bare(words)),
      ),
    ],
  }
}
