import type { Sheets } from '@jianbao/organisation/server'
import type { Caller, Person, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'

export type BankServices = {
  readonly clock: Clock
  /** Pictures of questions, and where an upload lies while it is read. */
  readonly pictures: FileStore
  /** The process in which files of strangers are opened. */
  readonly sheets: Sheets
  /** Past the policies, for what the program itself keeps: pictures that no question shows any more. */
  readonly db: Database
}

/** Who acts, within which units, and when. */
export type BankActor = { readonly scope: Scope; readonly person: Person; readonly now: Date }

/** Roles somebody holds where a bank stands. */
export function rolesAt(person: Person | null, path: string): string[] {
  return (person?.posts ?? []).filter(post => path.startsWith(post.path)).map(post => post.role)
}

export const actorOf = (scope: Scope, caller: Caller | null, clock: Clock): BankActor => ({
  scope,
  person: caller!.person,
  now: clock.now(),
})
