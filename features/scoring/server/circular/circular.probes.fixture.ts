import { randomUUID } from 'node:crypto'
import type { Person, Scope } from '@jianbao/platform/access'
import { sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { openScored, packWith, scheme } from '../account/history.fixture.ts'
import { makeCircular } from './make-circular.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh circular of the test unit `city`, by operation. */
export async function circularProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const whole: Scope = { roots: [{ unitId: testUnits.root, path: '' }], content: true }
  const maker = { person: { id: 'x', name: '甲', posts: [] } as unknown as Person, now: new Date() }
  const pack = packWith(await scheme('1-base-points'), `circular-probe-${randomUUID().slice(0, 8)}`)
  const campaignId = await openScored(db, pack)
  const draft = { unitId: testUnits.city, campaignId, period: '2021-05' }
  // Counted and worded once: every probe is about a copy of it, of another month.
  const first = await db.transaction(tx => makeCircular(tx, whole, draft, maker, {} as never))
  let number = 0
  const ofDraft = async (action: string, more: object | null = {}): Promise<Target & { id: string }> => {
    const [id, month] = [randomUUID(), number++ % 240]
    const period = `20${String(Math.floor(month / 12)).padStart(2, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
    await db.execute(sql`delete from circular where campaign_id = ${campaignId} and period = ${period}`)
    await db.execute(sql`insert into circular (id, unit_id, scope_path, campaign_id, period, state, title, opening,
        closing, figures, document, created_by, created_name, created_at, updated_at)
      select ${id}, unit_id, scope_path, campaign_id, ${period}, 'draft', title, opening, closing, figures, document,
        created_by, created_name, created_at, updated_at from circular where id = ${first}`)
    const body = more && { version: 0, ...more }
    return { id, url: `/api/circulars/${id}${action}`, ...(body ? { body } : {}) }
  }
  const ofIssued = async (action: string, more: object | null): Promise<Target> => {
    const { id, ...target } = await ofDraft(action, more)
    await db.execute(sql`update circular set state = 'issued', date = '2021-06-02', issued_at = now(),
      issued_name = '甲' where id = ${id}`)
    return target
  }
  // What is issued is addressed to the units below.
  const reading = async (action: string): Promise<Target> => ({
    ...(await ofIssued(action, null)),
    reach: ['same unit', 'parent', 'child'],
  })
  return {
    getCircular: () => reading(''),
    listCounted: () => reading('/counted?what=reported'),
    listCircularChanges: () => ofDraft('/changes', null),
    getCircularHtml: () => reading('/html'),
    downloadCircular: () => reading('/file?format=txt'),
    editCircular: () => ofDraft('', { closing: '请各单位继续努力。' }),
    refreshCircular: () => ofDraft('/refresh'),
    issueCircular: () => ofDraft('/issue'),
    removeCircular: () => ofDraft('/remove'),
    revokeCircular: () => ofIssued('/revoke', { reason: '数据有误' }),
  }
}
