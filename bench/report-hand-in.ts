import { randomUUID } from 'node:crypto'
import { type Connection, rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, seedPersonas, testUnits } from '@jianbao/testkit'
import { draftOf } from '../features/report/server/report.fixture.ts'
import { today } from './report-load.ts'
import { rounded } from './result.ts'

const writers = 12

/** Reports written and handed in over HTTP, each two requests of a unit lead; how many came through in a second. */
export async function measureHandingIn(connection: Connection, seconds: number): Promise<number> {
  await seedPersonas(connection.db)
  const app = await openTestApp({ connection, clock: { now: () => new Date(`${today}T04:00:00Z`) } })
  const tasks = await rowsOf<{ taskId: string; campaignId: string; no: number }>(
    connection.db,
    sql`select t.id as "taskId", t.campaign_id as "campaignId", p.no from task t join task_period p on p.task_id = t.id
      where p.from_day <= ${today} and 'county' = any (t.kinds)`,
  )
  const until = performance.now() + seconds * 1000
  let handedIn = 0
  const write = async (by: Agent, unitId: string, nth: number): Promise<void> => {
    for (let turn = nth; performance.now() < until; turn += writers) {
      const { no: periodNo, ...place } = tasks[turn % tasks.length]!
      const id = randomUUID()
      const payload = draftOf({ ...place, periodNo, unitId, startDay: '2026-11-20' })
      const saved = await by.request({ method: 'PUT', url: `/api/reports/${id}`, payload })
      if (saved.statusCode !== 200) throw new Error(saved.body)
      const sent = await by.post(`/api/reports/${id}/approve`, { version: 0 })
      if (sent.statusCode !== 200) throw new Error(sent.body)
      handedIn++
    }
  }
  const places = ['city', 'county', 'sister'] as const
  const agents = await Promise.all(places.map(place => app.as(`unit-lead@${place}`)))
  const started = performance.now()
  await Promise.all(
    Array.from({ length: writers }, (_, nth) => {
      const at = nth % places.length
      return write(agents[at]!, testUnits[places[at]!], nth)
    }),
  )
  const took = (performance.now() - started) / 1000
  await app.close()
  return rounded(handedIn / took, 1)
}
