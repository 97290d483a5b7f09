import { numbersIn } from '../found-numbers.ts'
import type { Passage } from '../passages.ts'
import { type Sentence, sentencesOf } from '../sentences.ts'
import type { Check, Report } from './check.types.ts'

const percent = /(?<![\d.])(\d{1,6}(?:\.\d{1,4})?)[%％]/g
/** Words before a percentage that make it a share of a whole. */
const share =
  /(?:占比|占|覆盖率|参与率|参学率|到课率|合格率|满意率|满意度|完成率|出勤率|到会率|知晓率|普及率|及格率|入户率|比例|采用率|办结率|解决率)[^，。；\d]{0,8}$/
/** Growth, and plans that were more than fulfilled. */
const growth = /增|提高|提升|上升|同比|环比|超额|计划|目标|任务|年度|倍|翻|完成率/

/** Shares over a hundred, and shares that disagree with the numbers beside them. */
export const checkPercentages: Check = ({ passages }, report) => {
  for (const passage of passages) {
    if (!passage.text.includes('%') && !passage.text.includes('％')) continue
    for (const sentence of sentencesOf(passage.text)) {
      const found = [...sentence.text.matchAll(percent)]
      for (const match of found) over(passage, sentence, match, report)
      if (found.length === 1) disagreeing(passage, sentence, found[0]!, report)
      sum(passage, sentence, found, report)
    }
  }
}

function over(passage: Passage, sentence: Sentence, match: RegExpExecArray, report: Report): void {
  const before = sentence.text.slice(Math.max(0, match.index - 14), match.index)
  if (Number(match[1]) <= 100 || !share.test(before) || growth.test(before)) return
  const start = sentence.start + match.index
  report('percent-over', passage, start, start + match[0].length, {})
}

/** 120人中有90人……，占75%: exactly two exact numbers of one measure before one share. */
function disagreeing(passage: Passage, sentence: Sentence, match: RegExpExecArray, report: Report): void {
  const before = sentence.text.slice(0, match.index)
  if (!/占[^，。；\d]{0,10}$/.test(before)) return
  const numbers = numbersIn(before)
  const [one, other] = numbers
  if (numbers.length !== 2 || !one?.exact || !other?.exact || one.measure !== other.measure) return
  const [part, total] = one.value < other.value ? [one, other] : [other, one]
  if (part.value === 0 || total.value === part.value) return
  const right = (100 * part.value) / total.value
  const decimals = match[1]!.split('.')[1]?.length ?? 0
  // Rounded or cut, both are right.
  if (Math.abs(right - Number(match[1])) < 1 / 10 ** decimals) return
  const start = sentence.start + match.index
  const said = `${right.toFixed(decimals)}%`
  const say = (number: typeof part) => sentence.text.slice(number.start, number.end)
  const details = { percent: said, part: say(part), total: say(total) }
  report('percent-mismatch', passage, start, start + match[0].length, details, { mend: said })
}

/** 分别占40%、35%、30%: shares said in one breath. */
function sum(passage: Passage, sentence: Sentence, found: readonly RegExpExecArray[], report: Report): void {
  const first = found[0]
  if (found.length < 2 || !first) return
  const before = sentence.text.slice(Math.max(0, first.index - 10), first.index)
  if (!/(?:分别占|占比分别为|比例分别为|占比依次为)[^，。；\d]{0,4}$/.test(before)) return
  const run = [first]
  for (const next of found.slice(1)) {
    const last = run.at(-1)!
    if (!/^[、和，及]$/.test(sentence.text.slice(last.index + last[0].length, next.index))) break
    run.push(next)
  }
  const all = run.reduce((total, each) => total + Number(each[1]), 0)
  if (run.length < 2 || all <= 100 + 0.5 * run.length) return
  const last = run.at(-1)!
  report('percent-sum', passage, sentence.start + first.index, sentence.start + last.index + last[0].length, {
    sum: String(Math.round(all * 100) / 100),
  })
}
