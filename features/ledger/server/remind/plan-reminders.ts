/** Who is told of what on a day. A line is there because something of it is reminded of today; it counts its whole list. */
import type { PackReminders } from '@jianbao/campaign/contract'
import type { Role } from '@jianbao/platform/access'
import { nextDay } from '@jianbao/platform/clock'
import { type LineKind, lineKinds, linkOfLine, nearDays } from '../../contract/index.ts'
import {
  type Cause,
  cellKey,
  type Digest,
  type PlannedLine,
  type RemindFacts,
  type RemindPlan,
  type WaitingFact,
} from './remind.types.ts'
import { digestTime, houseReminders, remindedToday, waitedLong } from './remind-days.ts'

const titlesShown = 3
const writers: readonly Role[] = ['reporter', 'unit-lead']
const toldOf: Readonly<Record<LineKind, readonly Role[]>> = {
  overdue: writers,
  near: writers,
  ahead: writers,
  commission: writers,
  'commission-missed': writers,
  commitment: ['unit-lead'],
  review: ['unit-lead'],
  desk: ['editor'],
}

/** A thing of a list; with a cause it is reminded of today. */
type Entry = {
  readonly kind: LineKind
  readonly campaignId: string | null
  readonly unitId: string
  readonly count: number
  /** By which its titles stand among the others. */
  readonly order: string
  readonly titles: readonly string[]
  readonly cause: (Cause & { readonly at: string }) | null
}

/** Nobody is told anything on a day off, nor of what is done, nor twice of what they were told by hand that day. */
export function planReminders(facts: RemindFacts, today: string): RemindPlan {
  const lines = linesOf([...taskEntries(facts, today), ...otherEntries(facts, today)], facts.unitNames)
  const holders = Map.groupBy(facts.holders, ({ unitId, role }) => `${role}|${unitId}`)
  const byPerson = new Map<string, (PlannedLine & { at: string })[]>()
  const unreached: Cause[] = []
  for (const line of lines) {
    const people = new Set(
      toldOf[line.kind].flatMap(role =>
        (holders.get(`${role}|${line.unitId}`) ?? []).map(holder => holder.personId),
      ),
    )
    if (!people.size) unreached.push(...line.causes)
    for (const person of people) byPerson.set(person, [...(byPerson.get(person) ?? []), line])
  }
  const digests = [...byPerson].map(
    ([personId, its]): Digest => ({
      personId,
      at: its.map(line => line.at).sort()[0]!,
      lines: its.map(({ at: _, ...line }) => line),
    }),
  )
  return { digests: digests.sort((a, b) => (a.personId < b.personId ? -1 : 1)), unreached }
}

function rulesOf({ rules }: RemindFacts, campaignId: string | null): PackReminders | null {
  return campaignId === null ? houseReminders : (rules.get(campaignId) ?? null)
}

function* taskEntries(facts: RemindFacts, today: string): Generator<Entry> {
  const periods = Map.groupBy(facts.periods, period => period.taskId)
  const nearDay = nextDay(today, nearDays)
  for (const { taskId, unitId, states } of facts.items) {
    const its = (periods.get(taskId) ?? []).toSorted((a, b) => a.no - b.no)
    for (const [at, { campaignId, no, title, fromDay, dueDay, lockDay }] of its.entries()) {
      const rules = rulesOf(facts, campaignId)
      const letter = states[at] ?? '.'
      if (!rules || letter === 'd' || letter === 'l') continue
      const key = cellKey(taskId, no, unitId)
      const locked = lockDay !== null && lockDay <= today && !facts.openings.has(key)
      const asked =
        !locked && fromDay <= today && remindedToday(rules, dueDay, today) && !facts.reminded.has(key)
      const kind = dueDay < today ? 'overdue' : dueDay <= nearDay ? 'near' : 'ahead'
      // What lies further ahead has no list of its own: only what is reminded of is counted.
      if (kind === 'ahead' && !asked) continue
      const cause = { kind: 'task', unitId, campaignId, taskId, periodNo: no, at: digestTime(rules) } as const
      yield {
        kind,
        campaignId,
        unitId,
        count: 1,
        order: dueDay,
        titles: [title],
        cause: asked ? cause : null,
      }
    }
  }
}

function* otherEntries(facts: RemindFacts, today: string): Generator<Entry> {
  const cause = (kind: Cause['kind'], unitId: string, campaignId: string | null, rules: PackReminders) =>
    ({ kind, unitId, campaignId, taskId: null, periodNo: null, at: digestTime(rules) }) as const
  for (const { campaignId, unitId, title, dueDay, missed } of facts.commissions) {
    const rules = rulesOf(facts, campaignId)
    const asked = rules && remindedToday(rules, dueDay, today)
    const kind = missed ? 'commission-missed' : 'commission'
    const why = asked ? cause('commission', unitId, campaignId, rules) : null
    yield { kind, campaignId: null, unitId, count: 1, order: dueDay, titles: [title], cause: why }
  }
  for (const { campaignId, unitId, name, untilDay } of facts.commitments) {
    const rules = rulesOf(facts, campaignId)
    if (!rules) continue
    const why = remindedToday(rules, untilDay, today) ? cause('commitment', unitId, campaignId, rules) : null
    yield { kind: 'commitment', campaignId, unitId, count: 1, order: untilDay, titles: [name], cause: why }
  }
  const waiting =
    (kind: 'review' | 'desk') =>
    ({ campaignId, unitId, since, count, titles }: WaitingFact): Entry => {
      const rules = rulesOf(facts, campaignId)
      const why = rules && waitedLong(rules, since, today) ? cause(kind, unitId, campaignId, rules) : null
      return { kind, campaignId: null, unitId, count, order: since, titles, cause: why }
    }
  yield* facts.reviews.map(waiting('review'))
  yield* facts.desks.map(waiting('desk'))
}

/** Entries of one list make one line, when any of them is reminded of today. */
function linesOf(
  entries: readonly Entry[],
  names: ReadonlyMap<string, string>,
): (PlannedLine & { at: string })[] {
  const lists = Map.groupBy(entries, ({ kind, campaignId, unitId }) =>
    [String(lineKinds.indexOf(kind)).padStart(2, '0'), campaignId ?? '', unitId].join('|'),
  )
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, list]) => {
      const causes = list.flatMap(({ cause }) => cause ?? [])
      const { kind, campaignId, unitId } = list[0]!
      if (!causes.length) return []
      // Those that are reminded of come first, then the oldest.
      const told = list.toSorted((a, b) => compare(sortKey(a), sortKey(b)))
      return {
        kind,
        campaignId,
        unitId,
        unitName: names.get(unitId) ?? '',
        count: list.reduce((sum, { count }) => sum + count, 0),
        titles: told.flatMap(({ titles }) => titles).slice(0, titlesShown),
        link: linkOfLine(kind, unitId, campaignId),
        at: causes.map(({ at }) => at).sort()[0]!,
        causes: onceEach(causes.map(({ at: _, ...cause }) => cause)),
      }
    })
}

const sortKey = ({ cause, order, titles }: Entry): string => `${cause ? 0 : 1}${order}${titles.join('|')}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function onceEach(causes: readonly Cause[]): Cause[] {
  const keyed = causes.map((cause): [string, Cause] => [Object.values(cause).join('|'), cause])
  return [...new Map(keyed.sort(([a], [b]) => compare(a, b))).values()]
}
