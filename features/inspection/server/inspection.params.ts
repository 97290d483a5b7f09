import type { Caller, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { Type } from 'typebox'
import type { Actor, Viewer } from './inspection.services.ts'

const Id = Type.String({ format: 'uuid' })
export const stopParams = Type.Object({ id: Id }, { additionalProperties: false })

/** Routes of this room are for people who signed in: there is always a caller. */
export const viewerOf = (scope: Scope, caller: Caller | null): Viewer => ({ scope, person: caller!.person })
export const actorOf = (scope: Scope, caller: Caller | null, clock: Clock): Actor => ({
  ...viewerOf(scope, caller),
  now: clock.now(),
})
