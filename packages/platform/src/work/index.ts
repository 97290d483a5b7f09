/** What waits for somebody. Rooms count it inside the scope they are given; the staff app has the words for its kinds. */
import type { Person, Role, Scope } from '../access/index.ts'
import type { Database } from '../db/index.ts'

export type WorkRow = {
  /** What people know it by: a file, a unit, a person. */
  readonly title: string
  readonly note: string | null
  /** Since when, as in `toISOString`. */
  readonly at: string | null
  /** Its page in the staff app, below /desk. */
  readonly link: string
}

export type WorkGroup = {
  /** `noun.state`, `document.read`. */
  readonly kind: string
  readonly count: number
  /** The list that shows exactly what was counted. */
  readonly link: string
  /** The first few. */
  readonly rows: readonly WorkRow[]
}

/** What a room asks of the shell to know what waits. */
export type WorkAsked = {
  readonly tx: Database
  readonly scope: Scope
  readonly person: Person
  readonly now: Date
  readonly language: 'zh' | 'en'
}

/** One room's work for the holders of `roles`; groups of nothing may be left out. */
export type WorkSource = {
  readonly roles: readonly Role[]
  readonly list: (asked: WorkAsked) => Promise<readonly WorkGroup[]>
}

/** Of every kind so many are shown by name. */
export const workRows = 4
