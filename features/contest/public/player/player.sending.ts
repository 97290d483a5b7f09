/** Handing in: sent until it is answered, however often; the server counts it once. */
import { ask, kept, landing, nowOf, still, withoutSheet } from './player.moves.ts'
import { closeSheet, handInOf } from './player.sheet.ts'
import type { Effect, Move, PlayerEvent, PlayerState, Sheet, Trouble } from './player.state.ts'

/** Sends the closed sheet, keeping it until an answer has come. */
export function sendSheet(state: PlayerState, sheet: Sheet, ...more: readonly Effect[]): Move {
  const sent = { ...state, sheet, step: 'sending', sending: 'flying', wish: null, asking: null } as const
  return kept(sent, { do: 'hand-in', body: handInOf(sheet) }, ...more)
}

/** 交卷 was pressed. */
export function handIn(state: PlayerState, at: number): Move {
  const { sheet, step } = state
  if (!sheet || sheet.closed || (step !== 'question' && step !== 'check')) return still(state)
  return sendSheet({ ...state, tries: 0, trouble: null }, closeSheet(sheet, nowOf(state, at)))
}

/** The line is back, or the time to wait is over. */
export function sendAgain(state: PlayerState, ...more: readonly Effect[]): Move {
  if (!state.sheet?.closed || state.sending !== 'waiting') return ask(state, ...more)
  return sendSheet(state, state.sheet, ...more)
}

/** The answer has come; nothing of the paper stays on the device. */
export function takeResult(state: PlayerState, event: PlayerEvent & { type: 'result' }): Move {
  const { result, token } = event
  const { sheet } = state
  const standing = state.standing && { ...state.standing, ...result.progress }
  const known = { ...state, standing }
  // Of a paper that was given up, or that another window has handed in as well.
  if (sheet?.paper.token !== token) return kept(known)
  return kept({ ...withoutSheet(known), step: 'result', trouble: null, done: { result, sheet } })
}

/** Not sent this time: again soon, unless the server will never take it. */
export function waitToSend(state: PlayerState, trouble: Trouble, passing: boolean): Move {
  if (!state.sheet?.closed) return still(state)
  if (!passing) return still({ ...state, sending: 'refused', trouble })
  const tries = state.tries + 1
  const ms = trouble.retryAfterSeconds !== null ? trouble.retryAfterSeconds * 1000 : pauseMs(tries)
  return ask({ ...state, sending: 'waiting', tries, trouble }, { do: 'retry-later', ms })
}

export const pauseMs = (tries: number): number => Math.min(30_000, 1000 * 2 ** Math.min(tries - 1, 5))

/** Of a practice paper at any time; of a real one only when the server will not take it. */
export function giveUp(state: PlayerState): Move {
  const { sheet, sending } = state
  if (!sheet || (!sheet.paper.practice && sending !== 'refused')) return still(state)
  return kept(landing({ ...withoutSheet(state), trouble: null }))
}
