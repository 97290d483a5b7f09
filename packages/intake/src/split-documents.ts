import type { Span } from './contract.ts'
import { isDistributionLine } from './structure/distribution.ts'
import { type Line, scanLines } from './structure/line.ts'
import { readMasthead } from './structure/masthead.ts'
import { isSeriesName, readMastheadLine } from './structure/masthead-line.ts'
import { findPageNoise } from './structure/page-noise.ts'
import { isClosed } from './structure/words.ts'

// A masthead and the first lines below it fit in so many lines; a distribution list is no longer than this.
const mastheadReach = 20
const listReach = 30

/**
 * Cuts a raw text into its bulletins: a new one begins where, after a distribution list, another masthead (a number, or
 * an office with its day) stands with text of its own below; or where a series stands over another number than before.
 * One span when there is only one; the spans meet, so nothing is lost. Offsets are UTF-16 code units.
 */
export function splitDocuments(raw: string): Span[] {
  const lines = scanLines(raw, 0, raw.length)
  const cuts: number[] = []
  let listEnd = Number.NEGATIVE_INFINITY
  let number: number | null = null
  for (const [i, line] of lines.entries()) {
    if (line.text.length > 80) continue
    if (isDistributionLine(line.text)) {
      listEnd = i
      continue
    }
    const another = numberBelow(lines, i)
    const isAfterList = i - listEnd <= listReach
    if (
      (isAfterList || (another !== null && number !== null && another !== number)) &&
      startsBulletin(lines, i, raw)
    ) {
      cuts.push(line.start)
      listEnd = Number.NEGATIVE_INFINITY
      number = another
    }
    number ??= another
  }
  const bounds = [0, ...cuts, raw.length]
  return bounds.slice(1).map((end, i): Span => [bounds[i]!, end])
}

// The number printed alone on one of the next lines when this one names a series, null otherwise.
function numberBelow(lines: readonly Line[], i: number): number | null {
  if (!isSeriesName(lines[i]!.text)) return null
  for (const line of lines.slice(i + 1, i + 4)) {
    const { issueNo, rests } = readMastheadLine(line.text)
    if (issueNo !== null) return rests.length === 0 ? issueNo : null
  }
  return null
}

function startsBulletin(lines: readonly Line[], i: number, raw: string): boolean {
  const window = lines.slice(i, i + mastheadReach)
  const noise = findPageNoise(window)
  if (noise[0] === 'page-number' || noise[0] === 'rule' || /印发$|份[）)]?$/.test(window[0]!.text))
    return false
  const text = window.filter((_, k) => !noise[k])
  const masthead = readMasthead(text, raw)
  if (masthead.lines.length === 0) return false
  const below = text.slice(masthead.lines.length)
  const hasText = below.some(line => line.text.length > 40 || isClosed(line.text))
  return hasText && !isDistributionLine(below[0]?.text ?? '')
}
