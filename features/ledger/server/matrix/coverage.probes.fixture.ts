import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import type { TestApp } from '@jianbao/testkit'
import { addCampaign, addTask } from '../ledger.fixture.ts'

/** Of the test federation. */
const city = '00000000-0000-4000-8000-00000000c171'

type Target = { readonly url: string; readonly body?: object }

/** A call about a fresh task of the test unit `city`. */
export async function coverageProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  return {
    getCoverageItem: async () => {
      const campaign = await addCampaign(db, { name: `专项${randomUUID().slice(0, 8)}` })
      const task = await addTask(db, campaign, { unitIds: [city] }, [{ due: '2026-03-31' }])
      const [item] = await rowsOf<{ id: string }>(db, sql`select id from item where task_id = ${task}`)
      return { url: `/api/coverage/items/${item!.id}` }
    },
  }
}
