import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import type { Report } from '../contract/index.ts'
import { deed, draftOf, openCampaign, packAround, writeReport } from './report.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('parent' | 'same unit')[]
}

/** A call about one fresh report of the test unit `city`, by operation. What the city hands in lies on the desk of the top. */
export async function reportProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const [writer, lead] = [await app.as('reporter@city'), await app.as('unit-lead@city')]
  const { campaignId } = await openCampaign(
    app,
    packAround('2026-05-31', `probe-${randomUUID().slice(0, 8)}`),
  )
  const draft = () => writeReport(writer, { campaignId })
  const submitted = async () => deed(lead, await draft(), 'approve')
  const target = ({ id, version }: Report, action: string, more: object = {}): Target => ({
    url: `/api/reports/${id}/${action}`,
    body: { version, ...more },
  })
  const reason = { reason: '请补充参加人数' }
  const atDesk = async (action: string, more: object = {}): Promise<Target> => ({
    ...target(await submitted(), action, more),
    reach: ['parent'],
  })
  return {
    getReport: async () => ({ url: `/api/reports/${(await submitted()).id}` }),
    saveReport: async () => {
      const { id, version } = await deed(writer, await submitted(), 'withdraw')
      return { url: `/api/reports/${id}`, body: draftOf({ campaignId, version, title: '改过的标题' }) }
    },
    sendReport: async () => target(await deed(writer, await submitted(), 'withdraw'), 'send'),
    approveReport: async () => target(await deed(writer, await draft(), 'send'), 'approve'),
    declineReport: async () => target(await deed(writer, await draft(), 'send'), 'decline', reason),
    withdrawReport: async () => target(await submitted(), 'withdraw'),
    // What never left its unit nobody above it sees.
    removeReport: async () => ({ ...target(await draft(), 'remove'), reach: ['same unit'] }),
    acceptReport: () => atDesk('accept'),
    adoptReport: () => atDesk('adopt', { column: 'news' }),
    keepReport: () => atDesk('keep'),
    reopenReport: async () => {
      const kept = await deed(await app.as('editor'), await submitted(), 'keep')
      return { ...target(kept, 'reopen'), reach: ['parent'] }
    },
    returnReport: () => atDesk('return', reason),
    revokeReport: async () => {
      const adopted = await deed(await app.as('editor'), await submitted(), 'adopt', { column: 'news' })
      return { ...target(adopted, 'revoke', reason), reach: ['parent'] }
    },
    correctReport: async () => {
      const id = randomUUID()
      const figures = [
        {
          id,
          measure: 'people',
          value: 120,
          unit: '人',
          qualifier: 'exact' as const,
          of: null,
          surface: null,
        },
      ]
      const report = await deed(lead, await writeReport(writer, { campaignId, figures }), 'approve')
      const kept = await deed(await app.as('editor'), report, 'keep')
      const to = { value: 150, unit: '人', qualifier: 'exact' }
      return { ...target(kept, 'correct', { ...reason, figures: [{ id, to }] }), reach: ['parent'] }
    },
    // From the desk of the top nothing goes higher: the one of the city hands on what its county reported.
    forwardReport: async () => {
      const ofCounty = await writeReport(await app.as('reporter@county'), {
        campaignId,
        unitId: testUnits.county,
      })
      const lying = await deed(await app.as('unit-lead@county'), ofCounty, 'approve')
      return { ...target(lying, 'forward'), reach: ['same unit'] }
    },
  }
}
