import { formatInstant } from '@jianbao/ui'

/** An ISO date-time as local day and second, `2026-03-01 16:00:05`: in a trail minutes are too coarse. */
export function formatSecond(instant: string): string {
  return `${formatInstant(instant)}:${instant.slice(17, 19)}`
}
