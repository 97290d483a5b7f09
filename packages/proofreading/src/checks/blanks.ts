import type { Check } from './check.types.ts'

const blank = '[ \\u00a0\\u2002-\\u200a\\u202f\\u3000]'
/** A run of numbers, characters and marks with single blanks between: 8 月 17 日. */
const beside = new RegExp(
  `\\d${blank}{1,4}(?=[\\p{Script=Han}，。、；：！？）》”%])|[\\p{Script=Han}，。、；：（《“]${blank}{1,4}(?=\\d)|` +
    `[，。、；：！？（《“]${blank}{1,4}(?=[\\p{Script=Han}\\d“《（])|\\p{Script=Han}${blank}{1,4}(?=[，。、；：！？）》”])`,
  'gu',
)
const inside = new RegExp(`\\p{Script=Han}(${blank}{1,4})(?=\\p{Script=Han})`, 'gu')
/** Blanks that are set on purpose: behind 本报讯, between the names of a list, in a name of two characters. */
const meant = /(?:报讯|记者|作者|讯员|摄影|\P{Script=Han}[摄文图])$/u

/** Blanks that do not belong into an official text. */
export const checkBlanks: Check = ({ passages }, report) => {
  for (const passage of passages) {
    const { text, part } = passage
    if (part === 'contributor') continue
    for (const [start, end] of joined(text)) {
      const quote = text.slice(start, end)
      const mend = quote.replace(blanks, '')
      report('blank-beside-number', passage, start, end, {}, { mend })
    }
    if (part !== 'body' || passage.type === 'heading' || !/[，。]/.test(text)) continue
    for (const match of text.matchAll(inside)) {
      const before = text.slice(Math.max(0, match.index - 2), match.index + 1)
      const start = match.index + 1
      // A slogan or title of two halves is parted by a blank.
      if (quoted(text, start)) continue
      if (meant.test(before) || /^[\p{Script=Han}]$/u.test(text.slice(0, start).trim())) continue
      report('blank-in-text', passage, start, start + match[1]!.length, {}, { mend: '' })
    }
  }
}

const reach = 60

function quoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at)
  return /[“《][^”》]*$/.test(before)
}

const blanks = new RegExp(blank, 'g')

/** Places that touch or overlap are one finding: 8 月 17 日 is mended at one go; a number is never cut. */
function joined(text: string): [number, number][] {
  const runs: [number, number][] = []
  for (const match of text.matchAll(beside)) {
    const start =
      match.index -
      (/\d{0,12}$/.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0].length ?? 0)
    const after = match.index + match[0].length
    const end = after + Math.max(1, /^\d{0,12}/.exec(text.slice(after, after + 12))![0].length)
    const last = runs.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else runs.push([start, end])
  }
  return runs
}
