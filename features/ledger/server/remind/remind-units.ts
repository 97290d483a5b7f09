import { randomUUID } from 'node:crypto'
import type { PackReminders } from '@jianbao/campaign/contract'
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Mailer } from '@jianbao/platform/mail'
import { linkOfLine, type Reminded, type RemindUnits } from '../../contract/index.ts'
import { selectHolders } from './collect-facts.ts'
import type { MailPlaces } from './digest-words.ts'
import { type CallLetter, keepCall, tellLetters } from './remind-call.ts'
import { endOfQuiet, houseReminders } from './remind-days.ts'

type Cell = {
  readonly taskId: string
  readonly no: number
  readonly unitId: string
  readonly unitName: string
  readonly campaignId: string
  readonly title: string
  readonly dueDay: string
  /** Under way or nothing, in an open campaign. */
  readonly open: boolean
  readonly toldToday: boolean
}

type Reminding = {
  readonly by: { readonly id: string; readonly name: string }
  readonly now: Date
  readonly mailer: Mailer
  readonly places: MailPlaces
}

/**
 * Reminds the people of units of what they have not done (催办). Whoever was told of it today is not told again unless
 * that is asked for. Throws `not-found` when a unit or a period is not there for the caller.
 */
export async function remindUnits(
  tx: Database,
  scope: Scope,
  ask: RemindUnits,
  reminding: Reminding,
): Promise<Reminded> {
  const { now, by } = reminding
  const today = localDay(now)
  const cells = await selectCells(tx, scope, ask, today)
  const open = cells.filter(cell => cell.open)
  const told = ask.again ? [] : open.filter(cell => cell.toldToday)
  const asked = open.filter(cell => ask.again || !cell.toldToday)
  const holders = (await selectHolders(tx, [...new Set(asked.map(cell => cell.unitId))])).filter(
    ({ role }) => role !== 'editor',
  )
  const people = Map.groupBy(holders, holder => holder.unitId)
  const peopleOf = (unitId: string) => new Set((people.get(unitId) ?? []).map(holder => holder.personId))
  const at = await sendingTime(tx, asked, now)
  const words = ask.words?.trim() || null
  const letters = lettersOf(asked, peopleOf, { by: by.name, words, today })
  const call = randomUUID()
  if (at > now) await keepCall(tx, call, at, letters)
  else await tellLetters(tx, letters, reminding)
  const rows = asked.map(cell => ({ id: randomUUID(), ...cell, people: peopleOf(cell.unitId).size }))
  await tx.execute(sql`insert into reminder (id, unit_id, scope_path, campaign_id, kind, task_id, period_no, way, by_id, by_name,
      words, day, at, people)
    select x.id, x."unitId", '', x."campaignId", 'task', x."taskId", x.no, 'manual', ${by.id}, ${by.name}, ${words}, ${today},
      ${at.toISOString()}, x.people
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, "unitId" uuid, "campaignId" uuid, "taskId" uuid, no int, people int)`)
  return {
    cells: asked.length,
    people: letters.length,
    at: at.toISOString(),
    quiet: at > now,
    unreached: unitsOf(asked.filter(cell => !people.has(cell.unitId))),
    toldToday: unitsOf(told),
    settled: cells.length - open.length,
  }
}

/** The cells asked for, held until the end: of two who remind at once the second sees what the first did. */
async function selectCells(
  tx: Database,
  scope: Scope,
  { cells }: RemindUnits,
  today: string,
): Promise<Cell[]> {
  const wanted = cells.flatMap(({ taskId, periodNo, unitIds }) =>
    [...new Set(unitIds)].map(unitId => ({ task: taskId, no: periodNo, unit: unitId })),
  )
  const asked = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as a(task uuid, no int, unit uuid)`
  await tx.execute(sql`select from item i where ${within(scope, sql`i.scope_path`)}
    and exists (select from ${asked} where a.task = i.task_id and a.unit = i.unit_id) order by i.id for no key update`)
  const rows = await rowsOf<Cell>(
    tx,
    sql`select distinct on (a.task, a.no, a.unit) a.task as "taskId", a.no, a.unit as "unitId", u.name as "unitName",
        c.id as "campaignId", t.name || case when t.rhythm is null then '' else '（' || p.name || '）' end as title,
        p.due_day::text as "dueDay",
        (c.state = 'open' and i.id is not null and coalesce(nullif(substr(i.states, (select count(*) from task_period b
          where b.task_id = a.task and b.no <= a.no)::int, 1), ''), '.') in ('p', '.')) as open,
        exists (select from reminder r where r.unit_id = a.unit and r.task_id = a.task and r.period_no = a.no
          and r.day = ${today} and r.people > 0) as "toldToday"
      from ${asked} join unit u on u.id = a.unit and ${within(scope, sql`u.path`)}
      join task t on t.id = a.task join campaign c on c.id = t.campaign_id
      join task_period p on p.task_id = a.task and p.no = a.no
      left join item i on i.task_id = a.task and i.unit_id = a.unit and i.bound
      order by a.task, a.no, a.unit`,
  )
  if (rows.length < new Set(wanted.map(cell => JSON.stringify(cell))).size) throw new Problem('not-found')
  return rows
}

/** Now, or when the quiet hours of every campaign concerned are over. */
async function sendingTime(tx: Database, cells: readonly Cell[], now: Date): Promise<Date> {
  const campaigns = [...new Set(cells.map(cell => cell.campaignId))]
  if (!campaigns.length) return now
  const rows = await rowsOf<{ reminders: PackReminders | null }>(
    tx,
    sql`select pack->'reminders' as reminders from campaign where id in ${campaigns}`,
  )
  const ends = rows.map(({ reminders }) => endOfQuiet(reminders ?? houseReminders, now).getTime())
  return new Date(Math.max(now.getTime(), ...ends))
}

function lettersOf(
  cells: readonly Cell[],
  peopleOf: (unitId: string) => ReadonlySet<string>,
  { by, words, today }: { by: string; words: string | null; today: string },
): CallLetter[] {
  const byPerson = new Map<string, Cell[]>()
  for (const cell of cells)
    for (const person of peopleOf(cell.unitId)) byPerson.set(person, [...(byPerson.get(person) ?? []), cell])
  return [...byPerson].map(([personId, its]) => {
    const units = unitsOf(its)
    const sorted = its.toSorted((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
    const kind = sorted[0]!.dueDay < today ? 'overdue' : 'near'
    const campaigns = new Set(its.map(cell => cell.campaignId))
    const [unit] = units
    return {
      personId,
      unitName: units.length > 1 ? `${unit!.name}等 ${units.length} 个单位` : unit!.name,
      count: its.length,
      titles: sorted.slice(0, 3).map(cell => cell.title),
      by,
      words,
      link: linkOfLine(kind, unit!.id, campaigns.size === 1 ? its[0]!.campaignId : null),
    }
  })
}

function unitsOf(cells: readonly Cell[]): { id: string; name: string }[] {
  return [...new Map(cells.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()]
}
