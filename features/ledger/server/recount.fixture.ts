/** Coverage counted again by brute force from the raw rows, without items and without SQL that thinks. */
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

type Raw = {
  readonly campaigns: { id: string; state: string; scope_path: string }[]
  readonly tasks: {
    id: string
    campaign_id: string
    kinds: string[]
    unit_ids: string[]
    needed: number
    types: string[]
    dropped: boolean
  }[]
  readonly periods: { task_id: string; no: number; due: string }[]
  readonly units: { id: string; path: string; kind: string; state: string }[]
  readonly reports: {
    task_id: string
    unit_id: string
    period_no: number
    type: string | null
    state: string
    submitted: string | null
    accepted: boolean
  }[]
  readonly proofs: { task_id: string; unit_id: string; period_no: number; day: string }[]
}

export async function readRaw(db: Database): Promise<Raw> {
  const rows = <T>(query: ReturnType<typeof sql>) => rowsOf<T>(db, query)
  return {
    campaigns: await rows(sql`select id, state, scope_path from campaign`),
    tasks: await rows(sql`select id, campaign_id, kinds, unit_ids, needed, types, dropped from task`),
    periods: await rows(sql`select task_id, no, due_day::text as due from task_period order by no`),
    units: await rows(sql`select id, path, kind, state from unit`),
    reports: await rows(sql`select task_id, unit_id, period_no, type, state, submitted_at::text as submitted,
      accepted_at is not null as accepted from report where task_id is not null`),
    proofs: await rows(sql`select task_id, unit_id, period_no, day::text as day from imported_proof`),
  }
}

/** `!` before the letters of what is no longer bound, as the fixture reads them. */
export function lettersAgain(raw: Raw, taskId: string, unitId: string): string {
  const task = raw.tasks.find(({ id }) => id === taskId)!
  const periods = raw.periods.filter(period => period.task_id === taskId)
  return `${isBound(raw, taskId, unitId) ? '' : '!'}${periods.map(period => letterOf(raw, task, unitId, period)).join('')}`
}

export function isBound({ campaigns, tasks, units }: Raw, taskId: string, unitId: string): boolean {
  const task = tasks.find(({ id }) => id === taskId)!
  const unit = units.find(({ id }) => id === unitId)!
  const campaign = campaigns.find(({ id }) => id === task.campaign_id)!
  if (task.dropped || campaign.state === 'draft' || unit.state !== 'active') return false
  if (!unit.path.startsWith(campaign.scope_path)) return false
  return task.kinds.includes(unit.kind) || task.unit_ids.includes(unitId)
}

function letterOf(
  raw: Raw,
  task: Raw['tasks'][number],
  unitId: string,
  { no, due }: { no: number; due: string },
): string {
  const own = (row: { task_id: string; unit_id: string; period_no: number }) =>
    row.task_id === task.id && row.unit_id === unitId && row.period_no === no
  const reports = raw.reports.filter(own)
  const proving = reports.filter(
    ({ accepted, type }) =>
      accepted && (task.types.length === 0 || (type !== null && task.types.includes(type))),
  )
  const days = [
    ...proving.map(({ submitted }) => localDay(new Date(submitted!))),
    ...raw.proofs.filter(own).map(({ day }) => day),
  ].sort()
  const day = days[task.needed - 1]
  if (day !== undefined) return day <= due ? 'd' : 'l'
  const moving = reports.some(
    ({ state, accepted }) => !accepted && ['review', 'submitted', 'returned'].includes(state),
  )
  return days.length > 0 || moving ? 'p' : '.'
}

/** Whatever differs between the items as they are kept and as they are counted again; empty when all is true. */
export async function differences(db: Database): Promise<string[]> {
  const raw = await readRaw(db)
  const kept = await rowsOf<{ task: string; unit: string; letters: string; kind: string }>(
    db,
    sql`select task_id as task, unit_id as unit, unit_kind as kind,
      case when bound then '' else '!' end || states as letters from item`,
  )
  const wrong = kept.flatMap(({ task, unit, letters, kind }) => {
    const again = lettersAgain(raw, task, unit)
    const other = raw.units.find(({ id }) => id === unit)!.kind
    return again === letters && (kind === other || letters.startsWith('!'))
      ? []
      : [`${task} ${unit}: ${letters}, not ${again}`]
  })
  const there = new Set(kept.map(({ task, unit }) => `${task} ${unit}`))
  const missing = raw.tasks.flatMap(task =>
    raw.units
      .filter(unit => isBound(raw, task.id, unit.id) && !there.has(`${task.id} ${unit.id}`))
      .map(unit => `${task.id} ${unit.id}: no item`),
  )
  return [...wrong, ...missing]
}

export type EntryAgain = {
  readonly taskId: string
  readonly unitId: string
  readonly path: string
  readonly kind: string
  readonly periodNo: number
  readonly due: string
  readonly letter: string
}

/** Every unit, task and period that is bound in a campaign. */
export function entriesAgain(raw: Raw, campaignId: string): EntryAgain[] {
  return raw.tasks
    .filter(task => task.campaign_id === campaignId)
    .flatMap(task =>
      raw.units
        .filter(unit => isBound(raw, task.id, unit.id))
        .flatMap(({ id: unitId, path, kind }) =>
          raw.periods
            .filter(period => period.task_id === task.id)
            .map(period => ({
              ...{ taskId: task.id, unitId, path, kind, periodNo: period.no, due: period.due },
              letter: letterOf(raw, task, unitId, period),
            })),
        ),
    )
}
