import type { Line } from '../line.ts'
import { isListHeading } from '../numbered-heading.ts'
import { columnName, isBulleted, isClosed, isContributor, isNumbered } from '../words.ts'
import { lineScore } from './joint-evidence.ts'
import { reachOf } from './local-measure.ts'
import { isPersonLine, isWriterLine } from './names-of-people.ts'
import { isLede, openingOf } from './opening.ts'
import type { PieceKind } from './piece.ts'
import type { Setting } from './setting.ts'

/** Is line `i` a headline or a part of one, also in the middle of a text? `before`: what the line above is. */
export function isTitleLine(line: Line, i: number, setting: Setting, before: PieceKind | undefined): boolean {
  const { lines, measures, pages, sequences } = setting
  const { text } = line
  if (!mayBeTitle(text)) return false
  const measure = measures[i]!
  if (measure === 0) return text.length <= 40 && !isDatedClause(text)
  const width = reachOf(line)
  const hangs = /[，。、；：？！”）》]$/.test(text) ? 1 : 0
  const above = lines[i - 1]
  const next = lines[i + 1]
  // 难解之谜： over the rest of a title, not over a text.
  if (text.endsWith('：') && !(next && next.gap === 0 && reachOf(next) < measure - 6)) return false
  if (width < measure - 6) return !isDatedClause(text)
  const isOpenAbove =
    above !== undefined && before === 'text' && !isClosed(above.text) && !isListHeading(above.text)
  // Who wrote it stands below a title, never inside a text.
  if (!isOpenAbove && next && (isPersonLine(next.text) || isWriterLine(next.text))) return true
  const goesOn = next ? lineScore(text, next.text, sequences) : 0
  if (isOpenAbove && pages[i - 1] === pages[i]) {
    if (width > measure - 1.4) return false
    const onto = lineScore(above.text, text, sequences)
    if (onto >= 1.6) return false
    // Between two lines of a text that go on with each other better than with it.
    const through = next ? lineScore(above.text, next.text, sequences) : 0
    const apart = onto + goesOn
    return width < measure - 3.6 || (through > 0.8 && through > apart + 1.5)
  }
  if (isOpenAbove && lineScore(above.text, text, sequences) > 0.5) return false
  if (isDatedClause(text) || !next) return false
  // Nothing of a text is left open before a contributor, and nothing is wider than its measure.
  if (isContributor(next.text) || columnName(next.text)?.mark === 'bracket') return true
  if (width - hangs > measure + 1.2 && goesOn < 1.5) return true
  // Where indents are printed, a flush line that ends nothing and stands over an indented one is no text.
  if (setting.indents && line.indent < 1 && next.indent >= 1.5 && !isOpenAbove) return true
  // A flush line that begins nothing must be full.
  if (setting.indents && line.indent < 1 && width < measure - 1.9 && !isOpenAbove && goesOn < 1.6) return true
  // In a tight text blank lines frame what stands alone.
  const isFramed = !setting.spaced && line.gap > 0 && next.gap > 0
  const isDue = isFramed || (before !== 'text' && before !== 'headline')
  const opening = openingOf(next, measures[i + 1]!, setting.indents)
  if (opening !== 'lede' && opening !== 'indented')
    return width < measure - 3.6 && goesOn < (isDue ? 1.5 : -0.3)
  if (before === 'headline' && line.gap === 0) return true
  if (!isDue && /[，,]/.test(text)) return false
  const most = (opening === 'lede' ? 0.8 : 0.35) + (isDue ? 1.7 : 0)
  return goesOn < most && openingOf(line, measure, setting.indents) !== 'lede'
}

// 4月14日，某某科协召开…: how a report begins, never a title.
function isDatedClause(text: string): boolean {
  return isLede(text) && /[，,]/.test(text)
}

/** Could the text be a title or a line of one, as far as the text tells? */
export function mayBeTitle(text: string): boolean {
  if (text.length < 2 || text.length > 46 || isClosed(text) || /[；;:]$/.test(text)) return false
  if (
    /[。；;]|[，、,（“《]$|[，、：].$|^.[，、；]|[的和与及在对将把被从向于并或]$/.test(text) ||
    isNumbered(text) ||
    isBulleted(text)
  )
    return false
  return (text.match(/[，,]/g)?.length ?? 0) <= 2
}
