import { rootUnitId } from '@jianbao/organisation/server'
import { localInstant, nextDay } from '@jianbao/platform/clock'
import type { StepRecord } from '@jianbao/report/server'
import { reasonsToReturn } from './demonstration-activities.ts'

type Who = { readonly id: string; readonly name: string }
/** An office a report passes, the nearest first. */
export type Desk = { readonly unitId: string; readonly editor: Who }
export type Hand = {
  readonly unitId: string
  readonly author: Who
  readonly lead: Who
  readonly desks: readonly Desk[]
}

type Asked = {
  readonly hands: Hand
  readonly startDay: string
  readonly today: string
  readonly type: string
  readonly chance: () => number
}

/** Columns by type of activity, as an editor would choose; all else is a brief. */
const columns: Readonly<Record<string, string>> = {
  meeting: 'lead',
  research: 'practice',
  service: 'practice',
  study: 'news',
  lesson: 'news',
  culture: 'news',
}

/** What became of a report: the older it is the further it came. */
export function stepsOf({ hands, startDay, today, type, chance }: Asked): StepRecord[] {
  const { author, lead, unitId } = hands
  const desks = hands.desks.length
    ? hands.desks
    : [{ unitId: rootUnitId, editor: { id: 'demonstration', name: '编辑' } }]
  const steps: StepRecord[] = []
  let day = nextDay(startDay)
  const at = (hour: number): Date =>
    localInstant(day, `${String(hour).padStart(2, '0')}:${chance() < 0.5 ? '10' : '40'}`)
  const add = (step: Omit<StepRecord, 'at'>, hour: number): void => void steps.push({ ...step, at: at(hour) })
  const past = (): boolean => day <= today
  const unit = { unitId, deskId: null }
  add({ action: 'begin', state: 'draft', by: author, ...unit }, 9)
  const leaves = chance()
  if (day >= nextDay(today, -3) && leaves < 0.25) return steps
  add({ action: 'send', state: 'review', by: author, ...unit }, 10)
  if (day >= nextDay(today, -3) && leaves < 0.5) return steps
  add({ action: 'approve', state: 'submitted', by: lead, unitId, deskId: desks[0]!.unitId }, 15)
  for (const [nth, desk] of desks.entries()) {
    const next = desks[nth + 1]
    day = nextDay(day, 1 + Math.floor(chance() * 3))
    // What came this week waits for an editor more often than not.
    if (day > nextDay(today, -7) && chance() < 0.7) return steps
    if (!past()) return steps
    const here = { by: desk.editor, unitId: desk.unitId, deskId: desk.unitId }
    const verdict = chance()
    if (verdict < 0.05) {
      const reason = reasonsToReturn[Math.floor(chance() * reasonsToReturn.length)]!
      add({ action: 'return', state: 'returned', ...here, deskId: null, reason }, 11)
      return steps
    }
    if (next) {
      if (verdict > 0.5) add({ action: 'adopt', state: 'adopted', ...here, column: 'briefs' }, 11)
      add({ action: 'forward', state: 'submitted', ...here, deskId: next.unitId }, 16)
    } else if (verdict < 0.15) add({ action: 'accept', state: 'accepted', ...here }, 11)
    else if (verdict < 0.55) add({ action: 'keep', state: 'kept', ...here }, 11)
    else add({ action: 'adopt', state: 'adopted', ...here, column: columns[type] ?? 'briefs' }, 11)
  }
  return steps
}
