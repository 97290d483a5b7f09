import { nextDay } from '@jianbao/platform/clock'

/** A day for each visit, in their order: consecutive days from the first, no later than the last, evenly filled. */
export function spreadDays(from: string, to: string, visits: number): string[] {
  const days = [from]
  while (days.at(-1)! < to && days.length < visits) days.push(nextDay(days.at(-1)!))
  return Array.from({ length: visits }, (_, at) => days[Math.floor((at * days.length) / visits)]!)
}
