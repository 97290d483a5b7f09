import { isHan } from '../character.ts'
import type { Line } from '../line.ts'
import { isBulleted, isClosed, isNumbered } from '../words.ts'
import { loneMarks } from './bracket-marks.ts'
import { reachOf } from './local-measure.ts'
import type { Opening } from './piece.ts'

const lede =
  /^(?:[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{4}年|\d{1,2}\s?月(?:\s?\d|[上中下]旬|[初底])|[上中下]旬|近日|日前|近期|连日来|近段时间|为了?(?!什么)|按照|根据|在.{2,20}(?:之际|前夕|来临|到来)|本[报刊]讯|今年|去年|今天|昨日|新年|春节|暑假|寒假)/
const strongLede =
  /^(?:[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日[^，。]{0,14}，|\d{1,2}\s?月\s?\d{1,2}[^，。]{0,14}，|近日，|日前，)/
const continues = /^[，。、；：！？”’）》％%]/

/** Does the text begin as a report does: with a day, an occasion or a purpose? */
export function isLede(text: string): boolean {
  return lede.test(text)
}

/**
 * What the first line of a piece says of where it begins. Indents that were lost leave the first line of a paragraph two
 * squares short of the measure.
 */
export function openingOf(line: Line, measure: number, indents: boolean): Opening {
  const { text } = line
  if (continues.test(text) || (!isHan(text.charCodeAt(0)) && /^[)\]]/.test(text))) return 'middle'
  if (loneMarks(text).closing !== '' && !isNumbered(text)) return 'middle'
  if (isBulleted(text)) return 'lede'
  if (isNumbered(text)) return 'indented'
  if (indents) {
    if (line.indent < 1.5) return 'sentence'
    return isLede(text) ? 'lede' : 'indented'
  }
  const isShort = measure === 0 || isShortOfFull(line, measure) || line.indent >= 1.5
  if (isShort || isClosed(text)) return isLede(text) ? 'lede' : isShort ? 'indented' : 'sentence'
  return strongLede.test(text) ? 'lede' : 'sentence'
}

/** Two squares short of the measure, give or take what may not stand at the end of a line. */
export function isShortOfFull(line: Line, measure: number): boolean {
  const missing = measure - reachOf(line) + (/[，。、；：？！”’）》]$/.test(line.text) ? 0.6 : 0)
  return missing >= 1.4 && missing <= 4.2
}
