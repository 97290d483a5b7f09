import type { Act, Caller, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { Type } from 'typebox'
import { type Person, PersonId } from '../../contract/index.ts'
import { getPerson } from './list-people.ts'
import type { Deed } from './open-person.ts'

export type PeopleServices = { readonly clock: Clock; readonly sealer: Sealer }

const closed = { additionalProperties: false }
export const personParams = Type.Object({ id: PersonId }, closed)
export const tags = ['people']

/** What handlers of deeds on one person share. */
export type Doing = { readonly params: { id: string }; readonly caller: Caller | null; readonly act: Act }

/** Does something with a person and answers with how they are afterwards. */
export function actOnPerson(
  { clock, sealer }: PeopleServices,
  { params: { id }, caller, act }: Doing,
  work: (tx: Database, scope: Scope, deed: Deed & { sealer: Sealer }) => Promise<void>,
): Promise<Person> {
  const { person } = caller!
  return act(id, async (tx, scope, entry) => {
    await work(tx, scope, { caller: person, now: clock.now(), entry, sealer })
    return getPerson(tx, scope, id, { caller: person, sealer })
  })
}
