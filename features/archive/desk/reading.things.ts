/** From the id of a mark back to the thing it stands for. */
import type { Reading, ReadingArticle, ReadingEvent } from './reading.marks.ts'

type Fact<K extends 'units' | 'dates' | 'places' | 'figures'> = ReadingEvent[K][number]

export type Thing = { readonly confidence: number | null } & (
  | { readonly kind: 'unit'; readonly fact: Fact<'units'> }
  | { readonly kind: 'date'; readonly fact: Fact<'dates'> }
  | { readonly kind: 'place'; readonly fact: Fact<'places'> }
  | { readonly kind: 'figure'; readonly fact: Fact<'figures'> }
  | { readonly kind: 'event'; readonly event: ReadingEvent }
  | { readonly kind: 'masthead'; readonly field: Reading['marks'][number]['field'] }
  | { readonly kind: 'noise'; readonly noise: Reading['noise'][number] }
  | {
      readonly kind: 'headline' | 'column' | 'contributor' | 'distribution' | 'warning' | 'paragraph'
      readonly text: string
    }
)

/** @returns null for an id that names nothing in this reading. */
export function findThing(reading: Reading, id: string): Thing | null {
  const [, letter, numbers, factLetter, factAt] = /^([a-z])([\d.]+?)(?:\.([udpf])(\d+))?$/.exec(id) ?? []
  const [one = -1, two = -1, three = -1] = (numbers ?? '').split('.').map(Number)
  const column = reading.columns[one]
  const article = column?.articles[two]
  switch (letter) {
    case 'w':
      return textThing('warning', reading.warnings[one]?.message)
    case 'd': {
      const list = reading.distribution[one]
      return textThing('distribution', list ? `${list.to}：${list.entries[two] ?? ''}` : null)
    }
    case 'c':
      return textThing('column', column?.name)
    case 'h':
      return textThing('headline', article?.headline)
    case 'b':
      return textThing('contributor', article?.contributor)
    case 'p':
      return textThing('paragraph', article?.paragraphs[three])
    case 'm': {
      const mark = reading.marks[one]
      return mark ? { kind: 'masthead', field: mark.field, confidence: mark.confidence } : null
    }
    case 'n': {
      const noise = reading.noise[one]
      return noise ? { kind: 'noise', noise, confidence: null } : null
    }
    case 'e':
      return factThing(article, three, factLetter, Number(factAt))
    default:
      return null
  }
}

function factThing(
  article: ReadingArticle | undefined,
  eventAt: number,
  letter: string | undefined,
  at: number,
): Thing | null {
  const event = article?.events[eventAt]
  if (!event) return null
  const { units, dates, places, figures } = event
  if (letter === undefined) return { kind: 'event', event, confidence: event.confidence }
  if (letter === 'u' && units[at]) return { kind: 'unit', fact: units[at], confidence: units[at].confidence }
  if (letter === 'd' && dates[at]) return { kind: 'date', fact: dates[at], confidence: dates[at].confidence }
  if (letter === 'p' && places[at])
    return { kind: 'place', fact: places[at], confidence: places[at].confidence }
  if (letter === 'f' && figures[at])
    return { kind: 'figure', fact: figures[at], confidence: figures[at].confidence }
  return null
}

function textThing(
  kind: 'headline' | 'column' | 'contributor' | 'distribution' | 'warning' | 'paragraph',
  text: string | null | undefined,
): Thing | null {
  return text ? { kind, text, confidence: null } : null
}
