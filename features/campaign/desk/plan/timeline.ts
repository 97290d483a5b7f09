/** Where days stand on a scale from the first to the last day of a campaign. */
import type { Campaign, Task } from '../../contract/index.ts'

const dayMs = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs

export type Scale = { readonly from: string; readonly to: string }

/** @returns how far a day lies along the scale, in percent, 0 to 100; `end`: its end, not its beginning. */
export function placeOn({ from, to }: Scale, day: string, end = false): number {
  const length = at(to) - at(from) + 1
  const place = at(day) - at(from) + (end ? 1 : 0)
  return Math.min(100, Math.max(0, (place / length) * 100))
}

export const isOn = ({ from, to }: Scale, day: string): boolean => day >= from && day <= to

/** The months of the scale, each with where it begins and how much of the scale it takes. */
export function monthsOf(scale: Scale): { key: string; month: number; left: number; width: number }[] {
  const months = []
  let [year, month] = scale.from.split('-').map(Number) as [number, number]
  for (;;) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (first > scale.to) return months
    const next = month === 12 ? [year + 1, 1] : [year, month + 1]
    const left = placeOn(scale, first)
    const right = placeOn(scale, `${next[0]}-${String(next[1]).padStart(2, '0')}-01`)
    months.push({ key: first.slice(0, 7), month, left, width: right - left })
    ;[year, month] = next as [number, number]
  }
}

/** Tasks under their stages, in the order of the plan; those of no stage come last, under null. */
export function tasksByStage(
  { stageList }: Pick<Campaign, 'stageList'>,
  tasks: readonly Task[],
): { stage: Campaign['stageList'][number] | null; tasks: readonly Task[] }[] {
  const groups = [...stageList, null].map(stage => ({
    stage,
    tasks: tasks.filter(task => task.stageId === (stage?.id ?? null)),
  }))
  return groups.filter(group => group.stage !== null || group.tasks.length > 0)
}

/** The period whose deadline comes next; null when all are past. */
export function nextPeriod(task: Pick<Task, 'periods'>, today: string): Task['periods'][number] | null {
  return task.periods.find(period => period.dueDay >= today) ?? null
}
