/**
 * How many lines text takes in columns, by the rules the engine itself follows: no first or last line of a paragraph
 * alone, a heading stays with what follows, space above a thing vanishes at the head of a column.
 */

/** One thing in a column, in lines of the grid. */
export type Unit = {
  rows: number
  /** Empty lines above it, where something stands above. */
  above: number
  /** Text may be parted between lines; anything else stands whole. */
  kind: 'text' | 'solid' | 'sticky'
}
export type Cursor = { unit: number; line: number }

/** Where a column of `rows` lines ends that begins at the cursor. */
export function fillColumn(units: readonly Unit[], from: Cursor, rows: number): Cursor {
  let used = 0
  let { unit: at, line } = from
  // Where a chain of headings began that still waits for what it belongs to.
  let held: number | null = null
  for (; at < units.length; at++, line = 0) {
    const unit = units[at]!
    const above = used > 0 && line === 0 ? unit.above : 0
    if (unit.kind !== 'text') {
      if (used + above + unit.rows > rows) return { unit: held ?? at, line: 0 }
      if (unit.kind === 'solid') held = null
      else held ??= at
      used += above + unit.rows
      continue
    }
    for (; line < unit.rows; line++) {
      const gap = line === 0 ? above : 0
      if (used + gap + togetherAt(line, unit.rows) > rows)
        return line === 0 ? { unit: held ?? at, line: 0 } : { unit: at, line }
      used += gap + 1
      held = null
    }
  }
  return { unit: at, line: 0 }
}

/** Lines that must stand in the same column as line `line` of a paragraph of `rows` lines, itself included. */
function togetherAt(line: number, rows: number): number {
  if (line === 0) return rows === 3 ? 3 : Math.min(2, rows)
  return line >= 2 && line + 2 === rows ? 2 : 1
}

/** The least height at which two columns of equal height hold the rest; null when none up to `most` does. */
export function balance(units: readonly Unit[], from: Cursor, most: number): number | null {
  let left = -from.line
  for (let at = from.unit; at < units.length; at++) left += units[at]!.rows + units[at]!.above
  const above = units.slice(from.unit).reduce((sum, unit) => Math.max(sum, unit.above), 0)
  for (let rows = Math.max(1, Math.ceil(left / 2) - above); rows <= most; rows++) {
    const end = fillColumn(units, fillColumn(units, from, rows), rows)
    if (end.unit >= units.length) return rows
  }
  return null
}
