/** Where days stand on a timeline, and what is written above them. */
const dayMs = 86_400_000
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Days from one to another; negative when it lies behind. */
export const daysBetween = (from: string, to: string): number => Math.round((time(to) - time(from)) / dayMs)
const plus = (day: string, count: number): string => dayOf(time(day) + count * dayMs)

export type Scale = {
  readonly from: string
  readonly to: string
  readonly dayPx: number
  readonly width: number
  readonly ticks: readonly { readonly day: string; readonly x: number; readonly major: boolean }[]
}

type Zoom = 'week' | 'month'
const pixels: Readonly<Record<Zoom, number>> = { week: 14, month: 4 }
/** Longer than that nobody moves a picture. */
const mostDays = 740

/** Wide enough for all `days` and for today; begins on a Monday, or on the first of a month. */
export function scaleOf(days: readonly string[], today: string, zoom: Zoom): Scale {
  const sorted = [...days, today].sort()
  const first = sorted[0]!
  const last = sorted.at(-1)!
  const earliest = plus(today, -mostDays / 2)
  const from = startOf([first, earliest].sort()[1]!, zoom)
  const latest = plus(from, mostDays)
  const to = plus([last, latest].sort()[0]!, zoom === 'week' ? 7 : 15)
  const dayPx = pixels[zoom]
  const ticks: { day: string; x: number; major: boolean }[] = []
  for (let day = from; day <= to; day = nextTick(day, zoom))
    ticks.push({
      day,
      x: daysBetween(from, day) * dayPx,
      major: zoom === 'month' ? day.slice(5, 7) === '01' : Number(day.slice(8)) <= 7,
    })
  return { from, to, dayPx, width: (daysBetween(from, to) + 1) * dayPx, ticks }
}

function startOf(day: string, zoom: Zoom): string {
  if (zoom === 'month') return `${day.slice(0, 7)}-01`
  return plus(day, -((new Date(time(day)).getUTCDay() + 6) % 7))
}

function nextTick(day: string, zoom: Zoom): string {
  if (zoom === 'week') return plus(day, 7)
  return `${plus(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}

/** The left edge of a day, kept within the picture. */
export function placeOf({ from, width, dayPx }: Scale, day: string): number {
  return Math.max(0, Math.min(width, daysBetween(from, day) * dayPx))
}

/** A bar from the morning of one day to the evening of another, at least a day wide. */
export function spanOf(scale: Scale, from: string, to: string): { left: number; width: number } {
  const left = placeOf(scale, from)
  return { left, width: Math.max(scale.dayPx, placeOf(scale, plus(to, 1)) - left) }
}
