/** What a desk adopted, over HTTP: edited again, registered in the issue it ran in, and what the reporter sees of it. */
import type { Clock } from '@jianbao/platform/clock'
import { type Agent, acceptUpload, bulletinText, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AdoptionDetail, AdoptionPage, IssueMatches, Report } from '../../contract/index.ts'
import { bringIn } from '../inbox/inbox.fixture.ts'
import { deed, openCampaign, packAround } from '../report.fixture.ts'

const now = new Date('2026-05-20T02:00:00Z')
const clock: Clock = { now: () => now }
let app: TestApp
let campaignId: string
let desk: Agent
beforeAll(async () => {
  app = await openTestApp({ clock })
  ;({ campaignId } = await openCampaign(app, packAround('2026-05-31'), now))
  desk = await app.as('editor')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const body = '5月10日，云岭市科协在市科技馆举办科普讲座，120人参加，现场发放手册300册。'
const adopt = async (title: string): Promise<Report> =>
  deed(desk, await bringIn(app, campaignId, { title, body }), 'adopt', { column: 'news' })
const get = async (id: string) => (await desk.get(`/api/adoptions/${id}`)).json<AdoptionDetail>()
const patch = (id: string, payload: object) =>
  desk.request({ method: 'PATCH', url: `/api/adoptions/${id}`, payload: payload as never })

test('an adopted text is edited again, what it was stays, and whoever is late learns who was quicker', async () => {
  const { adoptions, id: reportId } = await adopt('云岭举办讲座')
  const id = adoptions[0]!.id
  const edit = { version: 0, column: 'briefs', title: '云岭讲座受欢迎', body: '云岭举办讲座，120人参加。' }
  expect((await patch(id, edit)).json<AdoptionDetail>()).toMatchObject({
    columnKey: 'briefs',
    title: '云岭讲座受欢迎',
    version: 1,
    reported: { title: '云岭举办讲座', body },
    history: [{ columnKey: 'news', title: '云岭举办讲座', byName: 'editor' }],
  })
  const stale = await patch(id, edit)
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'adoption-stale'])
  expect(stale.json().detail).toContain('editor')
  expect((await patch(id, { ...edit, version: 1, column: 'nothing' })).json().code).toBe(
    'report-column-unknown',
  )
  const mine = (await (await app.as('reporter@city')).get(`/api/reports/${reportId}`)).json<Report>()
  expect(mine.adoptions[0]).toMatchObject({ title: '云岭讲座受欢迎', columnKey: 'briefs' })
  expect(mine.steps.at(-1)).toMatchObject({ action: 'edit-adoption' })
})

test('the article it became is proposed, never set; once registered its unit reads where and how it was printed', async () => {
  const { adoptions, id: reportId } = await adopt('云岭市科协举办科普讲座')
  const id = adoptions[0]!.id
  const printed = '5月10日，云岭市科协在市科技馆举办科普讲座，120人参加。'
  const text = bulletinText({
    series: '云岭专项简报',
    number: 7,
    date: '2026年5月25日',
    headline: '云岭市科协举办科普讲座',
    body: printed,
  })
  const { issueIds } = await acceptUpload(app, text)
  const row = async (tab: string) =>
    (await desk.get(`/api/adoptions?tab=${tab}`)).json<AdoptionPage>().rows.find(each => each.id === id)
  const match = (await row('matched'))?.match
  expect(match).toMatchObject({ issueId: issueIds[0], headline: '云岭市科协举办科普讲座' })
  expect((await get(id)).issue, 'proposed, not set').toBeNull()
  const work = (await desk.get('/api/work')).json()
  expect(work.groups.find((group: { kind: string }) => group.kind === 'adoption.matched')).toBeTruthy()
  const asked = async (q: string) =>
    (await desk.get(`/api/adoptions/${id}/matches?q=${encodeURIComponent(q)}`)).json<IssueMatches>().matches
  expect((await asked('云岭专项 第7期'))[0]).toMatchObject({ issueName: '云岭专项简报 第 7 期' })
  expect(await asked('第70期')).toEqual([])

  const register = (payload: object) => desk.post(`/api/adoptions/${id}/register`, payload)
  const wish = { version: 0, issueId: match!.issueId, articleId: match!.articleId }
  expect((await register({ ...wish, articleId: reportId })).json().code).toBe('issue-unknown')
  expect((await register(wish)).json<AdoptionDetail>()).toMatchObject({
    issue: { name: '云岭专项简报 第 7 期', date: '2026-05-25' },
    printed: { body: printed },
  })
  const reporter = await app.as('reporter@city')
  const mine = async () => (await reporter.get(`/api/reports/${reportId}`)).json<Report>().adoptions[0]
  // The issue itself is not published: its unit does not see it, and reads of it all the same.
  expect((await reporter.get(`/api/issues/${issueIds[0]}`)).statusCode).toBe(404)
  expect(await mine()).toMatchObject({
    issue: { name: '云岭专项简报 第 7 期' },
    printed: { title: '云岭市科协举办科普讲座', body: printed },
  })
  expect((await reporter.get('/api/notices')).json().rows[0]).toMatchObject({
    kind: 'report.registered',
    details: { issue: '云岭专项简报 第 7 期' },
  })
  await desk.post(`/api/adoptions/${id}/unregister`, { version: 1 })
  expect((await mine())?.issue).toBeNull()
  expect(await row('registered')).toBeUndefined()
})
