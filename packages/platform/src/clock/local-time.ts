/** Days and times as the offices keep them: China has one time, and no summer time since 1991. */
const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The ISO day an instant falls on, `2026-03-01`. */
export function localDay(at: Date): string {
  const { year, month, day } = cut(at)
  return `${year}-${month}-${day}`
}

/** The time of day of an instant, `08:05`. */
export function localTime(at: Date): string {
  const { hour, minute } = cut(at)
  return `${hour}:${minute}`
}

/** Day and time of an instant, `2026-03-01 08:05`. */
export function localDayTime(at: Date): string {
  return `${localDay(at)} ${localTime(at)}`
}

/** The instant of a time of day on an ISO day. */
export function localInstant(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`)
}

/** The ISO day `count` days later. */
export function nextDay(day: string, count = 1): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

function cut(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
}
