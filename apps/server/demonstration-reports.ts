import { createHash, randomUUID } from 'node:crypto'
import type { PackReporting } from '@jianbao/campaign/contract'
import { currentCampaigns, getReporting, listTasks, type UnitTask } from '@jianbao/campaign/server'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ReportRecord, recordReports } from '@jianbao/report/server'
import { activities } from './demonstration-activities.ts'
import { type Desk, type Hand, stepsOf } from './demonstration-steps.ts'

type Unit = {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly path: string
}

/**
 * A year of invented reports, once: what each unit would have reported for its tasks up to today, some diligently, some
 * late, some hardly ever, and what the desks did with it. Returns how many were written.
 */
export async function ensureDemonstrationReports({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Promise<number> {
  const done = await rowsOf(db, sql`select 1 from audit_entry where action = 'demonstration.reports' limit 1`)
  const [campaign] = await currentCampaigns(db)
  if (done.length || !campaign) return 0
  const today = localDay(clock.now())
  const reporting = (await getReporting(db, campaign.id))!
  const hands = await findHands(db)
  const records: ReportRecord[] = []
  for (const unit of await findUnits(db)) {
    const tasks = await listTasks(db, unit.id, today, campaign.id)
    records.push(
      ...reportsOf({
        unit,
        tasks,
        today,
        now: clock.now(),
        reporting,
        hands: hands.of(unit),
        campaignId: campaign.id,
      }),
    )
  }
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.reports',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    await recordReports(tx, records)
    entry.after = { reports: records.length }
    return records.length
  })
}

/** 孟津区, which has a sign-in of its own. */
const shownUnit = '410308'

function findUnits(db: Database): Promise<Unit[]> {
  return rowsOf<Unit>(
    db,
    sql`select id, code, kind, name, path from unit where state = 'active' and parent_id is not null order by path`,
  )
}

async function findHands(db: Database): Promise<{ of(unit: Unit): Hand }> {
  const holders = await rowsOf<{ id: string; name: string; role: string; unitId: string; path: string }>(
    db,
    sql`select p.id, p.name, m.role, u.id as "unitId", u.path from membership m join person p on p.id = m.person_id
      join unit u on u.id = m.unit_id where m.role in ('reporter', 'unit-lead', 'editor')
      order by length(u.path) desc, p.id`,
  )
  const nearest = (role: string, path: string) =>
    holders.find(holder => holder.role === role && path.startsWith(holder.path) && holder.path !== '1/')
  return {
    of: ({ id, path }) => {
      const desks = holders.filter(
        (holder, at) =>
          holder.role === 'editor' &&
          path.startsWith(holder.path) &&
          path !== holder.path &&
          holders.findIndex(other => other.role === 'editor' && other.unitId === holder.unitId) === at,
      )
      return {
        unitId: id,
        author: nearest('reporter', path) ?? { id: 'demonstration', name: '信息员' },
        lead: nearest('unit-lead', path) ?? { id: 'demonstration', name: '单位负责人' },
        desks: desks.map(({ id: person, name, unitId }): Desk => ({ unitId, editor: { id: person, name } })),
      }
    },
  }
}

type Story = {
  readonly unit: Unit
  readonly tasks: readonly UnitTask[]
  readonly today: string
  readonly now: Date
  readonly reporting: PackReporting
  readonly hands: Hand
  readonly campaignId: string
}

/** How diligent units are, by chance: most report, a few hardly ever. */
const diligence = [0.97, 0.92, 0.85, 0.75, 0.5, 0.15] as const

function reportsOf({ unit, tasks, today, now, reporting, hands, campaignId }: Story): ReportRecord[] {
  const chance = chances(unit.code)
  // The unit whose reporter one may be here has something to show.
  const share = unit.code === shownUnit ? 0.9 : diligence[Math.floor(chance() * diligence.length)]!
  const write = (
    startDay: string,
    type: string,
    place: { taskId: string | null; periodNo: number | null },
  ) => ({
    ...{ id: randomUUID(), unitId: unit.id, campaignId, ...place, type, startDay },
    ...{ ...tell(type, unit.name, startDay, chance), partners: [], author: hands.author },
    steps: stepsOf({ hands, startDay, today, type, chance }).filter(({ at }) => at <= now),
  })
  const forTasks = tasks.flatMap(task =>
    task.periods.flatMap((period): ReportRecord[] => {
      const wanted = task.required ? share : share / 2
      if (period.fromDay > today || chance() > wanted) return []
      const startDay =
        chance() > 0.88
          ? dayWithin(nextDay(period.dueDay), nextDay(period.dueDay, 9), chance())
          : dayWithin(period.fromDay, period.toDay, chance())
      if (startDay >= today) return []
      return [write(startDay, typeOf(task, reporting, chance()), { taskId: task.id, periodNo: period.no })]
    }),
  )
  // Fresh news besides the plan, so that the inbox of the week has something in it.
  if (chance() > share / 2) return forTasks.filter(({ steps }) => steps.length)
  const type = freshTypes[Math.floor(chance() * freshTypes.length)]!
  const fresh = dayWithin(nextDay(today, -7), nextDay(today, -1), chance())
  return [...forTasks, write(fresh, type, { taskId: null, periodNo: null })].filter(
    ({ steps }) => steps.length,
  )
}

const freshTypes = ['service', 'outreach', 'lesson', 'donation'] as const

/** Numbers between 0 and 1, the same for the same seed. */
function chances(seed: string): () => number {
  let count = 0
  return () => createHash('sha256').update(`${seed} ${count++}`).digest().readUInt32BE() / 2 ** 32
}

function dayWithin(from: string, to: string, share: number): string {
  const days = Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)
  return nextDay(from, Math.floor(days * share))
}

function typeOf({ types }: UnitTask, reporting: PackReporting, share: number): string {
  const known = types.length ? types : reporting.types.map(({ id }) => id)
  return known[Math.floor(share * known.length)] ?? reporting.types[0]!.id
}

function tell(type: string, unit: string, day: string, chance: () => number) {
  const known = activities[type] ?? activities['other']!
  const activity = known[Math.floor(chance() * known.length)]!
  const numbers = activity.counts.map(({ measure }) =>
    Math.round((measure === 'views' ? 2000 : 20) + chance() * (measure === 'views' ? 30_000 : 180)),
  )
  const [, month, date] = day.split('-').map(Number)
  const fill = (text: string): string =>
    text
      .replaceAll('{unit}', unit)
      .replaceAll('{day}', `${month}月${date}日`)
      .replaceAll('{n}', String(numbers[0]))
      .replaceAll('{m}', String(numbers[1]))
  const body = fill(activity.body)
  const figures = activity.counts.map((count, at) => ({
    ...{ ...count, value: numbers[at]!, qualifier: 'exact' as const, surface: null },
  }))
  return { title: fill(activity.title), body, place: activity.place, figures }
}
