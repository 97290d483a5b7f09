/** Runs the machine in a window: carries out what it asks for and tells it what comes of it. */
import type { ContestFace, Paper, Result, Standing } from '../../contract/play.schema.ts'
import type { PlaySettings } from '../../contract/play-settings.ts'
import { type Keep, keptFrom } from './player.keep.ts'
import { move } from './player.machine.ts'
import { send, sendPatiently, troubleOf } from './player.send.ts'
import { type Effect, firstState, type PlayerEvent, type PlayerState } from './player.state.ts'

export type Happening = PlayerEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never

export type Player = {
  readonly state: PlayerState
  readonly keep: Keep
  /** The server's time in milliseconds, as far as the device can tell. */
  now(): number
  happen(happening: Happening): void
  /** Asks the server for what the machine has no part in. */
  ask<T>(path: string, body?: object): Promise<T>
}

/** `show` is called whenever the state is another one. */
export function runPlayer(settings: PlaySettings, keep: Keep, show: (player: Player) => void): Player {
  let state = firstState(settings)
  let timer = 0
  const base = `/play/${settings.slug}`

  const happen = (happening: Happening): void => {
    const made = move(state, { ...happening, at: Date.now() } as PlayerEvent)
    const changed = made.state !== state
    state = made.state
    for (const effect of made.effects) carryOut(effect)
    if (changed) show(player)
  }
  const tell = (asked: 'face' | 'join' | 'paper' | 'standing', work: Promise<Happening>): void => {
    work.then(happen, error => happen({ type: 'failed', asked, trouble: troubleOf(error) }))
  }
  const paperCame = (paper: Paper): Happening => ({ type: 'paper', paper })
  const faceCame = (face: ContestFace): Happening => ({ type: 'face', face })
  const carryOut = (effect: Effect): void => {
    switch (effect.do) {
      case 'keep':
        keep.write(effect.kept)
        break
      case 'retry-later':
        clearTimeout(timer)
        // Phones that lost their line together do not all come back at once.
        timer = window.setTimeout(() => happen({ type: 'retry' }), effect.ms * (0.8 + Math.random() * 0.4))
        break
      case 'face':
        tell('face', send<ContestFace>(`${base}/face`).then(faceCame))
        break
      case 'join':
        tell('join', sendPatiently<Standing>(`${base}/join`, effect.body).then(joined))
        break
      case 'standing':
        tell('standing', sendPatiently<Standing>(`${base}/standing`, effect.body).then(standingCame))
        break
      case 'paper':
        tell('paper', sendPatiently<Paper>(`${base}/paper`, effect.body).then(paperCame))
        break
      case 'hand-in': {
        const { token } = effect.body
        send<Result>(`${base}/hand-in`, effect.body).then(
          result => happen({ type: 'result', token, result }),
          error => happen({ type: 'failed', asked: 'hand-in', token, trouble: troubleOf(error) }),
        )
      }
    }
  }
  const joined = (standing: Standing): Happening => {
    keep.wishAnswered()
    return standingCame(standing)
  }
  const player: Player = {
    get state() {
      return state
    },
    keep,
    now: () => Date.now() + state.clock.offsetMs,
    happen,
    ask: (path, body) => send(base + path, body),
  }
  watchWindow(keep, happen)
  happen({ type: 'opened', kept: keep.read() })
  return player
}

const standingCame = (standing: Standing): Happening => ({ type: 'standing', standing })

const tickMs = 500

/** Line, other windows, sleep and clock of the device. */
function watchWindow(keep: Keep, happen: (happening: Happening) => void): void {
  window.addEventListener('online', () => happen({ type: 'online' }))
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === keep.key) happen({ type: 'elsewhere', kept: keptFrom(newValue) })
  })
  let before = Date.now()
  let passed = performance.now()
  setInterval(() => {
    const jumped = Date.now() - before - (performance.now() - passed)
    const slept = Date.now() - before > 10 * tickMs
    before = Date.now()
    passed = performance.now()
    happen(Math.abs(jumped) > 2000 || slept ? { type: 'doubt' } : { type: 'tick' })
  }, tickMs)
}
