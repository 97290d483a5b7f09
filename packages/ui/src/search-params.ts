/** Filters live in the address bar: plain `key=value`, nothing that a person could not type. */

export type SearchInput = Readonly<Record<string, unknown>>

/** @returns all parameters as text; of a key given twice the last counts. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** @returns `?a=1&b=2`, or nothing when no parameter has a value. */
export function stringifySearch(search: SearchInput): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** @returns the text without surrounding blanks, cut to `maxLength`; undefined when nothing is left. */
export function textParam(value: unknown, maxLength: number): string | undefined {
  const text = value === undefined || value === null ? '' : String(value).trim().slice(0, maxLength)
  return text || undefined
}

/** @returns a whole number within the bounds, else undefined: a bad address shows the whole list. */
export function integerParam(value: unknown, min: number, max: number): number | undefined {
  const text = String(value ?? '')
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @returns the id of a record, else undefined. */
export function uuidParam(value: unknown): string | undefined {
  const text = textParam(value, 36)
  return text && uuid.test(text) ? text : undefined
}

/** @returns a day of the calendar as 2026-02-28, else undefined: there is no 30 February. */
export function dayParam(value: unknown): string | undefined {
  const text = textParam(value, 10)
  if (!text || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined
}

export function choiceParam<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find(choice => choice === value)
}

export function flagParam(value: unknown): boolean | undefined {
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
}

/** Drops what is undefined, so that an object fits a type whose fields may be missing but not undefined. */
export function present<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
