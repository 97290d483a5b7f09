import { widthEdits } from '../house-width.ts'
import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

const full: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' }
/** A half-width mark right behind a Chinese character or mark, where the text goes on in Chinese or ends. */
const mark = /(?<=[\p{Script=Han}”’》）】])[,:;?!](?! ?[\d/\\])/gu
const stop = /(?<=\p{Script=Han}[”》）]?)\.(?=$|[\p{Script=Han}“\n])/gu
const bracket = /\(([^()\n]{0,60})\)/g
const han = /\p{Script=Han}/u
const letter = /[！-～]/
const address = /https?:|www\.|@/

/** Width of marks, letters and digits: what AutoCorrect says, and what it leaves out (; . brackets). */
export const checkWidths: Check = ({ passages }, report) => {
  for (const passage of passages) {
    const { text } = passage
    if (address.test(text) && !han.test(text)) continue
    const edits = new Map(widthEdits(text).map(({ at, to }) => [at, to]))
    for (const match of text.matchAll(mark)) edits.set(match.index, full[match[0]]!)
    for (const match of text.matchAll(stop)) edits.set(match.index, '。')
    for (const match of text.matchAll(bracket)) {
      if (!chinese(text, match)) continue
      edits.set(match.index, '（')
      edits.set(match.index + match[0].length - 1, '）')
    }
    for (const [at, to] of [...edits].sort(([a], [b]) => a - b)) {
      if (text[at] === to || !text[at]?.trim()) continue
      if (letter.test(text[at]!) && /[\w]/.test(to)) continue
      // A half-width mark between Latin words is right; AutoCorrect rarely means those.
      if (letter.test(to) || '。、'.includes(to))
        report('halfwidth-mark', passage, at, at + 1, {}, { mend: to })
    }
    letters(passage, report)
    quotes(passage, report)
  }
}

/** (试行) beside Chinese is bracketed in Chinese; (2021) too, f(x) and (CAST) behind Latin are not. */
function chinese(text: string, { index, 0: whole, 1: inner }: RegExpExecArray): boolean {
  if (han.test(inner!)) return true
  return (
    /[\p{Script=Han}，。”》]/u.test(text.charAt(index - 1)) &&
    /^$|[\p{Script=Han}，。、；“]/u.test(text.charAt(index + whole.length))
  )
}

const fullLetters = /[０-９Ａ-Ｚａ-ｚ]+/g

function letters(passage: Passage, report: Report): void {
  for (const match of passage.text.matchAll(fullLetters)) {
    const mend = match[0].replace(/./g, each => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    report('fullwidth-letter', passage, match.index, match.index + match[0].length, {}, { mend })
  }
}

const straight = /"/g

/** Straight quotation marks in Chinese text; the first of a pair opens. */
function quotes(passage: Passage, report: Report): void {
  const { text } = passage
  if (!han.test(text)) return
  let opens = true
  for (const match of text.matchAll(straight)) {
    // 12" and 5'30" measure.
    if (/\d/.test(text.charAt(match.index - 1)) && opens) continue
    report('straight-quote', passage, match.index, match.index + 1, {}, { mend: opens ? '“' : '”' })
    opens = !opens
  }
}
