/** Labelled bulletins cut into the texts their reporters would have pasted, and what the labels say of each. */
import { existsSync, readFileSync } from 'node:fs'
import { readDocuments } from '@jianbao/intake'

type At = readonly (readonly [number, number])[]
type Labelled = { readonly q: string; readonly at: At; readonly in?: string; readonly inherited?: boolean }
type Unit = Labelled & { readonly name: string; readonly role: string; readonly generic?: boolean }
type Day = Labelled & {
  readonly role: string
  readonly kind: string
  readonly start: string | null
  readonly end: string | null
}
type Figure = Labelled & {
  readonly value: number
  readonly unit: string
  readonly kind: string
  readonly qual: string
}
type Event = {
  readonly type: string
  readonly units: readonly Unit[]
  readonly dates: readonly Day[]
  readonly places: readonly (Labelled & { readonly name: string })[]
  readonly figures: readonly Figure[]
}
type Article = {
  readonly id: string
  readonly headline: Labelled | null
  readonly body: { readonly at: At }
  readonly contributor: Labelled | null
  readonly items?: readonly { readonly id: string; readonly at: At; readonly events: readonly Event[] }[]
  readonly events?: readonly Event[]
}
type Gold = {
  readonly file: string
  readonly issue: { readonly date: { readonly value: string } | null }
  readonly columns?: readonly { readonly articles: readonly Article[] }[]
  readonly articles?: readonly Article[]
}

export type Paste = {
  readonly id: string
  readonly title: string | null
  /** As it would come out of a Word file: a line for the headline, one for each paragraph. */
  readonly text: string
  /** The unit that did it, whose reporter pastes it. */
  readonly unit: string
  readonly today: string
  readonly events: readonly Event[]
}

/** `today` where the bulletin prints no date of its own. Empty when the labels are not there. */
export function labelledPastes(gold: URL, folder: URL, today: string): Paste[] {
  if (!existsSync(gold)) return []
  const labels = JSON.parse(readFileSync(gold, 'utf8')) as Gold
  const raw = readFileSync(new URL(labels.file, folder), 'utf8')
  const articles = labels.articles ?? labels.columns?.flatMap(column => column.articles) ?? []
  const day = labels.issue.date?.value ?? today
  const bare = (words: string): string => words.replace(/\s/gu, '')
  const read = readDocuments(raw).flatMap(document => document.columns.flatMap(column => column.articles))
  return articles.flatMap(article => {
    const items = article.items ?? [{ id: article.id, at: article.body.at, events: article.events ?? [] }]
    return items.flatMap(({ id, at, events }): Paste[] => {
      const unit = events.flatMap(event => event.units).find(one => !one.generic && one.role === 'host')
      if (!unit) return []
      const title = article.items ? null : (article.headline?.q ?? null)
      const whole = read.find(one => title !== null && bare(one.headline ?? '') === bare(title))
      const printed = at.map(([from, to]) => raw.slice(from, to)).join('')
      const lines = whole?.paragraphs ?? [printed.replace(/^[●■◆★]\s*/u, '').replace(/\n+/gu, '')]
      const text = [
        ...(title ? [title] : []),
        ...lines,
        ...(article.contributor ? [article.contributor.q] : []),
      ]
      return [{ id, title, text: text.join('\n'), unit: unit.name, today: day, events }]
    })
  })
}
