import type { Clock } from '../clock/index.ts'
import type { Database } from '../db/index.ts'
import { type Deed, noteRefusal } from './act.ts'

/** Of each person so many a minute: nobody tries by hand as often, and a loop cannot fill the trail. */
const mostPerMinute = 30

type Minute = { readonly at: number; noted: number; untold: number }

/** Records the refusals of one process, of each person `mostPerMinute`; the next one says how many were left out. */
export class Refusals {
  readonly #db: Database
  readonly #clock: Clock
  readonly #minutes = new Map<string, Minute>()

  constructor(db: Database, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /** Records one, with the code of the problem it was refused with, unless the person has had many this minute. */
  async note(deed: Deed, code: string): Promise<void> {
    const at = Math.floor(this.#clock.now().getTime() / 60_000)
    let minute = this.#minutes.get(deed.actor.id)
    const untold = minute?.untold ?? 0
    if (minute?.at !== at) {
      minute = { at, noted: 0, untold }
      this.#minutes.set(deed.actor.id, minute)
    }
    if (minute.noted >= mostPerMinute) {
      minute.untold++
      return
    }
    minute.noted++
    minute.untold = 0
    await noteRefusal(this.#db, this.#clock, deed, code, untold ? { after: { leftOut: untold } } : {})
  }
}
