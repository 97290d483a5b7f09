import { randomUUID } from 'node:crypto'
import type { TestApp } from '@jianbao/testkit'
import { bringIn } from '../inbox/inbox.fixture.ts'
import { deed, openCampaign, packAround } from '../report.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('parent' | 'same unit')[]
}

/** An adoption is for the desk that made it. */
export async function adoptionProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { campaignId } = await openCampaign(
    app,
    packAround('2026-05-31', `adopted-${randomUUID().slice(0, 8)}`),
  )
  const fresh = async () => {
    const adopted = await deed(await app.as('editor'), await bringIn(app, campaignId), 'adopt', {
      column: 'news',
    })
    return adopted.adoptions[0]!
  }
  const target = async (path: string, body?: object): Promise<Target> => ({
    url: `/api/adoptions/${(await fresh()).id}${path}`,
    ...(body ? { body } : {}),
    reach: ['parent'],
  })
  return {
    getAdoption: () => target(''),
    editAdoption: () =>
      target('', { version: 0, column: 'briefs', title: '改过的标题', body: '改过的正文。' }),
    listIssueMatches: () => target('/matches'),
    registerIssue: () => target('/register', { version: 0, issueId: randomUUID(), articleId: null }),
    unregisterIssue: () => target('/unregister', { version: 0 }),
  }
}
