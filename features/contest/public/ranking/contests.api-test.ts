import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PublicRanking } from '../../contract/index.ts'
import {
  addCountedContest,
  type CountedFixture,
  contestUnits,
  playAttempts,
  viewPages,
} from '../../server/statistics/statistics.fixture.ts'

let app: TestApp
let contest: CountedFixture
let hidden: CountedFixture
beforeAll(async () => {
  app = await openTestApp()
  const { db } = app.connection
  contest = await addCountedContest(db, { title: '全民科学素质<竞赛>' })
  const startedAt = new Date(Date.now() - 3_600_000)
  await playAttempts(
    db,
    contest,
    Array.from({ length: 60 }, (_, at) => ({
      ...{ player: at + 1, n: 0, unitNo: at % 2 ? contestUnits.city : contestUnits.county, startedAt },
      ...{ score: 100 - at, usedMs: 61_000 + at },
    })),
  )
  await viewPages(db, contest, [{ at: startedAt, unitNo: 0, views: 1234 }])
  const rules = { ranking: { people: 100, units: 'people' as const, shown: false } }
  hidden = await addCountedContest(db, { rules, title: '不公布排名的竞赛' })
  await playAttempts(db, hidden, [{ player: 1, n: 0, unitNo: contestUnits.city, startedAt, score: 100 }])
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const page = async (url: string) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html' } })
const ranking = async (slug: string): Promise<PublicRanking> =>
  (await (await app.as('anonymous')).get(`/play/${slug}/ranking`)).json()

test('what is on stands on the list, with who holds it and how many play', async () => {
  const { body, statusCode } = await page('/contests')
  expect(statusCode).toBe(200)
  expect(body).toContain('全民科学素质&lt;竞赛&gt;')
  expect(body).toContain('60 人参加')
  expect(body).toContain(`href="/play/${contest.slug}"`)
  expect((await page('/sitemap.xml')).body).toContain(`/contests/${contest.slug}<`)
})

test('a contest says its rules, its numbers and who is ahead, by masked names', async () => {
  const { body } = await page(`/contests/${contest.slug}`)
  expect(body).toContain('每次 10 题')
  expect(body).toContain('<dd>1,234</dd>')
  expect(body).toContain('云岭市科协')
  expect(body).toMatch(/选\*+1</)
  expect(body).not.toMatch(/选手名\d/)
})

test('the ranking is paged within the top list', async () => {
  const first = (await page(`/contests/${contest.slug}/ranking`)).body
  expect(first.match(/<td class="place">/g)).toHaveLength(50)
  const second = (await page(`/contests/${contest.slug}/ranking?page=2`)).body
  expect(second.match(/<td class="place">/g)).toHaveLength(10)
  expect(second).toContain('<td class="place">51</td>')
  expect((await page(`/contests/${contest.slug}/ranking?list=units`)).body).toContain('溪口县科协')
  expect((await page(`/contests/${contest.slug}/ranking?list=nothing`)).statusCode).toBe(200)
})

test('phones get the same, from the fast lane', async () => {
  const found = await ranking(contest.slug)
  expect(found.people).toHaveLength(60)
  expect(found.people[0]).toMatchObject({ place: 1, score: 100, used: 61 })
  expect(found.units.map(({ name }) => name).sort()).toEqual(['云岭市科协', '溪口县科协'])
  expect(found.cities).toMatchObject([{ place: 1, name: '云岭市科协', people: 60 }])
  expect(found.total).toEqual({ people: 60, attempts: 60, views: 1234 })
  expect(Object.keys(found).sort()).toEqual(Object.keys(PublicRanking.properties).sort())
})

test('a contest that shows no ranking shows none anywhere', async () => {
  expect(await ranking(hidden.slug)).toMatchObject({ shown: false, people: [], units: [], cities: [] })
  const { body } = await page(`/contests/${hidden.slug}`)
  expect(body).not.toContain('排行榜')
  expect(body).not.toMatch(/选\*/)
  expect((await page(`/contests/${hidden.slug}/ranking`)).statusCode).toBe(404)
})

test('what is being prepared or rehearsed is not there', async () => {
  const { db } = app.connection
  for (const state of ['draft', 'rehearsal'] as const) {
    const own = await addCountedContest(db, { state, title: `内部的${state}` })
    expect((await page(`/contests/${own.slug}`)).statusCode).toBe(404)
    expect((await page(`/contests/${own.slug}/ranking`)).statusCode).toBe(404)
    expect((await page('/contests')).body).not.toContain(`内部的${state}`)
    await db.execute(sql`delete from contest where id = ${own.id}`)
  }
})
