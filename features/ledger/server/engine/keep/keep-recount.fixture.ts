/** Items of a work ledger reckoned again by brute force from the raw rows, one pair of task and unit after the other. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { isBound, readRaw } from '../../recount.fixture.ts'

type Raw = Awaited<ReturnType<typeof readRaw>>
type RawReport = {
  readonly id: string
  readonly task_id: string
  readonly unit_id: string
  readonly period_no: number
  readonly type: string | null
  readonly state: string
  readonly adopted: boolean
}

/** What the program last made of a pair, as somebody with a pencil would have kept it. */
export type Ledgerbook = Map<string, 'doing' | 'closed' | 'cancelled'>

async function readReports(db: Database): Promise<RawReport[]> {
  return rowsOf(
    db,
    sql`select id, task_id, unit_id, period_no, type, state, exists (select from adoption a
        where a.report_id = report.id and a.revoked_at is null) as adopted
      from report where task_id is not null and sent_at is not null`,
  )
}

const inUnit = ['draft', 'review', 'returned', 'withdrawn']

function ownReports(reports: readonly RawReport[], taskId: string, unitId: string): RawReport[] {
  return reports.filter(
    report => report.task_id === taskId && report.unit_id === unitId && !inUnit.includes(report.state),
  )
}

function allAdopted(raw: Raw, reports: readonly RawReport[], taskId: string, unitId: string): boolean {
  const task = raw.tasks.find(({ id }) => id === taskId)!
  const periods = raw.periods.filter(period => period.task_id === taskId)
  const fits = (report: RawReport) =>
    task.types.length === 0 || (report.type !== null && task.types.includes(report.type))
  return (
    periods.length > 0 &&
    periods.every(
      ({ no }) =>
        ownReports(reports, taskId, unitId).filter(
          report => report.period_no === no && report.adopted && fits(report),
        ).length >= task.needed,
    )
  )
}

/** Takes the book on by what the raw rows say now. */
export async function keepBook(db: Database, book: Ledgerbook): Promise<void> {
  const raw = await readRaw(db)
  const reports = await readReports(db)
  for (const task of raw.tasks)
    for (const unit of raw.units) {
      const key = `${task.id} ${unit.id}`
      const before = book.get(key)
      const bound = isBound(raw, task.id, unit.id)
      if (before === 'closed' || (!before && !bound)) continue
      if (!before && !raw.periods.some(period => period.task_id === task.id)) continue
      if (!bound) book.set(key, 'cancelled')
      else book.set(key, allAdopted(raw, reports, task.id, unit.id) ? 'closed' : 'doing')
    }
}

type KeptRow = {
  readonly key: string
  readonly state: string
  readonly title: string
  readonly name: string
  readonly taskId: string
  readonly unitId: string
  readonly due: string
  readonly milestones: { no: number; day: string; done: string | null }[]
  readonly milestone: string | null
  readonly percent: number
  readonly letters: string
  readonly proof: string[]
  readonly fallen: number
  readonly flag: string | null
  readonly summarised: number | null
}

/** Whatever differs between items as they are kept and as the book has them; empty when all is true. */
export async function keptDifferences(db: Database, book: Ledgerbook): Promise<string[]> {
  const rows = await rowsOf<KeptRow>(
    db,
    sql`select i.task_id || ' ' || i.unit_id as key, i.state, i.title, t.name, i.task_id as "taskId", i.unit_id as "unitId",
        i.due_day::text as due, i.milestones, i.milestone_day::text as milestone, i.percent, c.states as letters, i.flag,
        array(select e.report_id::text from ledger_evidence e
          where e.item_id = i.id and e.withdrawn_at is null order by 1) as proof,
        (select count(*)::int from ledger_evidence e where e.item_id = i.id and e.withdrawn_why = 'report'
          -- of what it was closed with
          and i.summary->'evidence' @> jsonb_build_array(jsonb_build_object('reportId', e.report_id))) as fallen,
        jsonb_array_length(i.summary->'evidence') as summarised
      from ledger_item i join task t on t.id = i.task_id join item c on c.task_id = i.task_id and c.unit_id = i.unit_id`,
  )
  const reports = await readReports(db)
  const raw = await readRaw(db)
  const wrong = rows.flatMap(row => {
    const faults: string[] = []
    const fault = (words: string) => faults.push(`${row.key}: ${words}`)
    const expected = book.get(row.key)
    if (row.state !== expected) fault(`${row.state}, not ${expected}`)
    if (row.state === 'closed') {
      if (!row.summarised) fault('closed without evidence')
      if (row.fallen > 0 && row.flag === null) fault('its proof fell and nobody is told')
    }
    if (row.state !== 'doing') return faults
    const proof = ownReports(reports, row.taskId, row.unitId).map(({ id }) => id)
    if (row.proof.join() !== proof.sort().join()) fault(`proof ${row.proof}, not ${proof}`)
    if (row.title !== row.name) fault(`called ${row.title}`)
    const periods = raw.periods.filter(period => period.task_id === row.taskId)
    if (!periods.length) return faults
    const due = periods.map(period => period.due).sort()
    if (row.due !== due.at(-1)) fault(`due ${row.due}, not ${due.at(-1)}`)
    const told = row.milestones.map(({ no, day, done }) => `${no} ${day} ${done !== null}`)
    const again = periods.map(({ no, due: day }, at) => `${no} ${day} ${'dl'.includes(row.letters[at]!)}`)
    if (told.join() !== again.join()) fault(`milestones ${told}, not ${again}`)
    const open = row.milestones.filter(({ done, day }) => done === null && day < row.due)
    const first = open.map(({ day }) => day).sort()[0] ?? null
    if (row.milestone !== first) fault(`next milestone ${row.milestone}, not ${first}`)
    return faults
  })
  const counted = Map.groupBy(rows, ({ key }) => key)
  const twice = [...counted].filter(([, same]) => same.length > 1).map(([key]) => `${key}: twice`)
  const missing = [...book.keys()].filter(key => !counted.has(key)).map(key => `${key}: no item`)
  return [...wrong, ...twice, ...missing]
}
