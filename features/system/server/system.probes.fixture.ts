import { noteDeed } from '@jianbao/platform/audit'
import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'

type Probe = () => Promise<{ url: string; body?: object }>

/** For each route about one record a fresh one of the city, and how it is called. */
export async function systemProbes(app: TestApp): Promise<Record<string, Probe>> {
  const { db } = app.connection
  const actor = { kind: 'system', id: 'probe' } as const
  return {
    getAuditEntry: async () => {
      const deed = { actor, action: 'unit.edit', object: testUnits.city }
      await noteDeed(db, systemClock, deed, { unitId: testUnits.city })
      const [last] = await rowsOf<{ id: number }>(db, sql`select max(id)::int as id from audit_entry`)
      return { url: `/api/audit/${last!.id}` }
    },
  }
}
