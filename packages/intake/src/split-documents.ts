import type { Span } from './contract.ts'
import { isDistributionLine } from './structure/distribution.ts'
import { type Line, scanLines } from './structure/line.ts'
import { readMasthead } from './structure/masthead.ts'
import { findPageNoise } from './structure/page-noise.ts'
import { isClosed } from './structure/words.ts'

/**
 * Cuts a raw text into its bulletins: a new one begins where, after a distribution list, another masthead (a number, or
 * an office with its day) stands with text of its own below. One span when there is only one; the spans meet, so
 * nothing is lost. Offsets are UTF-16 code units.
 */
export function splitDocuments(raw: string): Span[] {
  const lines = scanLines(raw, 0, raw.length)
  const cuts: number[] = []
  let afterList = false
  let listEnd = 0
  for (const [i, line] of lines.entries()) {
    if (line.text.length < 1000 && isDistributionLine(line.text)) {
      afterList = true
      listEnd = i
    } else if (afterList && i - listEnd > 30) afterList = false
    else if (afterList && startsBulletin(lines, i, raw)) {
      cuts.push(line.start)
      afterList = false
    }
  }
  const bounds = [0, ...cuts, raw.length]
  return bounds.slice(1).map((end, i): Span => [bounds[i]!, end])
}

function startsBulletin(lines: readonly Line[], i: number, raw: string): boolean {
  const window = lines.slice(i, i + 20)
  const noise = findPageNoise(window)
  if (noise[0] === 'page-number' || noise[0] === 'rule' || /印发$|份[）)]?$/.test(window[0]!.text))
    return false
  const text = window.filter((_, k) => !noise[k])
  const masthead = readMasthead(text, raw)
  if (masthead.lines.length === 0) return false
  const below = text.slice(masthead.lines.length)
  return (
    below.some(line => line.text.length > 40 || isClosed(line.text)) &&
    !isDistributionLine(below[0]?.text ?? '')
  )
}
