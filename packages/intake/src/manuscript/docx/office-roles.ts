import { isDistributionLine } from '../../structure/distribution.ts'
import { isSeriesName, readMastheadLine } from '../../structure/masthead-line.ts'
import { columnName, isClosed, isContributor } from '../../structure/words.ts'
import type { LineRole } from '../line-hint.ts'
import type { WordParagraph } from './word-document.types.ts'

type Roles = (LineRole | null)[]
/** A paragraph that prints something, and its place among all. */
type Printed = { readonly at: number; readonly paragraph: WordParagraph; readonly text: string }

const mastheadReach = 12
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/

/**
 * What an office says by styles of its own: heading levels, a table of contents, captions, and bold centred lines where it
 * uses no styles. Says nothing where it is not consistent: the words decide then. Linear.
 */
export function officeRoles(paragraphs: readonly WordParagraph[]): Roles {
  const roles: Roles = paragraphs.map(plainRole)
  const printed = paragraphs.flatMap((paragraph, at): Printed[] => {
    const text = paragraph.lines.join('').trim()
    return text === '' ? [] : [{ at, paragraph, text }]
  })
  const body = printed.map((each, i) => (i < mastheadReach && isMasthead(each) ? null : each))
  for (const [at, role] of headingRoles(body) ?? setApartRoles(body)) roles[at] ??= role
  return roles
}

function plainRole({ styleName, styleId }: WordParagraph): LineRole | null {
  if (/^(?:toc\b|目录)/i.test(styleName)) return 'contents'
  if (/^(?:caption|题注|图注)/i.test(styleName)) return 'caption'
  return /^(?:header|footer|页眉|页脚)/i.test(styleName || styleId) ? 'noise' : null
}

function isMasthead({ text }: Printed): boolean {
  return isSeriesName(text) || readMastheadLine(text).isField
}

function headingLevel({ styleName }: WordParagraph): number {
  if (/^(?:title|标题)$/i.test(styleName)) return 1
  return Number(/^(?:heading|标题)\s?([1-9])/i.exec(styleName)?.[1] ?? 0)
}

/** Roles by heading levels; null where the document has none. */
function headingRoles(body: readonly (Printed | null)[]): [number, LineRole][] | null {
  const levels = body.map(each => (each ? headingLevel(each.paragraph) : 0))
  const [top, second] = [...new Set(levels)].filter(level => level > 0).sort((a, b) => a - b)
  if (top === undefined) return null
  const tops = body.flatMap((each, i) => (each && levels[i] === top ? [{ each, below: levels[i + 1] }] : []))
  // Columns stand over headlines where the highest level is short and mostly leads straight to the next one.
  const hasColumns =
    second !== undefined &&
    tops.every(({ each }) => each.text.length <= 14) &&
    tops.filter(({ below }) => below === second).length >= tops.length * 0.5
  const isList = tops.length > 1 && tops.every(({ each }) => numbered.test(each.text))
  const roleOf = (text: string, level: number): LineRole | null => {
    if (hasColumns) return level === top ? 'column' : level === second ? 'headline' : 'heading'
    if (level === top) return columnName(text)?.mark === 'bracket' ? 'column' : isList ? null : 'headline'
    // A lone heading over everything is the title of the paper; the next level then heads the articles.
    return tops.length === 1 && level === second && !numbered.test(text) ? 'headline' : 'heading'
  }
  return body.flatMap((each, i): [number, LineRole][] => {
    const role = each && levels[i]! > 0 ? roleOf(each.text, levels[i]!) : null
    return each && role ? [[each.at, role]] : []
  })
}

/** Headlines by looks, where that is a habit: one such line may be anything. */
function setApartRoles(body: readonly (Printed | null)[]): [number, LineRole][] {
  const looks = body.map(each => each !== null && isSetApart(each))
  const habit = looks.filter((look, i) => look && !looks[i - 1]).length
  if (habit < 2) return []
  return body.flatMap((each, i): [number, LineRole][] => {
    if (!each || !looks[i]) return []
    // A headline has text below it, after at most three more lines of its own.
    const leads = looks.slice(i + 1, i + 5).includes(false)
    return leads ? [[each.at, 'headline']] : []
  })
}

function isSetApart({ paragraph, text }: Printed): boolean {
  if (!paragraph.isCentred || paragraph.inTable || text.length > 60) return false
  if (!paragraph.isBold && paragraph.fontSize < 17) return false
  if (isClosed(text) || columnName(text)?.mark === 'bracket' || isContributor(text)) return false
  return !isDistributionLine(text)
}
