import type { ContestRules } from './contest-rules.schema.ts'

/** Whether a paper may begin, and when next when it may not; `until`: when the present opening ends. */
export type Opening =
  | { readonly open: true; readonly until: number }
  | { readonly open: false; readonly nextAt: number | null }

const dayMs = 86_400_000
const zoneMs = 8 * 3_600_000

/** Days since 1970 in Asia/Shanghai. */
export const dayNumberOf = (at: number): number => Math.floor((at + zoneMs) / dayMs)

const timeMs = (time: string): number => {
  const [hour, minute] = time.split(':')
  return (Number(hour) * 60 + Number(minute)) * 60_000
}

/** The spans a group may begin in: sessions of the group, or the whole window. */
function spansFor(
  { opensAt, closesAt, sessions }: Pick<ContestRules, 'opensAt' | 'closesAt' | 'sessions'>,
  group: string | null,
): { from: number; to: number }[] {
  const [first, last] = [Date.parse(opensAt), Date.parse(closesAt)]
  if (!sessions.length) return [{ from: first, to: last }]
  return sessions
    .filter(({ groups }) => !groups.length || (group !== null && groups.includes(group)))
    .map(its => ({
      from: Math.max(first, Date.parse(its.opensAt)),
      to: Math.min(last, Date.parse(its.closesAt)),
    }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from)
}

/** Whether a paper of this group may begin at a moment (milliseconds since 1970), by window, sessions and hours. */
export function openingAt(
  rules: Pick<ContestRules, 'opensAt' | 'closesAt' | 'sessions' | 'hours'>,
  group: string | null,
  at: number,
): Opening {
  const { hours } = rules
  for (const { from, to } of spansFor(rules, group)) {
    if (at >= to) continue
    const wished = Math.max(at, from)
    if (!hours) return at >= from ? { open: true, until: to } : { open: false, nextAt: from }
    for (let day = dayNumberOf(wished); day <= dayNumberOf(wished) + 1; day++) {
      const midnight = day * dayMs - zoneMs
      const begin = Math.max(from, midnight + timeMs(hours.from))
      const end = Math.min(to, midnight + timeMs(hours.to))
      if (begin >= end || at >= end) continue
      return at >= begin ? { open: true, until: end } : { open: false, nextAt: begin }
    }
  }
  return { open: false, nextAt: null }
}
