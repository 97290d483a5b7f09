import { randomUUID } from 'node:crypto'
import { sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import type { Recognition } from '../contract/index.ts'
import { openScored, packWith, scheme } from './account/history.fixture.ts'

type Target = { readonly url: string; readonly body?: object; readonly reach?: readonly 'parent'[] }

/** A call about the account of the test unit `city`, or something fresh registered on a report of it. */
export async function scoreProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const pack = packWith(await scheme('2-levels'), `probe-${randomUUID().slice(0, 8)}`)
  const campaign = await openScored(db, pack)
  await app.scoring.settle()
  const period = '2021'
  const report = async (): Promise<string> => {
    const [id, at] = [randomUUID(), '2021-05-10T02:00:00Z']
    await db.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, title, state, desk_id, created_by,
        created_name, edited_name, sent_at, submitted_at, arrived_at, created_at, updated_at)
      values (${id}, ${testUnits.city}, '', ${campaign}, '云岭市科协举办讲座', 'submitted', ${testUnits.root}, 'x', '甲', '甲',
        ${at}, ${at}, ${at}, ${at}, ${at})`)
    return id
  }
  const register = async (what: string, body: object): Promise<string> => {
    const editor = await app.as('editor')
    const answer = await editor.post(`/api/scoring/${what}`, { reportId: await report(), note: '', ...body })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json<Recognition>().id
  }
  const reason = { reason: '登记有误' }
  const account = `/api/scoring/accounts/${testUnits.city}`
  return {
    getScoreAccount: async () => ({ url: `${account}?campaign=${campaign}&period=${period}` }),
    listScoreAccount: async () => ({
      url: `${account}/list?campaign=${campaign}&period=${period}&of=reported`,
    }),
    exportScoreAccount: async () => ({ url: `${account}/export`, body: { campaign, period } }),
    revokeOutsideAdoption: async () => {
      const draft = { bulletin: 'central', form: 'single', issue: '第12期', day: '2021-06-01', link: null }
      return {
        url: `/api/scoring/outside-adoptions/${await register('outside-adoptions', draft)}/revoke`,
        body: reason,
        // Nobody gives points to their own unit, nor takes them.
        reach: ['parent'],
      }
    },
    revokeInstruction: async () => {
      const draft = { leader: 'chief', office: '主要负责同志', day: '2021-06-02' }
      return {
        url: `/api/scoring/instructions/${await register('instructions', draft)}/revoke`,
        body: reason,
        // Nobody gives points to their own unit, nor takes them.
        reach: ['parent'],
      }
    },
  }
}
