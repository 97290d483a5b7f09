import { attemptFlags } from '../../contract/index.ts'

/** Milliseconds for one question below which nobody reads it. */
export const fastestMs = 1200
/** A pace whose spread is below this share of its mean is no person's. */
export const leastSpread = 0.06
const fewestPaces = 8

/** What is to be looked at in an attempt, as bits; `usedMs` by the server's clock, `pace` by the phone's. */
export function flagsOf(attempt: {
  usedMs: number
  answered: number
  pace: readonly number[] | undefined
  late: boolean
  restarted: boolean
}): number {
  const { usedMs, answered, pace, late, restarted } = attempt
  let flags = 0
  if (answered > 1 && usedMs < answered * fastestMs) flags |= attemptFlags.fast
  if (pace && isRegular(pace)) flags |= attemptFlags.regular
  if (late) flags |= attemptFlags.late
  if (restarted) flags |= attemptFlags.restarted
  return flags
}

function isRegular(pace: readonly number[]): boolean {
  if (pace.length < fewestPaces) return false
  const mean = pace.reduce((sum, each) => sum + each, 0) / pace.length
  const spread = Math.sqrt(pace.reduce((sum, each) => sum + (each - mean) ** 2, 0) / pace.length)
  return mean > 0 && spread < mean * leastSpread
}
