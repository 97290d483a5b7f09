/** What waits of inspection: stops of one's team, findings to look at, visits to come. */
import { localDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type WorkSource, workRows } from '@jianbao/platform/work'
import { inspectors, visitedRoles } from '../contract/index.ts'
import { listFindings } from './finding/list-findings.ts'
import { listVisits } from './visit/visits.ts'

/** Stops of the caller's teams whose day has come, and findings that nobody has looked at. */
export const tourWork: WorkSource = {
  roles: inspectors,
  list: async ({ tx, scope, person, now }) => {
    const due = sql`from inspection_stop s join inspection_tour t on t.id = s.tour_id
      join inspection_member m on m.tour_id = t.id and m.person_id = ${person.id}
      where t.state = 'open' and s.state <> 'done' and s.day <= ${localDay(now)}`
    const stops = await rowsOf<{ id: string; unit: string; day: string; tour: string }>(
      tx,
      sql`select s.id, (select o.name from offices_by_id(array[s.unit_id]) o) as unit, s.day::text as day, t.name as tour
        ${due} order by s.day, s.position limit ${workRows}`,
    )
    const [counted] = await rowsOf<{ stops: number }>(tx, sql`select count(*)::int as stops ${due}`)
    const open = await listFindings(tx, { scope, person }, { state: 'open', pageSize: workRows })
    return [
      {
        kind: 'stop.due',
        count: counted!.stops,
        link: '/tours?mine=true&state=open',
        rows: stops.map(stop => ({
          title: stop.unit,
          note: `${stop.day} · ${stop.tour}`,
          at: null,
          link: `/stops/${stop.id}`,
        })),
      },
      {
        kind: 'finding.open',
        count: open.total,
        link: '/findings?state=open',
        rows: open.rows.map(finding => ({
          title: finding.problem,
          note: finding.unitName,
          at: finding.at,
          link: `/findings?state=open&id=${finding.id}`,
        })),
      },
    ].filter(({ count }) => count > 0)
  },
}

/** Visits announced to the caller's units. */
export const visitWork: WorkSource = {
  roles: visitedRoles,
  list: async ({ tx, scope, now }) => {
    const { rows, total } = await listVisits(tx, scope, { time: 'coming', pageSize: workRows }, localDay(now))
    if (total === 0) return []
    return [
      {
        kind: 'visit.coming',
        count: total,
        link: '/visits?time=coming',
        rows: rows.map(visit => ({
          title: visit.tourName,
          note: `${visit.day} · ${visit.unitName}`,
          at: null,
          link: `/visits/${visit.id}`,
        })),
      },
    ]
  },
}
