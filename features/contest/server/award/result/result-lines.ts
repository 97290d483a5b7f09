/** Lines of a published list: `jianbao-results/1`, written down in docs/contest-results.md. */
import { createHash, createHmac } from 'node:crypto'
import type { ContestRules } from '../../../contract/index.ts'

export const resultsSchema = 'jianbao-results/1'

export type ResultHead = {
  readonly slug: string
  readonly title: string
  readonly organiser: string
  readonly edition: number
  readonly madeAt: string
}

export type ResultFacts = {
  /** Within the group. */
  readonly place: number
  /** Masked. */
  readonly name: string
  readonly unit: string
  readonly group: string
  readonly points: string
  readonly time: string
  readonly attempts: number
}

/** A field has no tab, no end of line and no other control character; what is hidden in a name is shown as a blank. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()

export const headLine = (head: ResultHead): string =>
  [resultsSchema, head.slug, plain(head.title), plain(head.organiser), head.edition, head.madeAt].join('\t')

/** The line without its check value. */
export const factsText = (facts: ResultFacts): string =>
  [
    facts.place,
    plain(facts.name),
    plain(facts.unit),
    plain(facts.group),
    facts.points,
    facts.time,
    facts.attempts,
  ].join('\t')

/**
 * Blinds the check value: nobody guesses a code from it, for want of the receipt; and a line belongs to one code alone,
 * since no other receipt and code come to the same salt.
 */
export const saltOf = (receipt: string, code: string): string =>
  createHmac('sha256', receipt).update(code).digest('hex')

export const checkOf = (text: string, receipt: string, code: string): string =>
  createHash('sha256')
    .update(`${text}\n${saltOf(receipt, code)}`)
    .digest('hex')

export const resultLine = (facts: ResultFacts, receipt: string, code: string): string => {
  const text = factsText(facts)
  return `${text}\t${checkOf(text, receipt, code)}`
}

export type ReadLine = ResultFacts & { readonly text: string; readonly check: string }

/** A line as it was written. */
export function readLine(line: string): ReadLine {
  const fields = line.split('\t')
  const [place = '', name = '', unit = '', group = '', points = '', time = '', attempts = '', check = ''] =
    fields
  const text = line.slice(0, line.lastIndexOf('\t'))
  return { place: Number(place), name, unit, group, points, time, attempts: Number(attempts), text, check }
}

/** What the ranking goes by, as people say it: of an average the score is hundredths. */
export const pointsText = ({ scoring }: Pick<ContestRules, 'scoring'>, score: number): string =>
  scoring === 'average' ? (score / 100).toFixed(2) : String(score)

/** Seconds with tenths. */
export const timeText = (ms: number): string => (ms / 1000).toFixed(1)
