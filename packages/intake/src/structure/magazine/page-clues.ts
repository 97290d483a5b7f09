import type { Line } from '../line.ts'
import type { Masthead } from '../masthead.ts'
import type { NoiseReason } from '../page-noise.ts'
import { endsOfContents } from './contents-titles.ts'
import { numberedHead } from './furniture.ts'

/** What a magazine says of itself outside its text. */
export type PageClues = {
  /** Titles the list of contents names, without blanks. */
  readonly titles: ReadonlySet<string>
  /** Name of the magazine, without blanks. */
  readonly series: string | null
  /** Lines beside the Latin line of a section, by offset, and how many syllables it has. */
  readonly sections: ReadonlyMap<number, number>
  /** Lines behind the head or foot of a page, by offset. */
  readonly edges: ReadonlySet<number>
  /** Names beside page numbers, without blanks, that of the magazine left out; and how many such lines there are. */
  readonly heads: ReadonlySet<string>
  readonly headLines: number
  /** It says to whom it goes, or is called 简报 or the like. */
  readonly isBulletin: boolean
}

export function pageClues(
  lines: readonly Line[],
  reasons: readonly (NoiseReason | null)[],
  masthead: Masthead,
  isBulletin: boolean,
): PageClues {
  const titles = new Set<string>()
  const sections = new Map<number, number>()
  const heads = new Set<string>()
  let headLines = 0
  for (const [i, line] of lines.entries()) {
    const head = reasons[i] === 'running-head' ? numberedHead(line.text) : null
    if (head) headLines++
    if (head && head.name !== masthead.series) heads.add(head.name)
    if (reasons[i] === 'contents') for (const title of endsOfContents(line.text)) titles.add(title)
    if (reasons[i] !== 'pinyin') continue
    const syllables = syllablesOf(line.text)
    for (const beside of [textBeside(lines, reasons, i, -1), textBeside(lines, reasons, i, 1)])
      if (beside && Math.abs(beside.text.replace(/\s/g, '').length - syllables) <= 1)
        sections.set(beside.start, syllables)
  }
  return {
    titles,
    series: masthead.series,
    sections,
    edges: edgesOf(lines, reasons),
    heads,
    headLines,
    isBulletin,
  }
}

/** Offsets of the lines of text that follow a page number or a running head. */
export function edgesOf(lines: readonly Line[], reasons: readonly (NoiseReason | null)[]): Set<number> {
  const edges = new Set<number>()
  let behind = false
  for (const [i, line] of lines.entries()) {
    const reason = reasons[i]
    if (reason) behind ||= edge.has(reason)
    else {
      if (behind) edges.add(line.start)
      behind = false
    }
  }
  return edges
}

const edge = new Set<NoiseReason>(['page-number', 'running-head', 'repeated-masthead'])

// The nearest line of text above (-1) or below (1), over a page range or a second Latin line.
function textBeside(
  lines: readonly Line[],
  reasons: readonly (NoiseReason | null)[],
  i: number,
  step: number,
): Line | undefined {
  let k = i + step
  while (lines[k] && reasons[k] && Math.abs(k - i) < 3) k += step
  return lines[k]
}

// A vowel or several, with the consonants before them.
function syllablesOf(pinyin: string): number {
  return pinyin.toLowerCase().match(/[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+/g)?.length ?? 0
}
