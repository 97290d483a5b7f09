/** What is marked in the original while a document is reviewed, and which thing stays in hand after an edit. */
import type { MarkKind, TextMark } from '@jianbao/ui'
import type { Doubt } from '../../contract/index.ts'
import { type Reading, readingMarks, visibleSpan } from '../reading.marks.ts'

/** @returns the marks of a reading; its warnings are shown as the doubts still open. */
export function reviewMarks(
  reading: Reading,
  open: readonly Doubt[],
  noiseTitle: (noise: Reading['noise'][number]) => string,
): TextMark[] {
  const doubts = open.map(
    ({ id, span, message }): TextMark => ({
      id,
      kind: 'warning',
      spans: [visibleSpan(span)],
      rank: 1,
      title: message,
    }),
  )
  return [...doubts, ...readingMarks({ ...reading, warnings: [] }, noiseTitle)]
}

const structural: ReadonlySet<MarkKind> = new Set([
  'headline',
  'column',
  'contributor',
  'masthead',
  'noise',
  'paragraph',
])

/**
 * Edits move places and so change ids, the raw text never moves.
 * @param old the mark in hand before the edit. @returns the id of what stands there now, null when nothing does.
 */
export function markAfterEdit(marks: readonly TextMark[], old: TextMark | undefined): string | null {
  const first = old?.spans[0]
  if (!old || !first) return null
  const here = marks.filter(mark => mark.spans.some(([from, to]) => from <= first[0] && first[0] < to))
  const same = here.filter(mark => mark.kind === old.kind)
  const exact = same.find(mark => mark.spans[0]?.[0] === first[0] && mark.spans[0]?.[1] === first[1])
  const around = here.filter(mark => structural.has(mark.kind)).sort((a, b) => a.rank - b.rank)
  return (exact ?? same[0] ?? around[0])?.id ?? null
}
