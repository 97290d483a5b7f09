/** A share with one decimal at most; nothing of nothing has none. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—'
  return `${(Math.round((part / whole) * 1000) / 10).toString()}%`
}
