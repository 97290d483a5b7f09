import { type FoundNumber, numbersIn } from '../found-numbers.ts'
import type { Passage } from '../passages.ts'
import { type Sentence, sentencesOf } from '../sentences.ts'
import type { Check, Report } from './check.types.ts'

/** A total behind its parts: …3场、…4场，共7场. */
const totalBefore = /(?:共计|合计|总计|总共|一共|共)\p{Script=Han}{0,6}$/u
/** A total that counts more than the sentence lists. */
const longer = /今年|全年|累计|以来|迄今|至今|目前|已|历年|全市|全省|全县|全区|各|等/
/** Parts that may be one and the same person. */
const overlapping =
  /党员|女|少数民族|青年|团员|以上|老人|老年|儿童|学生|博士|硕士|教授|高级|职称|农民|残疾|优秀|先进|新/

/** Totals against their parts within a sentence. */
export const checkSums: Check = ({ passages }, report) => {
  for (const passage of passages) {
    if (passage.part !== 'body') continue
    for (const sentence of sentencesOf(passage.text)) {
      const numbers = numbersIn(sentence.text)
      if (numbers.length < 2) continue
      listThenTotal(passage, sentence, numbers, report)
      totalThenParts(passage, sentence, numbers, report)
    }
  }
}

const say = (sentence: Sentence, number: FoundNumber) => sentence.text.slice(number.start, number.end)

function listThenTotal(
  passage: Passage,
  sentence: Sentence,
  numbers: readonly FoundNumber[],
  report: Report,
): void {
  for (const [index, total] of numbers.entries()) {
    const before = sentence.text.slice(Math.max(0, total.start - 10), total.start)
    if (!total.exact || !totalBefore.test(before)) continue
    const clause = sentence.text.slice(0, total.start).split('，').at(-1)!
    const parts = listed(sentence.text, numbers.slice(0, index), total)
    if (parts.length < 2 || longer.test(clause) || parts.some(part => !part.exact)) continue
    const sum = parts.reduce((all, part) => all + part.value, 0)
    if (near(sum, total.value)) continue
    report('sum-mismatch', passage, sentence.start + total.start, sentence.start + total.end, {
      parts: parts.map(part => say(sentence, part)).join('、'),
      sum: String(round(sum)),
      total: say(sentence, total),
    })
  }
}

const apart = /^[^，。；0-9]{0,12}[、，和及]?[^，。；0-9]{0,12}$/
const restarts = /共|其中|合计|总计/

/** The run of numbers of one measure that ends right before the total, joined by 、, ， or 和. */
function listed(text: string, before: readonly FoundNumber[], total: FoundNumber): FoundNumber[] {
  const parts: FoundNumber[] = []
  let next = total.start
  for (const number of before.toReversed()) {
    const between = text.slice(number.end, next)
    const joins = parts.length === 0 ? /^[，、][^，。；]{0,12}$/.test(between) : apart.test(between)
    if (number.measure !== total.measure || !joins) break
    if (parts.length > 0 && restarts.test(between)) break
    parts.unshift(number)
    next = number.start
  }
  const first = parts[0]
  return first && restarts.test(text.slice(Math.max(0, first.start - 8), first.start)) ? [] : parts
}

function totalThenParts(
  passage: Passage,
  sentence: Sentence,
  numbers: readonly FoundNumber[],
  report: Report,
): void {
  const at = sentence.text.indexOf('其中')
  const total = numbers.findLast(number => number.end <= at)
  if (at < 0 || !total?.exact || at - total.end > 24) return
  const tail = sentence.text.slice(at)
  const parts = numbers.filter(
    number => number.start > at && number.measure === total.measure && number.exact,
  )
  const [first] = parts
  if (!first) return
  const big = parts.find(part => part.value > total.value)
  if (big) {
    const details = { part: say(sentence, big), total: say(sentence, total) }
    report('part-over-total', passage, sentence.start + big.start, sentence.start + big.end, details)
    return
  }
  const both = /男/.test(tail) && /女/.test(tail) && parts.length === 2
  const sum = parts.reduce((all, part) => all + part.value, 0)
  if (parts.length < 2 || (!both && (sum <= total.value || overlapping.test(tail)))) return
  if (near(sum, total.value)) return
  report('sum-mismatch', passage, sentence.start + total.start, sentence.start + total.end, {
    parts: parts.map(part => say(sentence, part)).join('、'),
    sum: String(round(sum)),
    total: say(sentence, total),
  })
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
