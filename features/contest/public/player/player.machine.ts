/** The player's page as a pure machine: where it stands and what happens, to where it stands then and what it asks for. */
import { ask, begin, kept, landing, nowOf, still, sureClock, withoutSheet } from './player.moves.ts'
import { giveUp, handIn, sendAgain, sendSheet, takeResult } from './player.sending.ts'
import { ageSheet, answerSheet, openSheet, turnSheet } from './player.sheet.ts'
import type { Effect, Kept, Move, PlayerEvent, PlayerState } from './player.state.ts'
import { takeTrouble } from './player.trouble.ts'

/** One move. */
export function move(state: PlayerState, event: PlayerEvent): Move {
  switch (event.type) {
    case 'opened':
      return open(state, event.kept)
    case 'face':
      return age({ ...state, face: event.face, clock: sureClock(event.face.now, event.at) }, event.at)
    case 'begin':
      return wish(state, event.wish)
    case 'come-back':
      return still({ ...landing(state), step: 'who', back: true, trouble: null })
    case 'join':
      return ask({ ...state, asking: 'join', trouble: null }, { do: 'join', body: event.wish })
    case 'standing':
      return knowPlayer({ ...state, standing: event.standing, fresh: true })
    case 'paper':
      return takePaper(state, event)
    case 'answer':
    case 'go':
    case 'check':
      return work(state, event)
    case 'hand-in':
      return handIn(state, event.at)
    case 'result':
      return takeResult(state, event)
    case 'failed':
      return takeTrouble(state, event)
    case 'retry':
    case 'online':
      return sendAgain(state, ...(state.clock.sure ? [] : ([{ do: 'face' }] as const)))
    case 'tick':
      return age(state, event.at)
    case 'doubt':
      return ask({ ...state, clock: { ...state.clock, sure: false } }, { do: 'face' })
    case 'elsewhere':
      return hearOther(state, event.kept)
    case 'home':
      return still(state.sheet ? state : landing({ ...state, trouble: null, done: null }))
    case 'give-up':
      return giveUp(state)
    case 'forget':
      return forget(state)
  }
}

/** Where one was: in the middle of a paper, sending one, or at the door. */
function open(state: PlayerState, found: Kept | null): Move {
  if (!found) return ask(landing(state), { do: 'face' })
  const { standing, sheet, offsetMs } = found
  const back = { ...state, standing, sheet, clock: { offsetMs, sure: false } }
  if (sheet?.closed) return sendSheet(back, sheet, { do: 'face' })
  if (sheet) return ask({ ...back, step: 'question' }, { do: 'face' })
  // A new day may have given new attempts.
  const spent = standing?.leftToday === 0 || standing?.leftInAll === 0
  const fresh: Effect[] = standing && spent ? [{ do: 'standing', body: { ticket: standing.ticket } }] : []
  return ask(landing(back), { do: 'face' }, ...fresh)
}

function wish(state: PlayerState, wished: PlayerState['wish']): Move {
  const { sheet } = state
  if (sheet?.closed) return sendSheet(state, sheet)
  if (sheet) return still({ ...state, step: 'question', trouble: null })
  return begin({ ...landing(state), wish: wished, refreshed: false, trouble: null, done: null })
}

/** It is known who plays: what was wished for begins. */
function knowPlayer(state: PlayerState): Move {
  const waited = state.asking === 'join' || state.asking === 'standing'
  if (!waited) return kept(state)
  if (!state.wish) return kept(landing(state))
  const on = begin({ ...state, trouble: null })
  return kept(on.state, ...on.effects)
}

function takePaper(state: PlayerState, { paper, at }: PlayerEvent & { type: 'paper' }): Move {
  // Asked for and then left, or another window was quicker: the paper in work stays.
  if (state.sheet || state.asking !== 'paper' || paper.practice !== (state.wish === 'practice'))
    return still(state)
  const clock = sureClock(paper.now, at)
  const sheet = openSheet(paper)
  return kept({ ...state, step: 'question', wish: null, asking: null, trouble: null, clock, sheet })
}

function work(before: PlayerState, event: PlayerEvent & { type: 'answer' | 'go' | 'check' }): Move {
  // What ran out a moment ago is not answered any more.
  const aged = age(before, event.at)
  const { state } = aged
  const { sheet, step } = state
  if (!sheet || sheet.closed || (step !== 'question' && step !== 'check')) return aged
  if (event.type === 'check') return ask({ ...state, step: 'check' }, ...aged.effects)
  const next =
    event.type === 'go'
      ? turnSheet(sheet, event.to, nowOf(state, event.at))
      : answerSheet(sheet, event.question, event.answer)
  const changed: PlayerState = { ...state, sheet: next, step: event.type === 'go' ? 'question' : step }
  return next === sheet ? ask(changed, ...aged.effects) : kept(changed)
}

/** Lets time go by, once the device's clock is known. */
function age(state: PlayerState, at: number): Move {
  const { sheet, clock, step } = state
  if (!sheet || sheet.closed || !clock.sure || (step !== 'question' && step !== 'check')) return still(state)
  const aged = ageSheet(sheet, nowOf(state, at), Date.parse(state.settings.closesAt))
  if (aged === sheet) return still(state)
  return aged.closed ? sendSheet(state, aged) : kept({ ...state, sheet: aged, step: 'question' })
}

/** What another window did to the paper is done to it here. */
function hearOther(state: PlayerState, other: Kept | null): Move {
  const { sheet } = state
  const heard = { ...state, standing: other?.standing ?? null }
  const theirs = other?.sheet ?? null
  if (!sheet) return still({ ...heard, sheet: theirs })
  if (sheet.closed) {
    // On its way here too; the server counts it once. Has the other window gone on since, so has the player.
    const gone = theirs && theirs.paper.token !== sheet.paper.token
    return still(gone ? { ...landing(withoutSheet(heard)), sheet: theirs } : heard)
  }
  if (!theirs) {
    const trouble = { code: 'elsewhere', status: 0, detail: '', retryAfterSeconds: null }
    return still({ ...landing(withoutSheet(heard)), trouble })
  }
  if (theirs.paper.token !== sheet.paper.token) return still(state)
  return theirs.closed ? sendSheet(heard, theirs) : still({ ...heard, sheet: theirs })
}

/** A paper in work is not thrown away by the way. */
function forget(state: PlayerState): Move {
  if (state.sheet && !state.sheet.paper.practice) return still(state)
  const nobody = { ...withoutSheet(state), standing: null, done: null, trouble: null }
  return kept(landing(nobody))
}
