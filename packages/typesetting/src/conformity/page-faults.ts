/** What can be told only from the compiled pages: where lines, headings and the imprint came to stand. */
import type { ConformityFault, ConformityFinding } from '../contract.ts'
import type { Judged } from './judged.ts'
import type { PlacedMarks } from './marks.ts'
import { type PageLines, topPt } from './measure-pages.ts'
import type { PlacedFault } from './model-faults.ts'

const footPt = ((37 + 225) / 25.4) * 72
const snippet = (text: string): string => [...text].slice(0, 20).join('')

/** First and last lines alone, headings left behind; each with the page it is seen on. */
export function lineFaults(
  judged: readonly Judged[],
  marks: PlacedMarks,
  { lastBaselines, pitchPt }: PageLines,
): (PlacedFault & { page: number })[] {
  return judged.flatMap((one, index): (PlacedFault & { page: number })[] => {
    const found = (page: number, fault: ConformityFault) => [{ at: one.at, page, fault }]
    if (one.kind === 'heading') {
      const page = marks.pageOf(one.at)
      const next = marks.pageOf(judged[index + 1]?.at ?? null)
      const isLeft = page !== null && next !== null && next > page && !startsPage(one, judged[index + 1])
      return isLeft ? found(page, { rule: 'heading-at-foot', details: { text: one.text } }) : []
    }
    if (one.kind !== 'text') return []
    const start = marks.of(one.at).find(mark => mark.kind === 'start')
    const end = marks.of(one.at).findLast(mark => mark.kind === 'end')
    if (!start || !end || start.page === end.page) return []
    const details = { text: snippet(one.text) }
    const isOrphan = lastBaselines[start.page - 1]! < start.y + pitchPt / 2
    const isWidow = end.y < topPt + pitchPt
    return [
      ...(isOrphan ? found(start.page, { rule: 'orphan', details }) : []),
      ...(isWidow
        ? found(end.page, { rule: 'widow', details: { text: [...one.text].slice(-20).join('') } })
        : []),
    ]
  })
}

/** A heading with nothing below it is followed by another of its rank or above, which may well begin a page. */
function startsPage(heading: Judged, next: Judged | undefined): boolean {
  return heading.kind === 'heading' && next?.kind === 'heading' && next.rank <= heading.rank
}

/** 版记: on the last page, at its foot, with some of the text above it. */
export function imprintFaults(
  marks: PlacedMarks,
  pages: number,
  bodyEndPage: number | null,
): ConformityFinding[] {
  const [top, bottom] = marks.all.filter(mark => mark.kind === 'imprint')
  if (!top || !bottom) return []
  const fault = (reason: 'not-last-page' | 'not-at-foot' | 'alone'): ConformityFinding[] => [
    { rule: 'imprint-at-foot', page: bottom.page, details: { reason } },
  ]
  if (bottom.page !== pages) return fault('not-last-page')
  // One that goes over pages, or ends in the middle of one, is no foot.
  if (top.page !== bottom.page || bottom.y < footPt - 30) return fault('not-at-foot')
  return bodyEndPage !== null && bodyEndPage !== bottom.page ? fault('alone') : []
}
