import type { Passage } from '../passages.ts'
import { doubledCharacters, rightTwice } from '../words/doubles.ts'
import type { Check, Report } from './check.types.ts'

const pairs = new Map(doubledCharacters.map(each => [each.pair, each]))
const pairPattern = new RegExp(doubledCharacters.map(each => `${each.pair}+`).join('|'), 'g')
const words = /(\p{Script=Han}{2,12}?)\1+/gu
const one = /^(.)\1+$/u

/** Characters and words that stand twice by a slip. */
export const checkDoubledWords: Check = ({ passages }, report) => {
  for (const passage of passages) {
    characters(passage, report)
    for (const match of passage.text.matchAll(words)) {
      const word = match[1]!
      if (one.test(word) || rightTwice.has(word) || onPurpose(word)) continue
      if (word.length === 2 && rightAround(passage.text, match.index + match[0].length)) continue
      report('word-doubled', passage, match.index, match.index + match[0].length, {}, { mend: word })
    }
  }
}

/** 一桩一桩: counting; 答着答着, 立行立改, 边学边改: said twice on purpose. */
function onPurpose(word: string): boolean {
  return word.length === 2 && (/^[一两几]/.test(word) || /[着边即立越又再]/.test(word))
}

/** 开展|开展 is a slip, 科学|科学家 is not: the second begins a longer word. */
const longer = /^(?:家|者|性|化|界|院|部(?![署分])|员|会|所|局|厅|办|站|长|处|室|馆|园|队|组|法|力)/

function rightAround(text: string, end: number): boolean {
  return longer.test(text.slice(end, end + 2))
}

function characters(passage: Passage, report: Report): void {
  const { text } = passage
  for (const match of text.matchAll(pairPattern)) {
    const end = match.index + match[0].length
    const { before, after } = pairs.get(match[0].slice(0, 2))!
    if (after?.test(text.slice(Math.max(0, match.index - 2), match.index))) continue
    if (before?.test(text.slice(end, end + 2))) continue
    report('character-doubled', passage, match.index, end, {}, { mend: match[0].charAt(0) })
  }
}
