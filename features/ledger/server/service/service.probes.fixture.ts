import type { Scope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { registerNeed } from './need/ask-need.ts'
import { addServiceItem } from './service.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh need or service of the test unit `city`, by operation. */
export async function serviceProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const [city] = await rowsOf<{ path: string }>(db, sql`select path from unit where id = ${testUnits.city}`)
  const scope: Scope = { roots: [{ unitId: testUnits.city, path: city!.path }], content: true }
  const draft = {
    unitId: testUnits.city,
    kind: 'farming',
    words: '想请人讲果树剪枝',
    place: '',
    day: '2021-06-01',
  } as const
  const need = async (action: string, body?: object, state = 'waiting'): Promise<Target> => {
    const id = await db.transaction(tx =>
      registerNeed(
        tx,
        scope,
        { ...draft, source: 'visit' },
        { person: { id: 'x', name: '甲' }, now: new Date() },
        {},
      ),
    )
    if (state === 'declined')
      await db.execute(sql`update need set state = 'declined', reason = '无' where id = ${id}`)
    return { url: `/api/needs/${id}${action}`, ...(body ? { body: { version: 0, ...body } } : {}) }
  }
  return {
    getNeed: () => need(''),
    declineNeed: () => need('/decline', { reason: '不在工作范围' }),
    mergeNeed: async () => need('/merge', { itemId: (await addServiceItem(db)).id }),
    reconsiderNeed: () => need('/reconsider', {}, 'declined'),
    forwardNeed: () => need('/forward', { unitId: testUnits.sister, reason: '地点在贵市' }),
  }
}
