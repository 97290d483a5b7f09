import { joinMapped, type MappedText, sliceMapped } from '../mapped-text.ts'
import type { Line } from './line.ts'

/** Lines joined without a blank, except between two Latin words; `skip` characters of the first line are left out. */
export function joinLines(lines: readonly Line[], skip = 0): MappedText {
  const parts: MappedText[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    // The blank stands where the line broke, so it has a place in the raw text.
    if (before && /[A-Za-z0-9,.;]$/.test(before.text.slice(-1)) && /^[A-Za-z]/.test(line.text.slice(0, 1)))
      parts.push({ text: ' ', at: [before.end] })
    parts.push(i === 0 && skip > 0 ? sliceMapped(line.content, skip) : line.content)
  }
  return joinMapped(parts)
}
