import type { TSchema } from 'typebox'
import { Check } from 'typebox/value'

type Shape = {
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
}

/** A value with its keys in the order of its schema: the database keeps them in one of its own. */
export function inOrder(schema: TSchema, value: unknown): unknown {
  const { properties, items, anyOf } = schema as Shape
  if (anyOf) {
    const branch = anyOf.find(one => Check(one, value))
    return branch ? inOrder(branch, value) : value
  }
  if (Array.isArray(value)) return items ? value.map(entry => inOrder(items, entry)) : value
  if (typeof value !== 'object' || value === null || !properties) return value
  const given = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, one]) =>
      given[key] === undefined ? [] : [[key, inOrder(one, given[key])]],
    ),
  )
}
