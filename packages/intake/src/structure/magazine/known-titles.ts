import { columnName, isClosed, isContributor } from '../words.ts'
import { loneMarks } from './bracket-marks.ts'
import type { Setting } from './setting.ts'

const squeeze = (text: string) => text.replace(/\s/g, '')

/** Lines that are titles whatever they look like: the list of contents has them, or they were set together. */
export function knownTitles(setting: Setting): boolean[] {
  const known = listedTitles(setting)
  markTight(known, setting)
  return known
}

const linesOfTitle = 4

// A title of the list of contents, over as many lines as it takes.
function listedTitles({ lines, clues }: Setting): boolean[] {
  const listed = lines.map(() => false)
  if (clues.titles.size === 0) return listed
  for (const i of lines.keys()) {
    let text = ''
    for (let k = i; k < Math.min(lines.length, i + linesOfTitle) && text.length <= 80; k++) {
      text += squeeze(lines[k]!.text)
      if (clues.titles.has(text)) listed.fill(true, i, k + 1)
    }
  }
  return listed
}

const mostTight = 4

// Where blank lines stand between all lines, two or three without one were set together: a title over several lines.
function markTight(listed: boolean[], { lines, pages, spaced }: Setting): void {
  if (!spaced) return
  for (let from = 0; from < lines.length; from++) {
    let to = from + 1
    while (to < lines.length && lines[to]!.gap === 0 && pages[to] === pages[from]) to++
    const block = lines.slice(from, to)
    const text = block.map(line => line.text).join('')
    const marks = loneMarks(text)
    const isTitle = block.length > 1 && block.length <= mostTight && text.length <= 60 && !isContributor(text)
    const plain = block.every(
      line => !isClosed(line.text) && !/[。；;]|[，、]$/.test(line.text) && !columnName(line.text),
    )
    if (isTitle && plain && marks.opening + marks.closing === '') listed.fill(true, from, to)
    from = to - 1
  }
}
