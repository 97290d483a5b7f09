/** Ids of the things of a reading, as the page's marks have them, and what stands at a place of the raw text. */
import type { IntakeDocument, Span } from '@jianbao/intake/contract'

export type ValuePlace = {
  readonly kind: 'unit' | 'date' | 'place' | 'figure' | 'masthead'
  readonly id: string
  readonly spans: readonly Span[]
  readonly surface: string
  readonly confidence: number
}

/** Every value with its mark's id, and `at`: the id of the text that covers a raw offset, null when none does. */
export function placesOf(reading: IntakeDocument): {
  readonly values: ValuePlace[]
  at(offset: number): string | null
} {
  const values: ValuePlace[] = []
  const texts: { from: number; to: number; id: string }[] = []
  const text = (id: string, spans: readonly Span[]): void => {
    for (const [from, to] of spans) texts.push({ from, to, id })
  }
  for (const [m, { field, spans, confidence }] of reading.marks.entries())
    values.push({ kind: 'masthead', id: `m${m}`, spans, confidence, surface: field })
  for (const [c, column] of reading.columns.entries()) {
    text(`c${c}`, column.spans)
    for (const [a, article] of column.articles.entries()) {
      text(`h${c}.${a}`, article.headlineSpans)
      text(`b${c}.${a}`, article.contributorSpans)
      for (const [p, spans] of article.paragraphSpans.entries()) text(`p${c}.${a}.${p}`, spans)
      for (const [e, event] of article.events.entries())
        for (const kind of ['unit', 'date', 'place', 'figure'] as const)
          for (const [i, fact] of event[`${kind}s`].entries())
            values.push({ ...fact, kind, id: `e${c}.${a}.${e}.${kind[0]}${i}` })
    }
  }
  for (const [n, noise] of reading.noise.entries()) text(`n${n}`, noise.spans)
  texts.sort((a, b) => a.from - b.from)
  return { values, at: offset => findText(texts, offset) }
}

function findText(texts: readonly { from: number; to: number; id: string }[], offset: number) {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (texts[middle]!.from <= offset) low = middle + 1
    else high = middle
  }
  const found = texts[low - 1]
  return found && offset < found.to ? found.id : null
}
