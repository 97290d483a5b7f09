import type { Scope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { registerNeed } from './need/ask-need.ts'
import { addServiceItem, type ServiceItemWish } from './service.fixture.ts'

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
  const service = async (action: string, body?: object, wish: ServiceItemWish = {}): Promise<Target> => {
    const { id } = await addServiceItem(db, wish)
    if (action === '/withdraw')
      await db.execute(sql`insert into service_publication (item_id, unit_id, scope_path, title, words, published_at, updated_at,
          state, start_day, due_day, near_day, percent, reached, milestones)
        select i.id, i.unit_id, '', i.title, '学剪枝', now(), now(), i.state, i.start_day, i.due_day, i.near_day, 0, 0, '[]'
        from ledger_item i where i.id = ${id}`)
    return { url: `/api/services/${id}${action}`, ...(body ? { body } : {}) }
  }
  const word = async (): Promise<Target> => {
    const { id } = await addServiceItem(db, { state: 'closed' })
    const [row] = await rowsOf<{ id: string }>(
      db,
      sql`insert into service_word (item_id, unit_id, scope_path, round, words, day)
        values (${id}, ${testUnits.city}, '', 0, '好', '2021-06-01') returning id`,
    )
    return { url: `/api/services/${id}/words/${row!.id}`, body: { state: 'shown' } }
  }
  const outcome = { version: 0, people: 3, attendances: null, words: '学会了', budget: null, spent: null }
  const publication = { version: null, title: '学剪枝', words: '学剪枝', outcome: '' }
  return {
    getService: () => service(''),
    writeServiceOutcome: () => service('/outcome', outcome),
    publishService: () => service('/publish', publication),
    withdrawService: () => service('/withdraw', { version: 0 }),
    askSatisfaction: () => service('/ask', { links: 1, lastDay: '2199-01-01' }, { state: 'closed' }),
    moderateServiceWord: word,
    acceptNeed: async () => {
      const { ledgerId } = await addServiceItem(db)
      return need('/accept', { ledgerId, title: '讲果树剪枝', dueDay: '2199-01-01' })
    },
    getNeed: () => need(''),
    declineNeed: () => need('/decline', { reason: '不在工作范围' }),
    mergeNeed: async () => need('/merge', { itemId: (await addServiceItem(db)).id }),
    reconsiderNeed: () => need('/reconsider', {}, 'declined'),
    forwardNeed: () => need('/forward', { unitId: testUnits.sister, reason: '地点在贵市' }),
  }
}
