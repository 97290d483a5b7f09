import type { Person, Scope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { openScored, packWith, scheme } from '../account/history.fixture.ts'
import { makeCircular } from './make-circular.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh circular of the test unit `city`, by operation; of a campaign of its own each. */
export async function circularProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const rules = await scheme('1-base-points')
  const whole: Scope = { roots: [{ unitId: testUnits.root, path: '' }], content: true }
  const maker = { person: { id: 'x', name: '甲', posts: [] } as unknown as Person, now: new Date() }
  let number = 0
  const ofDraft = async (action: string, more: object | null = {}): Promise<Target & { id: string }> => {
    const campaignId = await openScored(db, packWith(rules, `circular-probe-${++number}`))
    const draft = { unitId: testUnits.city, campaignId, period: '2021-05' }
    const id = await db.transaction(tx => makeCircular(tx, whole, draft, maker, {} as never))
    const body = more && { version: 0, ...more }
    return { id, url: `/api/circulars/${id}${action}`, ...(body ? { body } : {}) }
  }
  return {
    getCircular: () => ofDraft('', null),
    listCounted: () => ofDraft('/counted?what=reported', null),
    listCircularChanges: () => ofDraft('/changes', null),
    getCircularHtml: () => ofDraft('/html', null),
    downloadCircular: () => ofDraft('/file?format=txt', null),
    editCircular: () => ofDraft('', { closing: '请各单位继续努力。' }),
    refreshCircular: () => ofDraft('/refresh'),
    issueCircular: () => ofDraft('/issue'),
    removeCircular: () => ofDraft('/remove'),
    revokeCircular: async () => {
      const { id, url } = await ofDraft('/revoke')
      await rowsOf(
        db,
        sql`update circular set state = 'issued', date = '2021-06-02', issued_at = now(),
        issued_name = '甲' where id = ${id}`,
      )
      return { url, body: { version: 0, reason: '数据有误' } }
    },
  }
}
