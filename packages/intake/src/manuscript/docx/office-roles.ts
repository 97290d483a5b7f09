import { isDistributionLine } from '../../structure/distribution.ts'
import { isSeriesName, readMastheadLine } from '../../structure/masthead-line.ts'
import { columnName, isClosed, isContributor } from '../../structure/words.ts'
import type { LineRole } from '../line-hint.ts'
import type { WordParagraph } from './word-document.types.ts'

type Roles = (LineRole | null)[]

const mastheadReach = 12
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/

/**
 * What an office says by styles of its own: heading levels, a table of contents, captions, and bold centred lines where it
 * uses no styles. Says nothing where it is not consistent: the words decide then.
 */
export function officeRoles(paragraphs: readonly WordParagraph[]): Roles {
  const roles: Roles = paragraphs.map(plainRole)
  const levels = paragraphs.map(paragraph =>
    isMasthead(paragraph, paragraphs) ? 0 : headingLevel(paragraph),
  )
  const used = [...new Set(levels)].filter(level => level > 0).sort((a, b) => a - b)
  if (used.length > 0) return roles.map((role, i) => role ?? headingRole(paragraphs, levels, used, i))
  const looks = paragraphs.map(paragraph => looksSetApart(paragraph, paragraphs))
  // One such line may be anything; a habit is a rule.
  const headed = looks.filter((look, i) => look && !looks[i - 1]).length
  if (headed < 2) return roles
  return roles.map((role, i) => role ?? (looks[i] && leadsText(paragraphs, looks, i) ? 'headline' : null))
}

function plainRole({ styleName, styleId }: WordParagraph): LineRole | null {
  if (/^(?:toc\b|目录)/i.test(styleName)) return 'contents'
  if (/^(?:caption|题注|图注)/i.test(styleName)) return 'caption'
  return /^(?:header|footer|页眉|页脚)/i.test(styleName || styleId) ? 'noise' : null
}

function headingLevel({ styleName, lines }: WordParagraph): number {
  if (lines.length === 0) return 0
  if (/^(?:title|标题)$/i.test(styleName)) return 1
  return Number(/^(?:heading|标题)\s?([1-9])/i.exec(styleName)?.[1] ?? 0)
}

// Columns stand over headlines where the highest level is short and mostly leads straight to the next one.
function headingRole(
  paragraphs: readonly WordParagraph[],
  levels: readonly number[],
  used: readonly number[],
  i: number,
): LineRole | null {
  const level = levels[i]!
  if (level === 0) return null
  const [top, second] = used
  const tops = paragraphs.flatMap((_, k) => (levels[k] === top ? [k] : []))
  const below = tops.filter(k => levels[next(paragraphs, k)] === second)
  const hasColumns =
    second !== undefined &&
    tops.every(k => textOf(paragraphs[k]).length <= 14) &&
    below.length >= tops.length * 0.5
  if (hasColumns) return level === top ? 'column' : level === second ? 'headline' : 'heading'
  const isList = tops.length > 1 && tops.every(k => numbered.test(textOf(paragraphs[k])))
  if (level === top)
    return columnName(textOf(paragraphs[i]))?.mark === 'bracket' ? 'column' : isList ? null : 'headline'
  // A lone heading over everything is the title of the paper; the next level then heads the articles.
  return tops.length === 1 && level === second && !numbered.test(textOf(paragraphs[i]))
    ? 'headline'
    : 'heading'
}

function looksSetApart(paragraph: WordParagraph, all: readonly WordParagraph[]): boolean {
  const text = textOf(paragraph)
  if (!paragraph.isCentred || paragraph.inTable || text === '' || text.length > 60) return false
  if (!paragraph.isBold && paragraph.fontSize < 17) return false
  if (isClosed(text) || columnName(text)?.mark === 'bracket' || isContributor(text)) return false
  return !isDistributionLine(text) && !isMasthead(paragraph, all)
}

// A headline has text below it, after at most another line of its own.
function leadsText(paragraphs: readonly WordParagraph[], looks: readonly boolean[], i: number): boolean {
  let at = i
  for (let lines = 0; lines < 4 && looks[at]; lines++) at = next(paragraphs, at)
  return at < paragraphs.length && !looks[at]
}

function isMasthead(paragraph: WordParagraph, all: readonly WordParagraph[]): boolean {
  const printed = all.filter(({ lines }) => lines.length > 0).slice(0, mastheadReach)
  if (!printed.includes(paragraph)) return false
  const text = textOf(paragraph)
  return isSeriesName(text) || readMastheadLine(text).isField
}

function next(paragraphs: readonly WordParagraph[], i: number): number {
  let at = i + 1
  while (at < paragraphs.length && paragraphs[at]!.lines.length === 0) at++
  return at
}

function textOf(paragraph: WordParagraph | undefined): string {
  return paragraph?.lines.join('').trim() ?? ''
}
