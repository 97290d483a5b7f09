import { randomUUID } from 'node:crypto'
import type { TestApp } from '@jianbao/testkit'
import { openCampaign, packAround } from '../report.fixture.ts'
import { bringIn } from './inbox.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('parent' | 'same unit')[]
}

/** What lies in the inbox of the top is that desk's alone; what it is like is for those who may read it. */
export async function inboxProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { campaignId } = await openCampaign(
    app,
    packAround('2026-05-31', `inbox-${randomUUID().slice(0, 8)}`),
  )
  const at = (path: string) => async (): Promise<Target> => ({
    url: `/api/inbox/${(await bringIn(app, campaignId)).id}/${path}`,
    reach: ['parent'],
  })
  return {
    claimReport: at('claim'),
    releaseReport: at('release'),
    takeOverReport: at('take-over'),
    listSimilarInInbox: async () => ({ url: `/api/inbox/${(await bringIn(app, campaignId)).id}/similar` }),
  }
}
