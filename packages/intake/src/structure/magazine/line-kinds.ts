import type { LineRole } from '../../manuscript/line-hint.ts'
import type { Line } from '../line.ts'
import { columnName, isByline, isCaption, isContributor, isStaffLine } from '../words.ts'
import { knownTitles } from './known-titles.ts'
import { mendTitles } from './mend-titles.ts'
import { nameColumns } from './name-columns.ts'
import { isPersonLine, isWriterLine } from './names-of-people.ts'
import type { PieceKind } from './piece.ts'
import type { Setting } from './setting.ts'
import { isTitleLine } from './title-line.ts'
import { markVerses } from './verses.ts'

const kindOfRole: Partial<Record<LineRole, PieceKind>> = {
  column: 'column',
  headline: 'headline',
  contributor: 'contributor',
  heading: 'text',
  paragraph: 'text',
  caption: 'aside',
}

/** What each line is: part of a text or a thing of its own that may stand in the middle of one; and which are verses. */
export function kindsOf(setting: Setting): { kinds: PieceKind[]; verses: Set<number> } {
  const kinds: PieceKind[] = []
  const known = knownTitles(setting)
  for (const [i, line] of setting.lines.entries())
    kinds.push(known[i] ? 'headline' : kindOf(line, i, setting, kinds[i - 1]))
  nameColumns(kinds, setting)
  mendTitles(kinds, setting)
  return { kinds, verses: markVerses(kinds, setting.lines) }
}

function kindOf(line: Line, i: number, setting: Setting, before: PieceKind | undefined): PieceKind {
  const { text } = line
  const told = line.hint && kindOfRole[line.hint.role]
  if (told) return told
  const column = columnName(text)
  if (column && (column.mark === 'bracket' || column.mark === 'decorated')) return 'column'
  if (isContributor(text)) return 'contributor'
  if (isCaption(text) || isStaffLine(text) || isWriterLine(text)) return 'aside'
  if (before === 'headline' && isByline(text)) return 'aside'
  if (!isTitleLine(line, i, setting, before)) return 'text'
  // The last line of a title may be as short as a name.
  const isOwn = before !== 'headline' || line.gap > 0 || setting.pages[i] !== setting.pages[i - 1]
  return isByline(text) || (isOwn && !column && isPersonLine(text)) ? 'aside' : 'headline'
}
