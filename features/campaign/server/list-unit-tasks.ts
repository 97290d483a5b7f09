import { Problem } from '@jianbao/errors'
import { homeOf, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { periodStandings, UnitTaskList } from '../contract/index.ts'
import type { Standings } from './campaign.services.ts'
import { nameTypes } from './plan/list-plan-tasks.ts'
import { findPack, listTasks } from './plan/read-plan.ts'

type Asked = {
  /** The caller's own unit when none is named. */
  readonly unit: string | undefined
  readonly today: string
  readonly standings: Standings
}

/** What a unit has to do in open campaigns, and how far it is. Throws `not-found`. */
export async function listUnitTasks(
  tx: Database,
  scope: Scope,
  { unit: wanted, today, standings }: Asked,
): Promise<UnitTaskList> {
  const unitId = wanted ?? homeOf(scope)?.unitId ?? ''
  const [unit] = await rowsOf<UnitTaskList['unit']>(
    tx,
    sql`select u.id, u.name from unit u where u.id = ${unitId} and ${within(scope, sql`u.path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  const tasks = await listTasks(tx, unit.id, today)
  const states = await standings(tx, scope, unit.id)
  const packs = new Map<string, NonNullable<Awaited<ReturnType<typeof findPack>>>>()
  for (const { campaignId } of tasks)
    if (!packs.has(campaignId)) packs.set(campaignId, (await findPack(tx, campaignId))!)
  return {
    ...{ unit, today },
    tasks: tasks.map(({ types, periods, ...task }) => ({
      ...task,
      types: nameTypes(packs.get(task.campaignId)!, types),
      periods: periods.map((period, at) => ({
        ...period,
        standing: standingOf(states.get(task.id)?.[at]),
      })),
    })),
  }
}

function standingOf(letter: string | undefined): (typeof periodStandings)[number] {
  if (letter === 'd') return 'done'
  if (letter === 'l') return 'done-late'
  return letter === 'p' ? 'started' : 'none'
}
