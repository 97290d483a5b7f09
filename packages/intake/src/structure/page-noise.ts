import type { Noise } from '../contract.ts'
import { isHan } from './character.ts'
import type { Line } from './line.ts'
import { isSeriesName, readMastheadLine } from './masthead-line.ts'
import {
  columnName,
  isBulleted,
  isCaption,
  isClosed,
  isContentsHeading,
  isContributor,
  isNumbered,
  isWebFurniture,
} from './words.ts'

export type NoiseReason = Noise['reason']

const pageNumber =
  /^[-—–－•·~～\s.]*(?:\d{1,4}|第\s?[\d一二三四五六七八九十百]{1,5}\s?页(?:[\s,，/]*共\s?[\d一二三四五六七八九十百]{1,5}\s?页)?|共\s?\d{1,4}\s?页[\s,，/]*第\s?\d{1,4}\s?页|\d{1,4}\s?\/\s?\d{1,4}|[Pp](?:age)?\.?\s?\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)[-—–－•·~～\s.]*$/
const rule = /^[\s\-—–－_=＝~～*＊·•.…─━═│┃|＿+☆★◇◆]{2,}$/
const syllables =
  /^(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng?|r)?)(?:(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)(?:[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng?|r)?))*$/i

/** Lines that belong to the page and not to the text, each with its reason. `null`: the line is text. */
export function findPageNoise(lines: readonly Line[]): (NoiseReason | null)[] {
  const reasons: (NoiseReason | null)[] = lines.map(plainReason)
  markRepeats(lines, reasons)
  markContents(lines, reasons)
  return reasons
}

function plainReason(line: Line): NoiseReason | null {
  const { text } = line
  if (text.length > 60) return null
  if (pageNumber.test(text)) return 'page-number'
  if (rule.test(text)) return 'rule'
  if (isPinyin(text)) return 'pinyin'
  if (isWebFurniture(text)) return 'label'
  if (/[.…·]{3,}\s?[(（]?\d{1,4}[)）]?$/.test(text)) return 'contents'
  return null
}

// Section title pages print the title again in Latin letters, a page range behind it.
function isPinyin(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return false
  const words = text.replace(/[\d\s/|.,~～\-–—]+$/, '').split(/[\s'’·-]+/)
  return words.join('').length >= 5 && words.every(word => syllables.test(word))
}

const pageNumberBeside =
  /^(?:[-—–·]\s?\d{1,4}\s?[-—–·]|第\s?\d{1,4}\s?页)\s*|\s*(?:[-—–·]\s?\d{1,4}\s?[-—–·]|第\s?\d{1,4}\s?页(?:[\s,，/]*共\s?\d{1,4}\s?页)?|\s\d{1,4})$/

/** A running head without the page number that stands on the same line. */
export function withoutPageNumber(text: string): string {
  return text.replace(pageNumberBeside, '')
}

const squeeze = (text: string) => text.replace(/\s/g, '')

// A title that comes back at the top of every page. In the first lines the last copy is the real one, later the first.
function markRepeats(lines: readonly Line[], reasons: (NoiseReason | null)[]): void {
  const seen = new Map<string, number[]>()
  const prose = lines.findIndex(
    line => line.text.length > 60 || (line.width > 15 && (isClosed(line.text) || /，.*，/.test(line.text))),
  )
  const topEnd = Math.min(10, prose < 0 ? lines.length : prose)
  for (const [i, line] of lines.entries()) {
    if (reasons[i] || line.text.length > 45 || line.level > 0 || !canRepeat(line.text)) continue
    const key = squeeze(withoutPageNumber(line.text))
    const at = seen.get(key)
    if (at) at.push(i)
    else seen.set(key, [i])
  }
  for (const at of seen.values()) {
    if (at.length < 2) continue
    // A page number stands beside a running head, never beside the title itself.
    const top = at.filter(i => i < topEnd && withoutPageNumber(lines[i]!.text) === lines[i]!.text)
    const kept = top.length > 0 ? top.at(-1)! : at[0]!
    const text = lines[kept]!.text
    const isMasthead = isSeriesName(text) || readMastheadLine(text).pieces.length > 0
    const atPageEdge =
      (at.length > 2 || text.length >= 8) && at.slice(1).every(i => isPageEdge(lines, reasons, i))
    if (!isMasthead && !atPageEdge && at.length < 4 && top.length < 2) continue
    for (const i of at)
      if (i !== kept) reasons[i] = isMasthead || top.length > 1 ? 'repeated-masthead' : 'running-head'
  }
}

function canRepeat(text: string): boolean {
  return (
    text.length >= 3 &&
    !isClosed(text) &&
    !/[，；：、,;:。]/.test(text) &&
    !isBulleted(text) &&
    !isNumbered(text) &&
    !isContributor(text) &&
    !isCaption(text) &&
    columnName(text)?.mark !== 'bracket'
  )
}

function isPageEdge(lines: readonly Line[], reasons: readonly (NoiseReason | null)[], i: number): boolean {
  const line = lines[i]!
  const next = lines[i + 1]
  return (
    line.page ||
    next?.page === true ||
    reasons[i - 1] === 'page-number' ||
    reasons[i + 1] === 'page-number' ||
    (line.gap === 0 && line.indent > 0 && line.indent < 1 && (next?.gap ?? 0) > 0)
  )
}

// After 目录 or 本期要目: lines that come again further down, until one that does not.
function markContents(lines: readonly Line[], reasons: (NoiseReason | null)[]): void {
  const heading = lines.findIndex((line, i) => i < 400 && !reasons[i] && isContentsHeading(line.text))
  if (heading < 0) return
  const last = new Map<string, number>()
  for (const [i, line] of lines.entries()) if (line.text.length <= 80) last.set(contentsKey(line.text), i)
  reasons[heading] = 'contents'
  for (let i = heading + 1; i < lines.length && i < heading + 200; i++) {
    if (reasons[i]) {
      if (reasons[i] !== 'contents' && reasons[i] !== 'repeated-masthead' && reasons[i] !== 'running-head')
        continue
      reasons[i] = 'contents'
      continue
    }
    const { text } = lines[i]!
    const key = contentsKey(text)
    if (key.length < 2 || text.length > 80) return
    const goesOn = (last.get(key) ?? i) > i || endsWithPage.test(text) || isNextItem(lines[i - 1]!.text, text)
    if (!goesOn) return
    reasons[i] = 'contents'
  }
}

const endsWithPage = /[^\d，。]{4}[(（]?\d{1,3}[)）]?$/

// Under the same bullet as the entry before, and no sentence.
function isNextItem(before: string, text: string): boolean {
  return isBulleted(text) && before[0] === text[0] && !isClosed(text) && !/[，,]/.test(text)
}

function contentsKey(text: string): string {
  return squeeze(text)
    .replace(/^(?:[●■◆★•▲◇□○·※☆◎▪➢►▶✦▼△*]|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])+/, '')
    .replace(/[.…·]*[（(]?\d{0,3}[）)]?$/, '')
    .replace(/^[【〖]|[】〗]$/g, '')
}
