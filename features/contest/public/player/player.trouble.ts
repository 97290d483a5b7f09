/** What went wrong, and what the page does about it without asking anybody. */
import { ask, begin, kept, landing, still } from './player.moves.ts'
import { waitToSend } from './player.sending.ts'
import type { Effect, Move, PlayerEvent, PlayerState, Trouble } from './player.state.ts'

/** Goes by; the same again may succeed. */
export const isPassing = ({ code, status }: Trouble): boolean =>
  code === 'line' || status >= 500 || status === 429 || status === 408

/** Of a rehearsal, of another contest, or of a player who was erased. */
const unknownTicket = 'contest-token'

export function takeTrouble(
  state: PlayerState,
  { asked, token, trouble }: PlayerEvent & { type: 'failed' },
): Move {
  switch (asked) {
    case 'hand-in':
      if (token !== undefined && token !== state.sheet?.paper.token) return still(state)
      return waitToSend(state, trouble, isPassing(trouble))
    case 'face':
      // Time does not run out before the server was asked; until then it is asked again.
      return state.clock.sure ? still(state) : ask(state, { do: 'retry-later', ms: 5000 })
    case 'join':
      return state.asking === 'join' ? still({ ...state, asking: null, trouble }) : still(state)
    case 'paper':
      return state.asking === 'paper' ? noPaper(state, trouble) : still(state)
    case 'standing':
      return noStanding(state, trouble)
  }
}

function noPaper(state: PlayerState, trouble: Trouble): Move {
  const { standing } = state
  const see: Effect[] = standing ? [{ do: 'standing', body: { ticket: standing.ticket } }] : []
  if (trouble.code === unknownTicket) {
    if (state.refreshed) return unknown(state)
    return ask({ ...state, asking: 'standing', refreshed: true }, ...see)
  }
  const told = landing({ ...state, trouble })
  // Limits and hours are not as the page thought: it asks how they stand.
  return isPassing(trouble) ? still(told) : ask(told, { do: 'face' }, ...see)
}

/** On a bad line what is kept has to do; a ticket the server does not know is forgotten. */
function noStanding(state: PlayerState, trouble: Trouble): Move {
  const wished = state.asking === 'standing'
  if (!isPassing(trouble)) return wished ? unknown(state) : kept({ ...state, standing: null })
  return wished ? begin({ ...state, fresh: true }) : still(state)
}

/** Who plays is asked for again, and what was wished for then begins. */
const unknown = (state: PlayerState): Move =>
  kept({ ...state, step: 'who', standing: null, asking: null, trouble: null })
