import type { Caller, Scope } from '@jianbao/platform/access'
import { Type } from 'typebox'
import type { Viewer } from './missive.store.ts'

export const missiveParams = Type.Object(
  { id: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)
export const viewerOf = (scope: Scope, caller: Caller | null): Viewer => ({ scope, person: caller!.person })
