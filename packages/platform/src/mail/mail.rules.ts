/** How long to wait before the next attempt, in minutes: greylisting wants a few, an outage of a night many. */
const pausesMinutes = [1, 5, 15, 30, 60, 120, 240, 480] as const

/** Milliseconds until the next attempt after the `attempts`th; null: it is given up. */
export function pauseAfter(attempts: number): number | null {
  const minutes = pausesMinutes[attempts - 1]
  return minutes === undefined ? null : minutes * 60_000
}

/** What pages show of an address: `zh***@example.cn`, never more than half of the name. */
export function maskMailAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, Math.min(2, Math.floor(at / 2)))}***${address.slice(at)}`
}

/** A confirmation code is good for so long, may be mistyped so often, and is sent so often a day. */
export const codeRules = { goodMs: 30 * 60_000, tries: 5, perDay: 8 } as const
