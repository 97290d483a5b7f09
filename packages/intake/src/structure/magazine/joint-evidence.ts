import { isDigit, isHan } from '../character.ts'
import type { loneMarks } from './bracket-marks.ts'
import { usualCount } from './usual-sequences.ts'

const counted = 400_000
const breaks = /[，。、；：！？”’）》“‘（《]/

/** What the document itself says of which characters follow each other. */
export type Sequences = {
  count(text: string): number
  /** Does a word of the dictionary lie over the joint? */
  joins(before: string, after: string): boolean
  /** 0 to 1: how surely a word of one character is the half of a longer one. */
  bound(word: string): number
}

/** Counts every run of 2 to 4 characters of the texts; beyond 400,000 characters nothing new is learned. */
export function countSequences(texts: Iterable<string>): Sequences {
  const counts = new Map<string, number>()
  const alone = new Map<string, number>()
  const within = new Map<string, number>()
  const asked = new Map<string, boolean>()
  let left = counted
  for (const text of texts) {
    if (left <= 0) break
    const part = text.slice(0, left)
    left -= part.length
    for (let i = 0; i < part.length; i++)
      for (let n = 2; n <= 4 && i + n <= part.length; n++) add(counts, part.slice(i, i + n))
    if (left > counted - segmented)
      // The first and the last word of a line may be cut.
      for (const word of wordsOf(part).slice(1, -1))
        if (word.length === 1) add(alone, word)
        else for (const character of word) add(within, character)
  }
  return {
    count: text => (counts.get(text) ?? 0) + (text.length === 2 ? usualCount(text) : 0),
    joins(before, after) {
      const key = `${before.slice(-4)}|${after.slice(0, 4)}`
      const known = asked.get(key)
      if (known !== undefined) return known
      const found = hasWordAcross(before, after)
      asked.set(key, found)
      return found
    },
    bound(word) {
      if (word.length !== 1 || !isHan(word.charCodeAt(0))) return 0
      const free = alone.get(word) ?? 0
      const part = within.get(word) ?? 0
      return part + free < 2 ? 0.4 : part / (part + free + 0.5)
    },
  }
}

const segmented = 60_000

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

let segmenter: Intl.Segmenter | undefined

function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

// Is there a word of the dictionary that ships with the runtime which lies over the joint?
function hasWordAcross(before: string, after: string): boolean {
  let at = 0
  const left = before.slice(-4)
  for (const word of wordsOf(left + after.slice(0, 4))) {
    if (at < left.length && at + word.length > left.length) return true
    at += word.length
  }
  const pairs = [
    before.slice(-1) + after[0],
    before.slice(-2) + after.slice(0, 2),
    before.slice(-2) + after[0],
  ]
  return pairs.some(word => word.length > 1 && wordsOf(word).length === 1)
}

/**
 * How well `after` goes on with the unfinished `before`: above 0 for, below 0 against, 3 and more is strong.
 * Looks at the characters at the joint, at cut dates and at marks that lack their partner.
 */
export function jointScore(before: Side, after: Side, sequences: Sequences): number {
  return lineScore(before.text, after.text, sequences) + markScore(before, after)
}

/** The text on one side of a joint; `whole`: is the paragraph there up to its other end? */
export type Side = {
  readonly text: string
  readonly whole: boolean
  /** Marks of the text without their partner. */
  readonly marks: ReturnType<typeof loneMarks>
}

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
  const isWord = sequences.joins(before, after)
  let score = pairs > 0 ? Math.min(1.6, 0.4 + 0.3 * Math.log2(pairs)) : isWord ? 0 : -0.6
  if (sequences.count(a + b[0]) > 0) score += 0.8
  if (sequences.count(a.slice(-1) + b) > 0) score += 0.8
  if (sequences.count(a + b) > 0) score += 1.2
  if (!isWord && pairs > 1) return score
  const broken = sequences.bound(lastWord(before)) + sequences.bound(firstWord(after))
  return isWord ? score + 1.2 + 0.5 * broken : score - 0.9 * broken
}

function lastWord(text: string): string {
  return wordsOf(text.slice(-6)).at(-1) ?? ''
}

function firstWord(text: string): string {
  return wordsOf(text.slice(0, 6))[0] ?? ''
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
  const { opening } = before.marks
  const { closing } = after.marks
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
