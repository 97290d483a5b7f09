import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** The first fault of a value against a schema as `place: reason`, for the message of a problem. */
export function firstFault(schema: TSchema, value: unknown): string {
  const faults = Value.Errors(schema, value)
  // The deepest place says most: a union of blocks reports its own failure beside that of its branches.
  const fault = faults.reduce<(typeof faults)[number] | undefined>(
    (best, next) => (!best || depth(next.instancePath) > depth(best.instancePath) ? next : best),
    undefined,
  )
  if (!fault) return '/: is not valid'
  const reason = fault.message === 'schema is false' ? 'is not a field of the model' : fault.message
  return `${fault.instancePath || '/'}: ${reason}`
}

function depth(place: string): number {
  return place.split('/').length
}
