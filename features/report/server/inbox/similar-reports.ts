import { nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { InboxSimilar, ReportSummary } from '../../contract/index.ts'
import { getReportRow, selectReports, type Viewer } from '../report.store.ts'
import { showSummaries } from '../report.view.ts'
import { desksOf, inInboxes } from './inbox.store.ts'
import { likeEnough, readLikeness, type Told } from './same-activity.rules.ts'

/** So many of the days in question are compared; more at a desk in three days are not told apart by it. */
const mostCompared = 600

/** How many others on these desks tell of the same activity, for each of some reports that tells of one. */
export async function countSimilar(
  tx: Database,
  viewer: Viewer,
  desks: readonly string[],
  rows: readonly ReportSummary[],
): Promise<Map<string, number>> {
  const open = rows.filter(row => row.state === 'submitted' || row.state === 'accepted')
  const others = await selectNear(tx, viewer, desks, open)
  const likeness = readLikeness([...others, ...open])
  return new Map(
    open.map(row => [
      row.id,
      others.filter(other => other.id !== row.id && likeness(row, other) >= likeEnough).length,
    ]),
  )
}

/** The others of one report, the likest first. Throws `not-found`. */
export async function listSimilar(
  tx: Database,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<InboxSimilar> {
  const row = await getReportRow(tx, viewer, id)
  const desks = desksOf(viewer.person)
  const told: Told = { ...row, excerpt: row.body.slice(0, 160) }
  const others = await selectNear(tx, viewer, desks, [told])
  const likeness = readLikeness([...others, told])
  const found = new Map(
    others.flatMap(other => {
      const like = other.id === id ? 0 : likeness(told, other)
      return like >= likeEnough ? [[other.id, like] as const] : []
    }),
  )
  if (!found.size) return { similar: [] }
  const rows = await selectReports(tx, viewer, sql`r.id in ${[...found.keys()]}`, sql`limit 30`)
  const shown = await showSummaries(tx, viewer, rows, now)
  return {
    similar: shown
      .map(other => ({ ...other, likeness: found.get(other.id)! }))
      .toSorted((a, b) => b.likeness - a.likeness || a.id.localeCompare(b.id)),
  }
}

/** What is still to be decided on at these desks, of the days of some reports and those beside. */
async function selectNear(
  tx: Database,
  viewer: Viewer,
  desks: readonly string[],
  rows: readonly Pick<Told, 'startDay'>[],
): Promise<Told[]> {
  const days = new Set(
    rows.flatMap(({ startDay: day }) => (day === null ? [] : [nextDay(day, -1), day, nextDay(day)])),
  )
  if (!days.size || !desks.length) return []
  return rowsOf<Told>(
    tx,
    sql`select r.id, r.unit_id as "unitId", u.name as "unitName", r.title, left(r.body, 160) as excerpt,
        r.start_day::text as "startDay"
      from report r join unit u on u.id = r.unit_id
      where ${inInboxes(viewer, desks)} and r.state in ('submitted', 'accepted')
        and r.start_day = any (${`{${[...days].join(',')}}`}::date[])
      limit ${mostCompared}`,
  )
}
