import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
for (let number = 11; number <= 40; number++) {
  const tens = number < 20 ? '' : numerals[Math.floor(number / 10)]
  numerals.push(`${tens}十${numerals[number % 10]}`)
}
const numeralValues = new Map(numerals.map((text, value) => [text, value]))
const chinese = '[一二三四五六七八九十]{1,4}'

/** The four levels of GB/T 9704: 一、 （一） 1. （1） */
const levels = [
  { level: 1, pattern: new RegExp(`^\\s?(${chinese})、`), say: (n: number) => `${numerals[n]}、` },
  { level: 2, pattern: new RegExp(`^\\s?[（(](${chinese})[）)]`), say: (n: number) => `（${numerals[n]}）` },
  { level: 3, pattern: /^\s?(\d{1,2})[.．](?!\d)/, say: (n: number) => `${n}.` },
  { level: 4, pattern: /^\s?[（(](\d{1,2})[）)]/, say: (n: number) => `（${n}）` },
] as const

type Number = { level: number; value: number; end: number; start: number; say: (n: number) => string }

/** Numbers of headings and paragraphs in their order, and 一是……二是…… within a paragraph. */
export const checkSequences: Check = ({ passages }, report) => {
  for (const list of Map.groupBy(passages, passage => passage.item).values()) structure(list, report)
  for (const passage of passages) {
    marks(passage, report)
    if (passage.part === 'body') inline(passage, report)
  }
}

function structure(passages: readonly Passage[], report: Report): void {
  const last = [0, 0, 0, 0, 0]
  let deepest = 0
  for (const passage of passages) {
    if (passage.part !== 'body') continue
    const number = numberOf(passage.text)
    if (!number) continue
    const { level, value, start, end } = number
    const expected = last[level]! + 1
    // A list may begin anew, and an extract in its middle; anything else goes on by one.
    if (value !== expected && value !== 1 && expected > 1)
      report('sequence-order', passage, start, end, { expected: number.say(expected) })
    else if (deepest > 0 && level > deepest + 1 && value === 1 && !(deepest === 1 && level === 3))
      report('sequence-level', passage, start, end, {})
    last[level] = value
    last.fill(0, level + 1)
    deepest = level
  }
}

function numberOf(text: string): Number | null {
  for (const { level, pattern, say } of levels) {
    const match = pattern.exec(text.slice(0, 10))
    const value = match ? (level > 2 ? Number(match[1]) : numeralValues.get(match[1]!)) : undefined
    if (!match || !value || value >= numerals.length - 1) continue
    const start = match[0].length - match[0].trimStart().length
    return { level, value, start, end: match[0].length, say }
  }
  return null
}

const wrongMarks: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^\\s?[（(]${chinese}[）)]([、.．，])`), ''],
  [/^\s?[（(]\d{1,2}[）)]([、.．，])/, ''],
  [/^\s?\d{1,2}(、)(?=\p{Script=Han})/u, '.'],
]
const ordinal = new RegExp(`(?:^|[。；：\\n])(?:第${chinese}|首先|其次|再次|最后)(、)`, 'g')

function marks(passage: Passage, report: Report): void {
  if (passage.part !== 'body') return
  for (const [pattern, mend] of wrongMarks) {
    const match = pattern.exec(passage.text.slice(0, 12))
    if (!match) continue
    const at = match[0].lastIndexOf(match[1]!)
    report('sequence-mark', passage, at, at + 1, {}, { mend })
  }
  for (const match of passage.text.matchAll(ordinal)) {
    const at = match.index + match[0].length - 1
    report('sequence-mark', passage, at, at + 1, {}, { mend: '，' })
  }
}

const member = new RegExp(`(?:^|[。；，：、\\n“”（])\\s?(${chinese})(是|要)(?!否|不)`, 'g')

/** 一是……二是……四是: the third is missing. */
function inline(passage: Passage, report: Report): void {
  const last = { 是: 0, 要: 0 }
  for (const match of passage.text.matchAll(member)) {
    const value = numeralValues.get(match[1]!)
    const kind = match[2] as keyof typeof last
    if (!value || value === numerals.length - 1) continue
    const start = match.index + match[0].length - match[1]!.length - 1
    const expected = last[kind] + 1
    if (value !== expected && value !== 1 && last[kind] > 0)
      report('sequence-order', passage, start, start + match[1]!.length + 1, {
        expected: `${numerals[expected]}${kind}`,
      })
    last[kind] = value
  }
}
