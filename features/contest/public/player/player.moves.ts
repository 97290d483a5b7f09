/** Pieces of which the machine's moves are made. */
import type { Effect, Kept, Move, PlayerState } from './player.state.ts'

/** The server's time, as far as the device can tell. */
export const nowOf = ({ clock }: PlayerState, at: number): number => at + clock.offsetMs

export const sureClock = (now: string, at: number) => ({ offsetMs: Date.parse(now) - at, sure: true })

export const still = (state: PlayerState): Move => ({ state, effects: [] })

export const ask = (state: PlayerState, ...effects: readonly Effect[]): Move => ({ state, effects })

const keptOf = ({ standing, sheet, clock }: PlayerState): Kept => ({
  standing,
  sheet,
  offsetMs: clock.offsetMs,
})

/** A move after which the device keeps where one stands. */
export const kept = (state: PlayerState, ...effects: readonly Effect[]): Move =>
  ask(state, { do: 'keep', kept: keptOf(state) }, ...effects)

export const landing = (state: PlayerState): PlayerState => ({
  ...state,
  step: 'landing',
  wish: null,
  back: false,
  asking: null,
})

/** Neither a paper in work nor one on its way. */
export const withoutSheet = (state: PlayerState): PlayerState => ({
  ...state,
  sheet: null,
  sending: 'no',
  tries: 0,
})

/** What was wished for begins, once it is known who plays and how far they are. */
export function begin(state: PlayerState): Move {
  const { standing, wish, fresh } = state
  if (!standing) return still({ ...state, step: 'who', asking: null })
  const { ticket } = standing
  if (!fresh && wish === 'paper')
    return ask({ ...state, asking: 'standing', refreshed: true }, { do: 'standing', body: { ticket } })
  const body = wish === 'practice' ? { ticket, practice: true } : { ticket }
  return ask({ ...state, asking: 'paper' }, { do: 'paper', body })
}
