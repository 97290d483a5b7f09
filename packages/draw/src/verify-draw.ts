/** Every check of a published draw with its outcome. */
import { Problem } from '@jianbao/errors'
import { canonicalText } from './canonical-text.ts'
import { checkRegister } from './check-register.ts'
import { digestOf } from './digest.ts'
import type { CommittedDraw, DrawCommit, DrawnObject, FinishedDraw } from './draw.contract.ts'
import { isPlain } from './plain-text.ts'
import { resultOf } from './run-draw.ts'

export const drawChecks = ['before', 'register', 'rules', 'seed', 'selection', 'inspectors'] as const
export type DrawCheckName = (typeof drawChecks)[number]

/** `fault`: null when it holds, else what was found. */
export type DrawCheck = { readonly name: DrawCheckName; readonly fault: DrawFault | null }
export type DrawFault =
  | { readonly kind: 'differs'; readonly expected: string; readonly found: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Not reckoned, because the register itself does not hold. */
  | { readonly kind: 'not-checked' }

/**
 * Checks a draw: its register against the hash, the rules against the register, the seed against its hash, and the whole
 * result reckoned anew. `before`: what was published before the draw; then it must be the same commitment. Of a draw
 * that was only committed what can be known of it.
 */
export function verifyDraw(draw: CommittedDraw | FinishedDraw, before?: DrawCommit): DrawCheck[] {
  const checks: DrawCheck[] = []
  const compare = (name: DrawCheckName, expected: string, found: string): void => {
    checks.push({ name, fault: expected === found ? null : { kind: 'differs', expected, found } })
  }
  if (before) compare('before', say(before), say(draw.commit))
  compare('register', draw.commit.register, digestOf(canonicalText(draw)))
  const [problem] = checkRegister(draw)
  checks.push({ name: 'rules', fault: problem ? { kind: 'problem', problem } : null })
  if (!('reveal' in draw)) return checks
  compare('seed', draw.commit.seed, digestOf(draw.reveal.seed))
  const again = problem ? null : reckon(draw)
  for (const [name, part] of [
    ['selection', saySelection],
    ['inspectors', sayTeams],
  ] as const)
    if (!again) checks.push({ name, fault: { kind: 'not-checked' } })
    else if (again instanceof Problem) checks.push({ name, fault: { kind: 'problem', problem: again } })
    else checks.push({ name, fault: firstApart(again.map(part), draw.result.map(part)) })
  return checks
}

const say = ({ register, seed }: DrawCommit): string => `${register} ${seed}`
const saySelection = ({ object, rank }: DrawnObject): string => `${object} ${rank}`
const sayTeams = ({ object, inspectors }: DrawnObject): string => `${object}: ${inspectors.join(' ')}`

function reckon(draw: FinishedDraw): DrawnObject[] | Problem {
  if (!isPlain(draw.reveal.contribution)) return new Problem('draw-contribution')
  try {
    return resultOf(draw, draw.reveal)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

function firstApart(expected: readonly string[], found: readonly string[]): DrawFault | null {
  for (let at = 0; at < Math.max(expected.length, found.length); at++)
    if (expected[at] !== found[at])
      return { kind: 'differs', expected: expected[at] ?? '', found: found[at] ?? '' }
  return null
}
