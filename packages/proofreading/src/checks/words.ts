import { indexNames } from '../name-index.ts'
import type { Passage } from '../passages.ts'
import { confusionPatterns, confusions, rightAfter, rightBefore } from '../words/confusions.ts'
import type { Check, Report } from './check.types.ts'

const index = indexNames(confusions)
const context = 14

/** Words often confused, twice approximate numbers and the office's own list. */
export const checkWords: Check = ({ passages, register }, report) => {
  for (const passage of passages) {
    for (const { name, start, end, holders } of index.findIn(passage.text))
      confused(passage, start, end, name, holders[0]!, report)
    for (const [pattern, right] of confusionPatterns)
      for (const { 0: wrong, index: start } of passage.text.matchAll(pattern))
        confused(passage, start, start + wrong.length, wrong, right, report)
    approximate(passage, report)
    for (const found of register.words.findIn(passage.text)) {
      const word = found.holders[0]!
      if (word.right !== null && partOfRight(passage.text, found.start, word.wrong, word.right)) continue
      const details = {
        right: word.right === null ? `不用“${word.wrong}”。` : `用“${word.right}”。`,
        reason: word.reason ?? '',
      }
      const mend = word.right === null ? {} : { mend: word.right }
      report('office-word', passage, found.start, found.end, details, { level: word.level, ...mend })
    }
  }
}

function confused(
  passage: Passage,
  start: number,
  end: number,
  wrong: string,
  right: string,
  report: Report,
): void {
  const { text } = passage
  if (rightAfter[wrong]?.test(text.slice(Math.max(0, start - context), start))) return
  if (rightBefore[wrong]?.test(text.slice(end, end + context))) return
  report('word-confused', passage, start, end, { right }, { mend: right })
}

/** 党史教育 within 党史学习教育 … : the wrong word is part of the right one where it stands. */
function partOfRight(text: string, start: number, wrong: string, right: string): boolean {
  for (let offset = right.indexOf(wrong); offset >= 0; offset = right.indexOf(wrong, offset + 1))
    if (start >= offset && text.startsWith(right, start - offset)) return true
  return false
}

const number = '(?:\\d[\\d,.]{0,12}|[一二两三四五六七八九十百千万]{1,6})[百千万亿]?'
const twice = [
  new RegExp(
    `(?<!附|最|相|邻|临|接|靠|亲)(近)${number}(余|多)(?=[名人位场次份件个家户项篇条台套册本万元])`,
    'g',
  ),
  new RegExp(
    `(?<!预|相|公|条|合|签|邀|节|大)(约)${number}(余|多)(?=[名人位场次份件个家户项篇条台套册本万元])`,
    'g',
  ),
  new RegExp(`(?<!公|条|合|签|邀|节)约${number}\\p{Script=Han}{1,2}(左右|上下)`, 'gu'),
]

function approximate(passage: Passage, report: Report): void {
  for (const pattern of twice)
    for (const match of passage.text.matchAll(pattern))
      report('approximation-doubled', passage, match.index, match.index + match[0].length, {})
}
