import { type Person as Caller, holds, scopeOf } from '@jianbao/platform/access'
import {
  type PersonAction,
  type PersonStanding,
  personActions,
  personFlow,
  personRefusal,
} from '../../contract/index.ts'
import type { PersonRow, PostRow } from './person.store.ts'

/** What is known of a person beside their row. */
export type Around = {
  readonly caller: Caller
  readonly beyond: boolean
  /** Of the account, where it was looked at. */
  readonly secondFactor?: boolean
  readonly failures?: number
}

/** Whether a caller's post reaches a person for this, whatever state they are in. */
function reaches(action: PersonAction, path: string, caller: Caller): boolean {
  return holds(scopeOf(caller, personFlow[action].by), path)
}

export function standingOf(
  person: PersonRow,
  { caller, beyond }: Pick<Around, 'caller' | 'beyond'>,
): PersonStanding {
  return { state: person.state, self: person.id === caller.id, hasAccount: person.username !== null, beyond }
}

/** What the caller may do next with a person. */
export function actionsOn(person: PersonRow, around: Around): PersonAction[] {
  const standing = standingOf(person, around)
  return personActions.filter(
    action =>
      action !== 'withdraw' &&
      reaches(action, person.path, around.caller) &&
      personRefusal(action, standing) === null &&
      isWanted(action, person, around),
  )
}

function isWanted(action: PersonAction, person: PersonRow, { secondFactor, failures = 0 }: Around): boolean {
  switch (action) {
    case 'read-phone':
      return person.phoneSealed !== null
    case 'lock':
      return person.lockedAt === null
    case 'unlock':
      return person.lockedAt !== null || failures > 0
    case 'reset-second-factor':
      return secondFactor === true
    default:
      return true
  }
}

/** Whether the caller may withdraw a post: both its unit and the person must be within their scope. */
export function mayWithdraw(person: PersonRow, post: PostRow, around: Around): boolean {
  return (
    reaches('withdraw', person.path, around.caller) &&
    reaches('withdraw', post.path, around.caller) &&
    personRefusal('withdraw', standingOf(person, around)) === null
  )
}
