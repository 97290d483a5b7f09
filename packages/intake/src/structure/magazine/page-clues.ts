import type { Line } from '../line.ts'
import type { Masthead } from '../masthead.ts'
import type { NoiseReason } from '../page-noise.ts'
import { endsOfContents } from './contents-titles.ts'

/** What a magazine says of itself outside its text. */
export type PageClues = {
  /** Titles the list of contents names, without blanks. */
  readonly titles: ReadonlySet<string>
  /** Name of the magazine, without blanks. */
  readonly series: string | null
  /** Offsets of lines beside the Latin line of a section. */
  readonly sections: ReadonlySet<number>
}

export function pageClues(
  lines: readonly Line[],
  reasons: readonly (NoiseReason | null)[],
  masthead: Masthead,
): PageClues {
  const titles = new Set<string>()
  const sections = new Set<number>()
  for (const [i, line] of lines.entries()) {
    if (reasons[i] === 'contents') for (const title of endsOfContents(line.text)) titles.add(title)
    if (reasons[i] !== 'pinyin') continue
    for (const step of [-1, 1]) {
      let k = i + step
      while (lines[k] && reasons[k] && Math.abs(k - i) < 3) k += step
      if (lines[k]) sections.add(lines[k]!.start)
    }
  }
  return { titles, series: masthead.series, sections }
}
