import { isDigit, isHan } from '../character.ts'
import { loneMarks } from './bracket-marks.ts'

const counted = 400_000
const breaks = /[，。、；：！？”’）》“‘（《]/

/** What the document itself says of which characters follow each other. */
export type Sequences = { count(text: string): number }

/** Counts every run of 2 to 4 characters of the texts; beyond 400,000 characters nothing new is learned. */
export function countSequences(texts: Iterable<string>): Sequences {
  const counts = new Map<string, number>()
  let left = counted
  for (const text of texts) {
    if (left <= 0) break
    const part = text.slice(0, left)
    left -= part.length
    for (let i = 0; i < part.length; i++)
      for (let n = 2; n <= 4 && i + n <= part.length; n++) {
        const key = part.slice(i, i + n)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  }
  return { count: text => counts.get(text) ?? 0 }
}

let segmenter: Intl.Segmenter | undefined

// The dictionary that ships with the runtime: does a word of it lie over the joint?
function hasWordAcross(before: string, after: string): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const left = before.slice(-4)
  for (const { segment, index } of segmenter.segment(left + after.slice(0, 4)))
    if (index < left.length && index + segment.length > left.length) return true
  return false
}

/**
 * How well `after` goes on with the unfinished `before`: above 0 for, below 0 against, 3 and more is strong.
 * Looks at the characters at the joint, at cut dates and at marks that lack their partner.
 */
export function jointScore(before: Side, after: Side, sequences: Sequences): number {
  return lineScore(before.text, after.text, sequences) + markScore(before, after)
}

/** The text on one side of a joint; `whole`: is the paragraph there up to its other end? */
export type Side = { readonly text: string; readonly whole: boolean }

/** The same for two lines alone, whose marks may have their partners further away. */
export function lineScore(before: string, after: string, sequences: Sequences): number {
  const a = before.at(-1) ?? ''
  const b = after[0] ?? ''
  return pairScore(before, after, sequences) + dateScore(before, after) + clauseScore(a, b, after)
}

function pairScore(before: string, after: string, sequences: Sequences): number {
  const a = before.slice(-2)
  const b = after.slice(0, 2)
  if (!isHan(a.charCodeAt(a.length - 1)) || !isHan(b.charCodeAt(0))) {
    // Behind a mark a clause begins: only what begins other clauses tells anything.
    return sequences.count(a.slice(-1) + b) > 0 ? 0.6 : 0
  }
  const pairs = sequences.count(a.slice(-1) + b[0])
  let score = pairs > 0 ? Math.min(1.6, 0.4 + 0.3 * Math.log2(pairs)) : -1
  if (sequences.count(a + b[0]) > 0) score += 0.8
  if (sequences.count(a.slice(-1) + b) > 0) score += 0.8
  if (sequences.count(a + b) > 0) score += 1.2
  if (hasWordAcross(before, after)) score += 1.2
  return score
}

// 4月 | 21日, 20 | 21年, 350 | 余名: figures cut in half.
function dateScore(before: string, after: string): number {
  const figure = isDigit(before.charCodeAt(before.length - 1))
  if (/\d月$/.test(before)) return /^\d{1,2}\s?[日—–-]/.test(after) ? 3.5 : -0.5
  if (/\d年$/.test(before)) return /^\d{1,2}\s?月/.test(after) ? 3 : 0
  if (figure) return /^(?:\d|[年月日余多名人次万亿元个项场期份册％%.])/.test(after) ? 2.5 : -0.5
  if (/^\d{1,2}日/.test(after)) return /[日至—–\-、和及]$/.test(before) ? 1 : -1
  return 0
}

function markScore(before: Side, after: Side): number {
  const { opening } = loneMarks(before.text)
  const { closing } = loneMarks(after.text)
  const pairs: Record<string, string> = { '“': '”', '‘': '’', '（': '）', '《': '》', '(': ')' }
  if (opening === '' && closing === '') return 0.3
  if (closing === '') return after.whole ? -2.5 : 0
  if (opening === '') return before.whole ? -2.5 : 0
  return pairs[opening.at(-1)!] === closing[0] ? 3 : -2.5
}

// “向，” behind a comma is no clause, and no line begins with a comma where one ended.
function clauseScore(a: string, b: string, after: string): number {
  if (breaks.test(a) && /^[，。、；：！？]/.test(b)) return -3
  const clause = after.search(/[，。；：]/)
  if (clause !== 1) return 0
  return breaks.test(a) ? -2.5 : 0.2
}
