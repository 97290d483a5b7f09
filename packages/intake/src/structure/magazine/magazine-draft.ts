import type { Draft } from '../build-columns.ts'
import { type Line, withoutLines } from '../line.ts'
import type { NoiseReason } from '../page-noise.ts'
import { isClosed } from '../words.ts'
import { assemble } from './assemble.ts'
import { cutAtTitles } from './cut-at-titles.ts'
import { cutPieces } from './cut-pieces.ts'
import { magazineFurniture } from './furniture.ts'
import { ungluedLines } from './glued-heads.ts'
import { joinTexts } from './join-texts.ts'
import { countSequences, type Sequences } from './joint-evidence.ts'
import { localMeasures } from './local-measure.ts'
import { matchHeadlines } from './match-headlines.ts'
import { mayBeMixed } from './may-be-mixed.ts'
import { nameSections } from './name-sections.ts'
import { isPersonLine } from './names-of-people.ts'
import { edgesOf, type PageClues } from './page-clues.ts'
import { isDoubleSpaced, pagesOf } from './pages.ts'
import type { Setting } from './setting.ts'
import { isInterleaved } from './signs.ts'
import { writeDraft } from './write-draft.ts'

const fewest = 15
/** A magazine of 300 pages has half as many pieces. */
const most = 6000
const mostLines = 30_000
const magazineCharacters = 20_000

/**
 * Articles of a text whose order an extractor broke: pieces are cut apart at every possible seam, ends are paired with
 * beginnings, headlines with texts. Null when nothing says that the order is broken: then the lines stand as they are.
 */
export function magazineDraft(given: readonly Line[], clues: PageClues): Draft | null {
  if (given.length < fewest || given.length > mostLines || given.some(line => line.level > 0)) return null
  const furniture = magazineFurniture(given, clues.series)
  const { reasons } = furniture
  const heads = new Set([...furniture.heads, ...clues.heads])
  const noise: Draft['noise'] = []
  for (const [i, line] of given.entries()) if (reasons[i]) noise.push({ reason: reasons[i], line })
  let lines = withoutLines(given, (_, i) => reasons[i] !== null)
  const edges = new Set([...clues.edges, ...edgesOf(given, reasons)])
  const pages = pagesOf(lines, edges)
  const measures = localMeasures(lines, pages)
  const isMagazine = isPeriodical(lines, reasons, clues)
  if (!isMagazine && !mayBeMixed(lines, measures)) return null
  let setting = settingOf(lines, clues, heads, edges)
  let pieces = cutPieces(setting)
  const unglued = ungluedLines(lines, setting.pages, pieces)
  if (unglued.heads.length > 0) {
    for (const line of unglued.heads) noise.push({ reason: 'running-head', line })
    lines = unglued.lines
    setting = settingOf(lines, clues, heads, edges, setting.sequences)
    pieces = cutPieces(setting)
  }
  if (pieces.length > most) return null
  pieces = cutAtTitles(pieces)
  let matched = matchHeadlines(pieces, setting.sequences)
  const named = nameSections(pieces, matched.partner, clues)
  if (named.changed) {
    pieces = named.pieces
    matched = matchHeadlines(pieces, setting.sequences)
  }
  const { partner, doubtful } = matched
  if (!isMagazine && !isInterleaved(pieces, partner, setting.sequences, clues.isBulletin)) return null
  const { articles, free } = assemble(pieces, partner, joinTexts(pieces, partner, setting.sequences))
  return writeDraft(pieces, articles, { free, doubtful, noise })
}

// Who wrote it, alone under an unfinished line.
function countBylines(lines: readonly Line[]): number {
  return lines.filter((line, i) => i > 0 && isPersonLine(line.text) && !isClosed(lines[i - 1]!.text)).length
}

// Names of authors, names beside page numbers, Latin lines over sections, or simply its size: no bulletin.
function isPeriodical(
  lines: readonly Line[],
  reasons: readonly (NoiseReason | null)[],
  { isBulletin, sections, headLines }: PageClues,
): boolean {
  if (isBulletin) return false
  if (countBylines(lines) >= 2) return true
  if (sections.size > 0 || headLines + reasons.filter(reason => reason === 'running-head').length >= 2)
    return true
  return lines.reduce((sum, line) => sum + line.text.length, 0) > magazineCharacters
}

function settingOf(
  lines: readonly Line[],
  clues: PageClues,
  heads: ReadonlySet<string>,
  edges: ReadonlySet<number>,
  known?: Sequences,
): Setting {
  const pages = pagesOf(lines, edges)
  return {
    lines,
    pages,
    measures: localMeasures(lines, pages),
    indents: lines.filter(line => line.indent >= 1.5 && line.indent <= 3).length > lines.length * 0.05,
    spaced: isDoubleSpaced(lines),
    sequences: known ?? countSequences(lines.map(line => line.text)),
    clues,
    heads,
  }
}
