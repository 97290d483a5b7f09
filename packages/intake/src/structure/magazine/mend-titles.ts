import { isClosed } from '../words.ts'
import { loneMarks } from './bracket-marks.ts'
import { lineScore } from './joint-evidence.ts'
import { openingOf } from './opening.ts'
import type { PieceKind } from './piece.ts'
import type { Setting } from './setting.ts'
import { mayBeTitle } from './title-line.ts'

/** Titles as a whole: what lacks a mark is none, and a first line as wide as the text belongs to the second. */
export function mendTitles(kinds: PieceKind[], setting: Setting): void {
  for (const group of groupsOf(kinds, setting)) mendGroup(kinds, setting, group)
}

type Group = { readonly from: number; readonly to: number }

function groupsOf(kinds: readonly PieceKind[], { lines, pages }: Setting): Group[] {
  const groups: Group[] = []
  for (let from = 0; from < lines.length; from++) {
    if (kinds[from] !== 'headline') continue
    let to = from + 1
    while (to < lines.length && kinds[to] === 'headline' && lines[to]!.gap === 0 && pages[to] === pages[from])
      to++
    groups.push({ from, to })
    from = to - 1
  }
  return groups
}

function mendGroup(
  kinds: PieceKind[],
  { lines, measures, indents, sequences }: Setting,
  { from, to }: Group,
): void {
  const text = lines
    .slice(from, to)
    .map(line => line.text)
    .join('')
  const marks = loneMarks(text)
  if (marks.opening + marks.closing !== '' || text.length > 60) {
    kinds.fill('text', from, to)
    return
  }
  const above = lines[from - 1]
  const beyond = lines[from - 2]
  const next = lines[to]
  if (!above || !next || kinds[from - 1] !== 'text' || isClosed(above.text) || above.text.length > 24) return
  if (beyond && kinds[from - 2] === 'text' && !isClosed(beyond.text)) return
  const opens = ['indented', 'lede'].includes(openingOf(next, measures[to]!, indents))
  const score = lineScore(above.text, text, sequences)
  if (
    opens &&
    score > 0.8 &&
    mayBeTitle(above.text) &&
    !/[，。；].*[，。；]|[。；]/.test(above.text) &&
    score > lineScore(above.text, next.text, sequences)
  )
    kinds[from - 1] = 'headline'
}
