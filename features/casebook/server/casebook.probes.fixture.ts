import type { Scope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { addSentReport } from './case.fixture.ts'
import { markCase } from './mark-case.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh case of the test unit `city`, by operation. */
export async function casebookProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const [city] = await rowsOf<{ path: string }>(db, sql`select path from unit where id = ${testUnits.city}`)
  const scope: Scope = { roots: [{ unitId: testUnits.city, path: city!.path }], content: true }
  const keeper = { person: { id: 'x', name: '甲' }, now: new Date() }
  const of = async (state: string, action: string, body?: object): Promise<Target> => {
    const sourceId = await addSentReport(db)
    const words = {
      title: '流动科技馆进村',
      why: '农闲时人齐。',
      how: '先排路线，再定主题。',
      tags: ['科普下乡'],
    }
    const id = await db.transaction(tx =>
      markCase(tx, scope, { ...words, sourceKind: 'report', sourceId }, keeper, {}),
    )
    await db.execute(
      sql`update casebook_case set state = ${state}, published_at = ${state === 'public' ? '2021-06-01T00:00:00Z' : null} where id = ${id}`,
    )
    return { url: `/api/cases/${id}${action}`, ...(body ? { body } : {}) }
  }
  const version = { version: 0 }
  return {
    // What is approved is for the units below too.
    getCase: async () => ({ ...(await of('approved', '')), reach: ['same unit', 'parent', 'child'] }),
    editCase: () => of('draft', '', { ...version, why: '农闲时人齐，村里有场地。' }),
    approveCase: () => of('draft', '/approve', version),
    reopenCase: () => of('approved', '/reopen', version),
    publishCase: () => of('approved', '/publish', version),
    withdrawCase: () => of('public', '/withdraw', version),
    removeCase: () => of('draft', '/remove', version),
  }
}
