/** What differs between two values of JSON, small enough to keep for every edit, and how to apply it again. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type Change =
  | { readonly set: Json }
  | { readonly fields: Readonly<Record<string, Change>>; readonly gone?: readonly string[] }
  | { readonly items: readonly (readonly [number, Change])[] }
  | { readonly from: number; readonly remove: number; readonly insert: readonly Json[] }

type Fields = Readonly<Record<string, Json>>

/** Null when both are equal. What the two share by reference is not looked into. */
export function changeBetween(before: Json, after: Json): Change | null {
  if (before === after) return null
  if (isList(before) && isList(after)) return listChange(before, after)
  if (isFields(before) && isFields(after)) return fieldsChange(before, after)
  return { set: after }
}

export function applyChange(value: Json, change: Change | null): Json {
  if (change === null) return value
  if ('set' in change) return change.set
  if ('fields' in change) {
    if (!isFields(value)) throw new Error('the change is of another value')
    const gone = new Set(change.gone ?? [])
    const kept = Object.entries(value).filter(([key]) => !gone.has(key))
    const changed = Object.entries(change.fields).map(([key, inner]) => [
      key,
      applyChange(Object.hasOwn(value, key) ? value[key]! : null, inner),
    ])
    return Object.fromEntries([...kept, ...changed])
  }
  if (!isList(value)) throw new Error('the change is of another value')
  if ('items' in change) {
    const list = [...value]
    for (const [at, inner] of change.items) list[at] = applyChange(list[at]!, inner)
    return list
  }
  return [...value.slice(0, change.from), ...change.insert, ...value.slice(change.from + change.remove)]
}

function listChange(before: readonly Json[], after: readonly Json[]): Change | null {
  if (before.length === after.length) {
    const items = before.flatMap((item, at) => {
      const change = changeBetween(item, after[at]!)
      return change ? [[at, change] as const] : []
    })
    return items.length ? { items } : null
  }
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && changeBetween(before[from]!, after[from]!) === null) from++
  let tail = 0
  while (
    tail < shorter - from &&
    changeBetween(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!) === null
  )
    tail++
  return { from, remove: before.length - tail - from, insert: after.slice(from, after.length - tail) }
}

function fieldsChange(before: Fields, after: Fields): Change | null {
  const changed = Object.entries(after).flatMap(([key, value]) => {
    const change = Object.hasOwn(before, key) ? changeBetween(before[key]!, value) : { set: value }
    return change ? [[key, change] as const] : []
  })
  const gone = Object.keys(before).filter(key => !Object.hasOwn(after, key))
  if (!gone.length && !changed.length) return null
  const fields = Object.fromEntries(changed)
  return gone.length ? { fields, gone } : { fields }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
