import type { LineHint, LineRole } from '../manuscript/line-hint.ts'
import { joinMapped } from '../mapped-text.ts'
import type { BlockKind } from './block.ts'
import { printedWidth } from './character.ts'
import type { Line } from './line.ts'
import type { NoiseReason } from './page-noise.ts'

/** The lines with what the layout says of each; the lines of a series name become one. Linear: all are in order. */
export function hintLines(lines: readonly Line[], hints: readonly LineHint[]): Line[] {
  if (hints.length === 0) return [...lines]
  const furniture = finder(hints.filter(({ role }) => role === 'noise'))
  const things = finder(hints.filter(({ role }) => role !== 'noise'))
  const hinted: Line[] = []
  for (const line of lines) {
    const hint = furniture(line) ?? things(line)
    const last = hinted.at(-1)
    if (!hint) hinted.push(line)
    else if (hint.role === 'series' && last?.hint === hint) hinted[hinted.length - 1] = join(last, line)
    else hinted.push({ ...line, hint })
  }
  return hinted
}

// The hint that covers a line, asked line by line in order.
function finder(hints: readonly LineHint[]): (line: Line) => LineHint | null {
  let next = 0
  return line => {
    while (next < hints.length && hints[next]!.span[1] <= line.start) next++
    const hint = hints[next]
    return hint && hint.span[0] < line.end ? hint : null
  }
}

function join(a: Line, b: Line): Line {
  const content = joinMapped([a.content, b.content])
  return { ...a, end: b.end, content, text: content.text, width: printedWidth(content.text) }
}

const reasonOf: Partial<Record<LineRole, NoiseReason>> = { noise: 'running-head', contents: 'contents' }

/** Reasons of noise where the layout knows better than the words: furniture it names, and headings it knows for real. */
export function hintReasons(
  lines: readonly Line[],
  reasons: readonly (NoiseReason | null)[],
): (NoiseReason | null)[] {
  return reasons.map((reason, i) => {
    const role = lines[i]!.hint?.role
    if (role === undefined || role === 'block') return reason
    return reasonOf[role] === undefined ? null : (reason ?? reasonOf[role])
  })
}

const kindOf: Partial<Record<LineRole, BlockKind>> = {
  column: 'column',
  headline: 'headline',
  contributor: 'contributor',
  heading: 'paragraph',
  paragraph: 'paragraph',
  caption: 'caption',
}

/** What the layout says a line is, null when it does not say. */
export function hintedKind(line: Line): BlockKind | null {
  return (line.hint && kindOf[line.hint.role]) ?? null
}

/** Does the layout say that both lines belong to one thing? */
export function isOneThing(before: Line | undefined, line: Line): boolean {
  return line.hint !== undefined && before?.hint === line.hint
}
