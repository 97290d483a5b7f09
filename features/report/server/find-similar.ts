import { Problem } from '@jianbao/errors'
import { readUnitNames } from '@jianbao/organisation/server'
import { holds, homeOf } from '@jianbao/platform/access'
import { nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { SimilarAsk, SimilarReport } from '../contract/index.ts'
import { seen, type Viewer } from './report.store.ts'
import { nearTitles } from './similar.rules.ts'

/** More reports of one unit within three days are not compared. */
const mostCompared = 200
const mostShown = 5

/**
 * Reports of the unit, of the day and the days beside it, under nearly the same title: it may have been reported
 * already. Those the caller may see. Throws `not-found`.
 */
export async function findSimilar(
  tx: Database,
  viewer: Viewer,
  { unitId = homeOf(viewer.scope)?.unitId, startDay, title, exceptId }: SimilarAsk,
): Promise<SimilarReport[]> {
  const [unit] = await rowsOf<{ path: string }>(tx, sql`select path from unit where id = ${unitId ?? null}`)
  if (!unit || !holds(viewer.scope, unit.path)) throw new Problem('not-found')
  const { units } = await readUnitNames(tx)
  const own = units.find(({ path }) => path === unit.path)
  const names = own ? [own.name, ...own.shortNames, ...own.formerNames] : []
  const others = await rowsOf<Omit<SimilarReport, 'likeness'>>(
    tx,
    sql`select r.id, r.title, r.start_day::text as "startDay", r.state from report r
      where ${seen(viewer)} and r.unit_id = ${unitId} and r.title <> ''
        and r.start_day between ${nextDay(startDay, -1)} and ${nextDay(startDay)}
        ${exceptId === undefined ? sql`` : sql`and r.id <> ${exceptId}`}
      order by r.updated_at desc, r.id limit ${mostCompared}`,
  )
  return nearTitles(title, others, names).slice(0, mostShown)
}
