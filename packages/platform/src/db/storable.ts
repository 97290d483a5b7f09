/** What a manuscript says, as PostgreSQL can hold it. */

/** Text without NUL, other control characters (tab and line feed stay) and lone surrogates: the database refuses them. */
export function storableText<T extends string | null>(value: T): T {
  if (value === null) return value
  return value.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '') as T
}

/** A number that fits the type integer; null for any other: such a number was no issue number. */
export function storableInteger(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && Math.abs(value) <= 2_147_483_647 ? value : null
}

/** An ISO day that exists in the calendar; null for any other (2021-02-30). */
export function storableDay(iso: string | null): string | null {
  if (!iso || !/^\d{4}-\d{2}-\d{2}$/.test(iso) || iso.startsWith('0000')) return null
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : null
}
