import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContestRecord, type ContestRules, playSlug, type Rehearsal } from '../../../contract/index.ts'
import { someDetails, wishKey } from '../../identity/identity.fixture.ts'
import { someQuestions } from '../../play/play.fixture.ts'
import { doDeed, draftContest } from '../setup.fixture.ts'
import { beginRehearsalJob } from './carry-rehearsal.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const get = async <T>(path: string, by: Persona = 'coordinator@city'): Promise<T> =>
  (await (await app.as(by)).get(path)).json<T>()
const rehearse = async (players: number, rules: Partial<ContestRules> = {}): Promise<ContestRecord> => {
  const draft = await draftContest(app, { rules, questions: someQuestions(60) })
  return doDeed(app, draft, 'rehearse', { players })
}
const reportOf = (id: string) => get<Rehearsal>(`/api/contests/${id}/rehearsal`)
async function countOf(id: string): Promise<{ players: number; papers: number; questions: number }> {
  const [row] = await rowsOf<{ players: number; papers: number; questions: number }>(
    app.connection.db,
    sql`select (select count(*)::int from contest_player p where p.contest_no = c.no) as players,
        (select count(*)::int from contest_attempt a where a.contest_no = c.no) as papers,
        (select count(*)::int from contest_question q where q.contest_id = c.id) as questions
      from contest c where c.id = ${id}`,
  )
  return row!
}

test('made-up players join, play and are reported; winding back wipes all of it', async () => {
  const contest = await rehearse(150, { attempts: { perDay: 2, inAll: null } })
  await app.contest.setup.queue.idle()
  const done = await reportOf(contest.id)
  expect(done).toMatchObject({ state: 'done', players: 150, joined: 150, fault: null })
  const counted = await countOf(contest.id)
  expect(counted).toMatchObject({ players: 150, papers: done.papers, questions: 60 })
  expect(done.papers).toBeGreaterThan(150)
  const report = done.report!
  expect(report.scores.reduce((sum, papers) => sum + papers, 0)).toBe(done.papers)
  // Neither all alike nor all at one end: a spread of skill.
  expect(report.scores.filter(papers => papers > 0).length).toBeGreaterThan(4)
  expect(report).toMatchObject({ neverAsked: 0, refused: [] })
  expect(report.askedLeast).toBeGreaterThan(0)
  expect(report.papersPerMinute).toBeGreaterThan(0)
  const told = await rowsOf(
    app.connection.db,
    sql`select 1 from notice where kind = 'contest.rehearsed' and link = ${`/contests/${contest.id}`}`,
  )
  expect(told.length).toBeGreaterThan(0)

  const back = await doDeed(app, await get<ContestRecord>(`/api/contests/${contest.id}`), 'rewind')
  expect(back).toMatchObject({ state: 'draft', keyCommitment: null, people: 0, attempts: 0 })
  expect(await countOf(contest.id)).toEqual({ players: 0, papers: 0, questions: 0 })
  expect((await reportOf(contest.id)).report).not.toBeNull()
})

test('whatever the contest asks of players, made-up ones bring it', async () => {
  const groups = [
    { key: 'a', name: '甲组' },
    { key: 'b', name: '乙组' },
  ]
  const notice = '登记手机号，用于领奖，结束后删除。'
  const contest = await rehearse(30, {
    ...{ groups, identity: { kind: 'phone', provider: null }, units: 'required', answersShown: 'never' },
    privacy: { notice, minimumAge: 14, keepDays: 30 },
    attempts: { perDay: null, inAll: 1 },
  })
  await app.contest.setup.queue.idle()
  const done = await reportOf(contest.id)
  expect(done).toMatchObject({ state: 'done', joined: 30, papers: 30 })
  expect(done.report!.refused).toEqual([])
  const kinds = await rowsOf<{ groups: number; units: number }>(
    app.connection.db,
    sql`select count(distinct group_key)::int as groups, count(*) filter (where unit_no > 0)::int as units
      from contest_player where contest_no = (select no from contest where id = ${contest.id})`,
  )
  expect(kinds).toEqual([{ groups: 2, units: 30 }])
})

test('wound back while it is played, it ends; begun anew it is played from the start', async () => {
  const contest = await rehearse(2000)
  const back = await doDeed(app, contest, 'rewind')
  const again = await doDeed(app, back, 'rehearse', { players: 20 })
  await app.contest.setup.queue.idle()
  expect(await reportOf(contest.id)).toMatchObject({ state: 'done', players: 20, joined: 20 })
  expect((await countOf(again.id)).players).toBe(20)
})

test('nobody plays a rehearsal, and so sees the questions before the others, who knows the contest’s address alone', async () => {
  const draft = await draftContest(app, { rules: { units: 'none' } })
  const contest = await doDeed(app, draft, 'rehearse', { players: 1 })
  await app.contest.setup.queue.idle()
  const stranger = await app.as('anonymous')
  const wish = { kind: 'nickname', wishKey: wishKey(), details: someDetails() }
  const statusAt = async (slug: string) =>
    Promise.all([
      stranger.get(`/play/${slug}`).then(({ statusCode }) => statusCode),
      stranger.get(`/play/${slug}/face`).then(({ statusCode }) => statusCode),
      stranger.post(`/play/${slug}/join`, wish).then(({ statusCode }) => statusCode),
    ])
  expect(await statusAt(contest.slug)).toEqual([404, 404, 404])
  expect(await statusAt(playSlug(contest))).toEqual([200, 200, 200])
  const page = await stranger.get(`/play/${playSlug(contest)}`)
  expect(page.body).toContain(`"slug":"${playSlug(contest)}"`)
  await app.contest.tallying.settle()

  const opened = await doDeed(app, await doDeed(app, contest, 'rewind'), 'open')
  for (const slug of [playSlug(contest), opened.slug]) app.contest.contests.forget(slug)
  expect(await statusAt(playSlug(contest))).toEqual([404, 404, 404])
  expect(playSlug(opened)).toBe(opened.slug)
  expect(await statusAt(opened.slug)).toEqual([200, 200, 200])
})

test('a rehearsal whose process died says so instead of standing still', async () => {
  const contest = await rehearse(1)
  await app.contest.setup.queue.idle()
  const { db } = app.connection
  await db.execute(sql`update contest_rehearsal set state = 'playing' where contest_id = ${contest.id}`)
  const taken = await db.transaction(tx => beginRehearsalJob(tx, { id: contest.id, attempts: 1 }, new Date()))
  expect(taken).toBeNull()
  expect(await reportOf(contest.id)).toMatchObject({ state: 'failed', fault: 'rehearsal-broken' })
})

test('begun anew before the process died over the one before, it is played', async () => {
  const contest = await rehearse(5)
  await app.contest.setup.queue.idle()
  const { db } = app.connection
  await db.execute(sql`update contest_rehearsal set state = 'waiting' where contest_id = ${contest.id}`)
  const taken = await db.transaction(tx => beginRehearsalJob(tx, { id: contest.id, attempts: 1 }, new Date()))
  expect(taken).toMatchObject({ id: contest.id, players: 5 })
})
