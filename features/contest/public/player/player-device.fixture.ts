/** A phone in memory: windows of the machine, what the device keeps, and a line that may lose what is sent or answered. */
import { move } from './player.machine.ts'
import { type Effect, firstState, type Kept, type PlayerEvent, type PlayerState } from './player.state.ts'
import type { RememberingServer } from './player-server.fixture.ts'

export type Happening = PlayerEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never
type Request = { readonly window: Window; readonly effect: Effect }
type Window = { state: PlayerState }

export const dawn = Date.parse('2026-08-10T01:00:00.000Z')

export class Device {
  /** Of the server; the device's own clock is `skewMs` ahead. */
  now = dawn
  skewMs: number
  online = true
  store: string | null = null
  windows: Window[] = []
  requests: Request[] = []
  readonly server: RememberingServer

  constructor(server: RememberingServer, skewMs = 0) {
    this.server = server
    this.skewMs = skewMs
  }

  get window(): Window {
    return this.windows[0]!
  }
  get state(): PlayerState {
    return this.window.state
  }
  get kept(): Kept | null {
    return this.store === null ? null : (JSON.parse(this.store) as Kept)
  }

  open(): void {
    const window = { state: firstState(this.server.settings) }
    this.windows.push(window)
    this.happen({ type: 'opened', kept: this.kept }, window)
  }

  /** What is on its way still reaches the server or not; nobody hears the answer. */
  close(): void {
    const [closed] = this.windows.splice(0, 1)
    this.requests = this.requests.filter(({ window }) => window !== closed)
  }

  happen(happening: Happening, window: Window = this.window): void {
    const made = move(window.state, { ...happening, at: this.now + this.skewMs } as PlayerEvent)
    window.state = made.state
    for (const effect of made.effects) {
      if (effect.do !== 'keep') {
        this.requests.push({ window, effect })
        continue
      }
      this.store = JSON.stringify(effect.kept)
      for (const other of this.windows)
        if (other !== window) this.happen({ type: 'elsewhere', kept: this.kept }, other)
    }
  }

  /** The oldest of what waits goes its way; `lost`: before the server, or the answer behind it. */
  deliver(lost: 'no' | 'request' | 'answer' = 'no'): void {
    const request = this.requests.shift()
    if (!request) return
    const { window, effect } = request
    if (effect.do === 'keep') return
    const cut = !this.online || lost === 'request'
    const answer = cut && effect.do !== 'retry-later' ? null : this.answer(effect)
    this.happen(answer && lost !== 'answer' ? answer : lineFailed(effect), window)
  }

  /** Everything that waits, and what comes of it, as long as anything waits. */
  settle(): void {
    for (let most = 100; this.requests.length && most > 0; most--) this.deliver()
  }

  private answer(effect: Effect): Happening {
    switch (effect.do) {
      case 'face':
        return { type: 'face', face: this.server.face(this.now) }
      case 'join':
      case 'standing':
        return { type: 'standing', standing: this.server.standing() }
      case 'paper':
        return { type: 'paper', paper: this.server.paper(effect.body, this.now) }
      case 'hand-in':
        return { type: 'result', token: effect.body.token, result: this.server.handIn(effect.body) }
      default:
        return { type: 'retry' }
    }
  }
}

function lineFailed(effect: Effect): Happening {
  if (effect.do === 'retry-later' || effect.do === 'keep') return { type: 'retry' }
  const token = effect.do === 'hand-in' ? { token: effect.body.token } : {}
  const trouble = { code: 'line', status: 0, detail: '', retryAfterSeconds: null }
  return { type: 'failed', asked: effect.do, ...token, trouble }
}
