/** A number of connections that are kept busy: as fast as it goes, or at a rate that waits for nobody. */
import { Histogram } from './histogram.ts'
import { type Ask, Wire } from './wire.ts'

/** The next request; null: there is none. */
export type Source = () => Ask | null

export type Passed = {
  answered: number
  /** Answers that were no success, by status; what broke counts under 0. */
  readonly refused: Record<number, number>
  seconds: number
  readonly latency: Histogram
}

type Run = {
  readonly passed: Passed
  /** What a free connection does next: due since when, in `performance.now()`. */
  readonly take: () => { ask: Ask; due: number } | null
  readonly over: () => boolean
  readonly done: () => void
}

export class Lane {
  private readonly wires: Wire[]
  private readonly depth: number
  private run: Run | null = null
  private flying = 0
  private opened = 0
  private whenOpened: (() => void) | null = null

  /** `depth` requests are sent ahead on each connection. Addresses of 127/8 are used in turn when given. */
  constructor(options: { port: number; connections: number; depth?: number; addresses?: readonly string[] }) {
    const { port, connections, depth = 1, addresses = ['127.0.0.1'] } = options
    this.depth = depth
    this.wires = Array.from(
      { length: connections },
      (_, at) => new Wire(port, addresses[at % addresses.length]!, wire => this.feed(wire)),
    )
  }

  async open(): Promise<this> {
    if (!this.wires.every(({ ready }) => ready))
      await new Promise<void>(resolve => {
        this.whenOpened = resolve
      })
    return this
  }

  /** Until the source has nothing left or the seconds are over. */
  flatOut(next: Source, seconds: number = Number.POSITIVE_INFINITY): Promise<Passed> {
    const started = performance.now()
    let dry = false
    const take: Run['take'] = () => {
      const due = performance.now()
      const ask = dry || due - started > seconds * 1000 ? null : next()
      dry ||= ask === null
      return ask && { ask, due }
    }
    return this.start(take, () => dry)
  }

  /** So many a second for so long, whether or not the server follows: each is measured from when it was due. */
  async atRate(next: Source, perSecond: number, seconds: number): Promise<Passed> {
    const started = performance.now()
    const most = Math.round(perSecond * seconds)
    const queue: { ask: Ask; due: number }[] = []
    let [issued, taken] = [0, 0]
    const issue = (): void => {
      for (; issued < most; issued++) {
        const due = started + (issued * 1000) / perSecond
        if (due > performance.now()) break
        const ask = next()
        if (ask) queue.push({ ask, due })
      }
      for (const wire of this.wires) if (taken < queue.length) this.feed(wire)
    }
    const clock = setInterval(issue, 1)
    const passing = this.start(
      () => (taken < queue.length ? queue[taken++]! : null),
      () => issued >= most && taken >= queue.length,
    )
    try {
      return await passing
    } finally {
      clearInterval(clock)
    }
  }

  close(): void {
    for (const wire of this.wires) wire.close()
  }

  private async start(take: Run['take'], over: Run['over']): Promise<Passed> {
    const started = performance.now()
    const passed: Passed = { answered: 0, refused: {}, seconds: 0, latency: new Histogram() }
    await new Promise<void>(resolve => {
      this.run = { passed, take, over, done: resolve }
      for (const wire of this.wires) this.feed(wire)
      this.settle()
    })
    this.run = null
    passed.seconds = (performance.now() - started) / 1000
    return passed
  }

  private feed(wire: Wire): void {
    if (this.whenOpened && ++this.opened >= this.wires.length) this.whenOpened()
    const { run } = this
    while (run && wire.ready && wire.waiting.length < this.depth) {
      const next = run.take()
      if (!next) break
      this.send(wire, run, next)
    }
  }

  private send(wire: Wire, run: Run, { ask, due }: { ask: Ask; due: number }): void {
    const { passed } = run
    const refuse = (status: number): void => {
      passed.refused[status] = (passed.refused[status] ?? 0) + 1
    }
    this.flying++
    wire.send({
      request: ask.request,
      hear: (status, body) => {
        passed.latency.add(performance.now() - due)
        if (status < 400) passed.answered++
        else refuse(status)
        ask.hear(status, body)
        this.flying--
        this.settle()
      },
      lost: () => {
        refuse(0)
        ask.lost?.()
        this.flying--
        this.settle()
      },
    })
  }

  private settle(): void {
    if (this.run && this.flying === 0 && this.run.over()) this.run.done()
  }
}
