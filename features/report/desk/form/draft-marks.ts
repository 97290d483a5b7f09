/** Which words of the text each field was taken from. */
import type { ReportDraft } from '../../contract/index.ts'

export type DraftMark = {
  /** The field: `days`, `place`, `figure:…` by its id or, while it is proposed, `figure?0` by its place. */
  readonly id: string
  readonly kind: 'date' | 'place' | 'unit' | 'figure'
  readonly spans: readonly (readonly [number, number])[]
  readonly pending: boolean
  readonly rank: number
}

type Found = { readonly in: 'title' | 'body'; readonly from: number; readonly to: number }

/** Marks of what is proposed and of what was accepted, found again when the text was edited since. */
export function draftMarks(draft: ReportDraft): DraftMark[] {
  const { body, proposal } = draft
  const marks: DraftMark[] = []
  const taken = new Set<number>()
  const find = (words: string | null | undefined): (readonly [number, number])[] => {
    if (!words) return []
    for (let at = body.indexOf(words); at >= 0; at = body.indexOf(words, at + 1))
      if (!taken.has(at)) {
        taken.add(at)
        return [[at, at + words.length]]
      }
    return []
  }
  const add = (id: string, kind: DraftMark['kind'], spans: DraftMark['spans'], pending: boolean) => {
    if (spans.length) marks.push({ id, kind, spans, pending, rank: kind === 'figure' ? 0 : 1 })
  }
  // Spans count in the text as it was read: in another one they point at other words.
  const fresh = proposal?.body === body
  const proposed = (spans: readonly Found[] | null, words: string | null) => {
    const inBody = fresh ? (spans ?? []).filter(span => span.in === 'body') : []
    if (!inBody.length) return fresh && spans?.length ? [] : find(words)
    for (const { from } of inBody) taken.add(from)
    return inBody.map(({ from, to }) => [from, to] as const)
  }
  if (proposal) {
    const { days, place, figures, units } = proposal
    if (days) add('days', 'date', proposed(days.spans, days.surface), true)
    if (place) add('place', 'place', proposed(place.spans, place.text), true)
    figures.forEach((figure, at) => {
      add(`figure?${at}`, 'figure', proposed(figure.spans, figure.surface), true)
    })
    units.forEach((unit, at) => {
      add(`unit?${at}`, 'unit', proposed(unit.spans, unit.surface), true)
    })
  }
  if (draft.startDay)
    add(
      'days',
      'date',
      dayWords(draft)
        .map(find)
        .find(spans => spans.length) ?? [],
      false,
    )
  add('place', 'place', find(draft.place), false)
  for (const { id, surface } of draft.figures) add(`figure:${id}`, 'figure', find(surface), false)
  draft.partners.forEach(({ name }, at) => {
    add(`unit:${at}`, 'unit', find(name), false)
  })
  return marks
}

/** How a text prints the day, the longest first. */
function dayWords({ startDay, endDay }: ReportDraft): string[] {
  const [year, month, day] = startDay!.split('-').map(Number)
  const [, endMonth, endDate] = (endDay ?? '').split('-').map(Number)
  const last = endDate ? [`${month}月${day}日至${endMonth === month ? '' : `${endMonth}月`}${endDate}日`] : []
  const short =
    endDate && endMonth === month ? [`${month}月${day}至${endDate}日`, `${month}月${day}-${endDate}日`] : []
  return [...last, ...short, `${year}年${month}月${day}日`, `${month}月${day}日`]
}

/** The field whose words lie at a place of the text; the shortest where several do. */
export function markAt(marks: readonly DraftMark[], offset: number): DraftMark | null {
  const size = ({ spans }: DraftMark) => spans.reduce((sum, [from, to]) => sum + to - from, 0)
  const over = marks.filter(({ spans }) => spans.some(([from, to]) => offset >= from && offset <= to))
  return over.sort((a, b) => a.rank - b.rank || size(a) - size(b))[0] ?? null
}
