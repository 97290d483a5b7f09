import { randomUUID } from 'node:crypto'
import { wholeScope } from '@jianbao/organisation/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import type { CampaignState } from '../contract/index.ts'
import { textHash } from './commitment/commitment.store.ts'
import { issueCommitment } from './commitment/issue-commitment.ts'
import { packOf } from './pack/pack.fixture.ts'
import { loadPack } from './plan/load-pack.ts'

type Target = { readonly url: string; readonly body?: object; readonly reach?: readonly ['same unit'] }

/** A call about one fresh campaign, task or commitment of the test unit `city`, by operation. */
export async function campaignProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const { city } = testUnits
  const now = new Date('2020-06-01T00:00:00Z')
  const campaign = async (state: CampaignState): Promise<string> => {
    const pack = packOf()
    const id = `c${randomUUID()}`
    const own = { ...pack.campaign, id, from: '2020-01-01', to: '2020-12-31', stages: [], groups: [] }
    const { stage: _, ...monthly } = pack.tasks[0]!
    const deadline = { every: 'month', from: '2020-01', to: '2020-03', dueDays: 5 } as const
    const commitments = pack.commitments.map(one => ({ ...one, until: '2020-03-15' }))
    const whole = { ...pack, campaign: own, tasks: [{ ...monthly, deadline }], commitments }
    const loaded = await db.transaction(tx =>
      loadPack(tx, wholeScope, { unitId: city, pack: whole, now, state }),
    )
    return loaded.campaignId
  }
  const task = async (state: CampaignState): Promise<string> => {
    const id = await campaign(state)
    return String((await rowsOf(db, sql`select id from task where campaign_id = ${id}`))[0]!['id'])
  }
  const commitment = async () => {
    const campaignId = await campaign('open')
    const issue = { campaignId, key: 'duty', by: { name: '演示' }, now }
    await db.transaction(tx => issueCommitment(tx, wholeScope, issue, {}))
    const [row] = await rowsOf<{ id: string; name: string; paragraphs: string[] }>(
      db,
      sql`select id, name, paragraphs from commitment where campaign_id = ${campaignId}`,
    )
    return { ...row!, url: `/api/commitments/${row!.id}` }
  }
  const ofCampaign = async (state: CampaignState, action: string, body?: object): Promise<Target> => ({
    url: `/api/campaigns/${await campaign(state)}${action}`,
    ...(body ? { body } : {}),
  })
  // A draft is read by those who keep it and those above them; one that is open by everybody below too.
  const ofTask = async (state: CampaignState, action: string, body?: object): Promise<Target> => ({
    url: `/api/tasks/${await task(state)}${action}`,
    ...(body ? { body } : {}),
  })
  const opening = { periodNo: 202001, unitId: city, untilDay: '2099-01-01', reason: '网络故障' }
  return {
    getCampaign: () => ofCampaign('draft', ''),
    openCampaign: () => ofCampaign('draft', '/open', { version: 0 }),
    closeCampaign: () => ofCampaign('open', '/close', { version: 0 }),
    renewCampaign: () => ofCampaign('open', '/renew', { year: 2031 }),
    saveCampaign: () => ofCampaign('open', '/pack', {}),
    tallyCommitments: () => ofCampaign('draft', '/commitments'),
    issueCommitment: () => ofCampaign('open', '/commitments', { key: 'duty' }),
    remindUnsigned: () => ofCampaign('open', '/commitments/remind', { key: 'duty' }),
    getTask: () => ofTask('draft', ''),
    listBoundUnits: () => ofTask('draft', '/units'),
    exportBoundUnits: () => ofTask('draft', '/units/export', {}),
    openPeriod: () => ofTask('open', '/openings', opening),
    closePeriod: async () => {
      const target = await ofTask('open', '/openings', opening)
      const keeper = await app.as('coordinator')
      await keeper.post(target.url, opening)
      const { periodNo, unitId } = opening
      return { url: `${target.url}/close`, body: { periodNo, unitId } }
    },
    getCommitment: async () => ({ url: (await commitment()).url }),
    getCommitmentText: async () => ({ url: `${(await commitment()).url}/text` }),
    signCommitment: async () => {
      const row = await commitment()
      return { url: `${row.url}/sign`, body: { version: 0, sha256: textHash(row) }, reach: ['same unit'] }
    },
  }
}
