/** Counted states and lights as the tallies of a matrix. */
import {
  type ItemLight,
  type ItemState,
  type LightTally,
  noLights,
  statesBefore,
} from '../../../contract/index.ts'

export type Counted = { readonly state: ItemState; readonly light: ItemLight | null; readonly count: number }

/** What is cancelled is not counted. */
export function tallyLights(counted: readonly Counted[]): LightTally {
  const tally = { ...noLights }
  for (const { state, light, count } of counted) {
    if (light !== null) tally[light] += count
    else if (statesBefore.includes(state)) tally.before += count
    else if (state !== 'cancelled') tally.done += count
  }
  return tally
}

export function addLights(tallies: readonly LightTally[]): LightTally {
  const sum = { ...noLights }
  for (const tally of tallies)
    for (const key of Object.keys(sum) as (keyof LightTally)[]) sum[key] += tally[key]
  return sum
}

export const sizeOf = (tally: LightTally): number =>
  Object.values(tally).reduce((sum, count) => sum + count, 0)
