import { Format } from 'typebox/format'

/** A day of four digits that stays one when some days are added or it is told as a moment. */
export function isRequestDay(text: string): boolean {
  return /^(?!9999)[1-9]/.test(text) && Format.IsDate(text)
}

/** A plain uuid; what else is one by the standard, `urn:uuid:…`, the database does not take. */
export function isRequestId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** No schema is as deep; what is deeper is refused by it. */
const deepest = 32

/** The same value, each text of it without NUL and lone surrogates: the database takes neither. */
export function storableInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '')
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  const held = value as Record<string, unknown>
  for (const key of Object.keys(held)) held[key] = storableInput(held[key], depth + 1)
  return value
}
