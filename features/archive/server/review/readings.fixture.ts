/** Readings of the invented texts, and what must hold for any reading of a text, however often it was corrected. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocuments } from '@jianbao/intake'
import type { IntakeDocument, Span } from '@jianbao/intake/contract'
import type { ReviewState } from './apply-edit.rules.ts'

const root = join(import.meta.dirname, '../../../..')

export type ReadText = { readonly file: string; readonly raw: string; readonly readings: IntakeDocument[] }

export function readInventedTexts(): ReadText[] {
  return globSync(['demo/archive/*.txt', 'packages/intake/gold/*.txt'], { cwd: root })
    .sort()
    .map(file => {
      const raw = readFileSync(join(root, file), 'utf8')
      return { file, raw, readings: readDocuments(raw) }
    })
}

export const stateOf = (readings: readonly IntakeDocument[]): ReviewState => ({
  readings,
  settled: [],
  corrections: [],
})

/** How often each character of the text that prints something is claimed by a part of the readings. */
export function claims(raw: string, readings: readonly IntakeDocument[]): string {
  const times = new Uint8Array(raw.length)
  for (const [, spans] of readings.flatMap(parts))
    for (const [from, to] of spans) for (let i = from; i < to; i++) times[i]!++
  return [...times].map((count, i) => (/\s/.test(raw[i]!) ? ' ' : count)).join('')
}

/** Texts that are not what their spans cut out, white space aside. What a person typed begins with `typed`. */
export function misplaced(raw: string, readings: readonly IntakeDocument[], typed: string): string[] {
  const squeeze = (text: string) => text.replace(/\s/g, '')
  const cut = (spans: readonly Span[]) => squeeze(spans.map(([from, to]) => raw.slice(from, to)).join(''))
  return [...readings.flatMap(parts), ...readings.flatMap(facts)]
    .filter(([text, spans]) => text !== null && !text.startsWith(typed) && squeeze(text) !== cut(spans))
    .map(([text, spans]) => `${text} ≠ ${cut(spans)}`)
}

type Part = readonly [string | null, readonly Span[]]

function parts(reading: IntakeDocument): Part[] {
  return [
    ...reading.columns.flatMap(column => [
      [column.name, column.spans] as const,
      ...column.articles.flatMap(article => [
        [article.headline, article.headlineSpans] as const,
        [article.contributor, article.contributorSpans] as const,
        ...article.paragraphs.map((text, at) => [text, article.paragraphSpans[at]!] as const),
      ]),
    ]),
    ...reading.noise.map(({ text, spans }) => [text, spans] as const),
    ...reading.distribution.map(({ spans }) => [null, spans] as const),
    ...reading.marks.map(({ spans }) => [null, spans] as const),
  ]
}

function facts(reading: IntakeDocument): Part[] {
  const events = reading.columns.flatMap(column => column.articles.flatMap(article => article.events))
  return events.flatMap(({ units, dates, places, figures }) =>
    [...units, ...dates, ...places, ...figures].map(({ surface, spans }) => [surface, spans] as const),
  )
}
