/** Keeps what is written at a stop: at once on the device, then on the server when there is a line. */
import { ProblemError } from '@jianbao/client'
import type { Stop } from '../../contract/index.ts'
import { isWhole, keyOf, type Pending, type Piece, theirsOf } from './stop-pieces.ts'

/** What it needs of the outside. */
export type StopPorts = {
  readonly get: () => Promise<Stop>
  /** Sends one piece, upon the version it was written upon. */
  readonly put: (piece: Piece, base: number) => Promise<void>
  readonly finish: () => Promise<Stop>
  readonly keepPiece: (piece: Pending) => Promise<unknown>
  readonly dropPiece: (key: string) => Promise<unknown>
  readonly keepStop: (stop: Stop) => Promise<unknown>
  readonly keepEnding: (ending: boolean) => Promise<unknown>
  /** Photos that are not sent yet: the check does not end before they are. */
  readonly photosWaiting: () => number
  readonly now: () => Date
  readonly onSignedOut: () => void
}

export type Line = 'quiet' | 'sending' | 'offline' | 'signed-out'
export type StopState = {
  readonly stop: Stop
  readonly pending: readonly Pending[]
  /** 检查结束 was pressed and has not reached the server. */
  readonly ending: boolean
  /** Why the server would not end it. */
  readonly endRefusal: string | null
  readonly line: Line
  /** When the device kept something last; `failed` where the browser keeps nothing. */
  readonly device: Date | 'failed' | null
  readonly sentAt: Date | null
}

export const pauseMs = 1200
const retryMs = 10_000

export class StopKeeper {
  private state: StopState
  private readonly ports: StopPorts
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private underWay: Promise<void> | null = null
  private no = 0

  constructor(
    ports: StopPorts,
    from: { readonly stop: Stop; readonly pending: readonly Pending[]; readonly ending: boolean },
  ) {
    this.ports = ports
    this.no = Math.max(0, ...from.pending.map(({ no }) => no))
    this.state = { ...from, endRefusal: null, line: 'quiet', device: null, sentAt: null }
    if (from.pending.length > 0 || from.ending) this.sendIn(0)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): StopState => this.state

  /** Kept on the device at once; `soon`: a tap, not a letter. */
  write(piece: Piece, soon = false): void {
    const before = this.find(keyOf(piece))
    const { version } = theirsOf(this.state.stop, piece)
    const next: Pending = {
      ...piece,
      base: before?.base ?? version,
      no: ++this.no,
      disputed: before?.disputed ?? false,
      refusal: null,
    }
    this.put(next)
    this.sendIn(soon ? 0 : pauseMs)
  }

  /** One that both sides changed is settled. */
  settle(key: string, side: 'mine' | 'theirs'): void {
    const piece = this.find(key)
    if (!piece) return
    if (side === 'theirs') this.drop(key)
    else
      this.put({ ...piece, base: theirsOf(this.state.stop, piece).version, no: ++this.no, disputed: false })
    this.sendIn(0)
  }

  end(): void {
    this.set({ ending: true, endRefusal: null })
    void this.onDevice(this.ports.keepEnding(true))
    this.sendIn(0)
  }

  /** The line is back, or somebody asks for another try: also what was refused. */
  retry(): void {
    this.set({
      endRefusal: null,
      pending: this.state.pending.map(piece =>
        piece.refusal === null ? piece : { ...piece, refusal: null },
      ),
    })
    this.sendIn(0)
  }

  /** Looks what others wrote meanwhile. */
  async look(): Promise<void> {
    if (this.underWay) return
    try {
      this.arrived(await this.ports.get())
    } catch (error) {
      if (isGone(error)) this.set({ stop: { ...this.state.stop, actions: [] } })
    }
  }

  /** Whether the server has everything afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.underWay) await this.underWay
    await this.work()
    return this.state.pending.length === 0 && !this.state.ending
  }

  /** Whether the server has a finding: a photo needs something to hang on. */
  async has(findingId: string): Promise<boolean> {
    if (!this.state.stop.findings.some(({ id }) => id === findingId)) await this.flush()
    return this.state.stop.findings.some(({ id }) => id === findingId)
  }

  /** What is shown hangs on photos too. */
  touch(): void {
    this.set({})
  }

  close(): void {
    clearTimeout(this.timer)
    this.listeners.clear()
  }

  private find(key: string): Pending | undefined {
    return this.state.pending.find(piece => keyOf(piece) === key)
  }

  private put(piece: Pending): void {
    const key = keyOf(piece)
    const known = this.find(key)
    const { pending } = this.state
    this.set({ pending: known ? pending.map(each => (each === known ? piece : each)) : [...pending, piece] })
    void this.onDevice(this.ports.keepPiece(piece))
  }

  private drop(key: string): void {
    this.set({ pending: this.state.pending.filter(piece => keyOf(piece) !== key) })
    void this.onDevice(this.ports.dropPiece(key))
  }

  private async onDevice(kept: Promise<unknown>): Promise<void> {
    try {
      await kept
      this.set({ device: this.ports.now() })
    } catch {
      // A private window keeps nothing: the line says so.
      this.set({ device: 'failed' })
    }
  }

  private sendIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.work(), ms)
  }

  private work(): Promise<void> {
    this.underWay ??= this.sendAll().finally(() => {
      this.underWay = null
    })
    return this.underWay
  }

  private async sendAll(): Promise<void> {
    const tried = new Set<number>()
    for (;;) {
      const next = this.state.pending.find(
        piece => isWhole(piece) && !piece.disputed && piece.refusal === null && !tried.has(piece.no),
      )
      if (!next) break
      tried.add(next.no)
      this.set({ line: 'sending' })
      if (!(await this.send(next))) return
    }
    if (this.state.ending && this.state.pending.length === 0 && this.ports.photosWaiting() === 0)
      await this.sendEnd()
    else if (this.state.line === 'sending') this.set({ line: 'quiet' })
  }

  /** False: no line, or nobody signed in. */
  private async send(sent: Pending): Promise<boolean> {
    const key = keyOf(sent)
    try {
      await this.ports.put(sent, sent.base)
      this.arrived(await this.ports.get())
      const now = this.find(key)
      if (now?.no === sent.no) this.drop(key)
      else if (now) this.put({ ...now, base: theirsOf(this.state.stop, sent).version })
      this.set({ sentAt: this.ports.now() })
      return true
    } catch (error) {
      return this.notSent(sent, error)
    }
  }

  private async notSent(sent: Pending, error: unknown): Promise<boolean> {
    const problem = error instanceof ProblemError ? error : null
    if (problem?.status === 401) return this.later('signed-out')
    if (!problem || problem.status === 0 || problem.status === 429 || problem.status >= 500)
      return this.later('offline')
    const now = this.find(keyOf(sent))
    if (problem.code !== 'stop-meanwhile') {
      if (now) this.put({ ...now, refusal: problem.detail || problem.code })
      return true
    }
    try {
      this.arrived(await this.ports.get())
      if (now) this.put({ ...now, disputed: true })
      return true
    } catch {
      return this.later('offline')
    }
  }

  private async sendEnd(): Promise<void> {
    this.set({ line: 'sending' })
    try {
      this.arrived(await this.ports.finish())
      this.set({ ending: false, line: 'quiet', sentAt: this.ports.now() })
      await this.onDevice(this.ports.keepEnding(false))
    } catch (error) {
      const problem = error instanceof ProblemError ? error : null
      if (problem?.status === 401) return void this.later('signed-out')
      if (!problem || problem.status === 0 || problem.status === 429 || problem.status >= 500)
        return void this.later('offline')
      this.set({ ending: false, line: 'quiet', endRefusal: problem.detail || problem.code })
      await this.onDevice(this.ports.keepEnding(false))
    }
  }

  private later(line: 'offline' | 'signed-out'): false {
    this.set({ line })
    if (line === 'offline') this.sendIn(retryMs)
    else this.ports.onSignedOut()
    return false
  }

  private arrived(stop: Stop): void {
    this.set({ stop })
    void this.ports.keepStop(stop).catch(() => undefined)
  }

  private set(change: Partial<StopState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

function isGone(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404
}
