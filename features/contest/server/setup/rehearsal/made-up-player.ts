/** Made-up players: how good they are, how fast, how often they come. */

import type { ContestRules } from '../../../contract/index.ts'
import { mostAttempts } from '../../../contract/index.ts'
import type { FrozenQuestion } from '../../play/live-contest.ts'

export type MadeUpPlayer = {
  readonly nickname: string
  /** Share of questions of middle difficulty they know, 0 to 1. */
  readonly skill: number
  /** Milliseconds for a question, on the whole. */
  readonly paceMs: number
  readonly attempts: number
}

export type Chance = () => number

/** Numbers from 0 to 1 that follow from a seed (mulberry32): a rehearsal can be looked at again. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** About normal between 0 and 1: the mean of three. */
const middling = (chance: Chance): number => (chance() + chance() + chance()) / 3

const mostRehearsedAttempts = 3
const [fastestMs, slowestMs] = [2500, 14_000] as const

export function makePlayer(at: number, rules: ContestRules, chance: Chance): MadeUpPlayer {
  const { perDay, inAll } = rules.attempts
  const most = Math.min(
    mostRehearsedAttempts,
    perDay ?? mostRehearsedAttempts,
    inAll ?? mostRehearsedAttempts,
  )
  const limit = mostAttempts(rules)
  return {
    nickname: `演练选手${String(at + 1).padStart(4, '0')}`,
    skill: 0.25 + 0.7 * middling(chance),
    paceMs: fastestMs + (slowestMs - fastestMs) * middling(chance) ** 2,
    attempts: Math.min(limit ?? most, 1 + Math.floor(chance() * most)),
  }
}

const harder = { easy: 0.12, medium: 0, hard: -0.18 } as const

/** What somebody answers: places as they are shown, or words for each blank. */
export function answerOf(
  { type, answer, options, difficulty }: FrozenQuestion,
  order: readonly number[],
  { skill }: MadeUpPlayer,
  chance: Chance,
): number[] | string[] {
  const shift = harder[difficulty as keyof typeof harder] ?? 0
  const knows = chance() < skill + shift
  if (type === 'fill-in') return (answer as string[][]).map(wordings => (knows ? wordings[0]! : '不知道'))
  const right = (answer as number[]).map(place => order.indexOf(place))
  if (knows) return right.sort((one, other) => one - other)
  if (chance() < 0.03) return []
  const wrong = Math.floor(chance() * options.length)
  if (type !== 'multiple') return [wrong]
  // 多选: mostly one too few or one too many.
  const flipped = right.includes(wrong) ? right.filter(place => place !== wrong) : [...right, wrong]
  return flipped.sort((one, other) => one - other)
}

/** Milliseconds for each question, uneven as people are. */
export const pacesOf = ({ paceMs }: MadeUpPlayer, questions: number, chance: Chance): number[] =>
  Array.from({ length: questions }, () => Math.round(paceMs * (0.4 + 1.2 * middling(chance))))
