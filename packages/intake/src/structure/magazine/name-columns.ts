import { columnName } from '../words.ts'
import type { PieceKind } from './piece.ts'
import type { Setting } from './setting.ts'

const squeeze = (text: string) => text.replace(/\s/g, '')

/** 教学一线 alone where a headline could stand: a short name of the genre, or one the page says is a section. */
export function nameColumns(kinds: PieceKind[], { lines, spaced, clues, heads }: Setting): void {
  for (const [i, line] of lines.entries()) {
    if (kinds[i] !== 'headline' && kinds[i] !== 'aside') continue
    const name = squeeze(line.text)
    const isAlone = (k: number, gap: number) => kinds[k] !== 'headline' || (spaced && gap > 0)
    const alone = isAlone(i - 1, line.gap) && isAlone(i + 1, lines[i + 1]?.gap ?? 1)
    const isTold = heads.has(name) || (clues.sections.has(line.start) && !clues.titles.has(name))
    if (isTold && alone && isNameLike(name)) kinds[i] = 'column'
    if (kinds[i] !== 'headline') continue
    const found = columnName(line.text)
    if (found && found.name.length <= 6 && (alone || found.mark === 'known')) kinds[i] = 'column'
  }
}

/** Could the text name a section: a few Chinese characters and nothing else? */
export function isNameLike(name: string): boolean {
  return /^[\p{Script=Han}·]{2,8}$/u.test(name)
}
