/** The light (亮灯) of an item: by rule from its days, never by hand. */
import { type ItemState, openStates } from './item.flow.ts'

export const itemLights = ['green', 'blue', 'yellow', 'red'] as const
export type ItemLight = (typeof itemLights)[number]

/** What the light goes by; days are ISO, cut in the local zone. */
export type LightDays = {
  readonly state: ItemState
  readonly dueDay: string
  /** The first blue day: so many working days before the deadline. */
  readonly nearDay: string
  /** Of the first milestone that is not reached. */
  readonly milestoneDay: string | null
  /** When the unit said it was done: from then on the clock stands still for it. */
  readonly fedBackDay: string | null
}

/**
 * Red behind the deadline, yellow behind a milestone, blue near the deadline, else green; null for what is not open.
 * What was fed back in time stays as it was on that day, however long its keeper takes.
 */
export function lightOfItem(item: LightDays, today: string): ItemLight | null {
  if (!(openStates as readonly ItemState[]).includes(item.state)) return null
  const day = item.fedBackDay !== null && item.fedBackDay < today ? item.fedBackDay : today
  if (day > item.dueDay) return 'red'
  if (item.milestoneDay !== null && day > item.milestoneDay) return 'yellow'
  return day >= item.nearDay ? 'blue' : 'green'
}

/** A light and the day it came on. */
export type LightChange = { readonly fromDay: string; readonly light: ItemLight | null }

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/**
 * How the light of an item that nobody touches went from the day behind `since` up to `today`, `before` being the light
 * it had on `since`: only the days on which it changed.
 */
export function lightsSince(
  item: LightDays,
  { since, before, today }: { since: string; before: ItemLight | null; today: string },
): LightChange[] {
  const turns = [
    item.nearDay,
    dayAfter(item.dueDay),
    item.milestoneDay === null ? null : dayAfter(item.milestoneDay),
  ]
  const days = turns.filter((day): day is string => day !== null && day > since && day <= today).sort()
  const changes: LightChange[] = []
  let last = before
  for (const fromDay of days) {
    const light = lightOfItem(item, fromDay)
    if (light === last) continue
    changes.push({ fromDay, light })
    last = light
  }
  return changes
}
