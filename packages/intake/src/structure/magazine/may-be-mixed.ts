import type { Line } from '../line.ts'
import { isClosed, isContributor, isHalfClosed } from '../words.ts'
import { reachOf } from './local-measure.ts'
import { isLede } from './opening.ts'

/**
 * Could the order of the lines be broken? Asked first and cheap, so that a text in order is not looked at any closer:
 * something short stands below a line that is full and unfinished, or a report stands without a headline before one with.
 */
export function mayBeMixed(lines: readonly Line[], measures: readonly number[]): boolean {
  let bare = lines[0] && isLede(lines[0].text) ? 1 : 0
  for (let i = 1; i + 1 < lines.length && bare < 2; i++) {
    const line = lines[i]!
    const measure = measures[i]!
    if (measure === 0 || isClosed(line.text) || isHalfClosed(line.text)) continue
    const above = lines[i - 1]!
    const isShort = reachOf(line) < measure - 1.4
    const isSet = isShort || isContributor(line.text)
    if (isSet && isCutAbove(above, measures[i - 1]!) && isInText(lines, i - 1)) return true
    if (isLede(line.text) && isClosed(above.text)) bare++
  }
  return bare >= 2
}

// The first line of a title of two lines is full and unfinished as well, but nothing goes on in it.
function isInText(lines: readonly Line[], i: number): boolean {
  const above = lines[i - 1]
  const { text } = lines[i]!
  return (
    isLede(text) || /[，、]/.test(text) || (above !== undefined && above.width >= 8 && !isClosed(above.text))
  )
}

function isCutAbove(line: Line, measure: number): boolean {
  return (
    measure > 0 &&
    reachOf(line) >= measure - 4.2 &&
    line.width >= 8 &&
    !isClosed(line.text) &&
    !isHalfClosed(line.text)
  )
}
