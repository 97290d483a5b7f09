import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AskLinks, ServicePage, ServiceRecord, ServiceTotals } from '../../contract/index.ts'
import { addServiceItem, type ServiceItemWish } from './service.fixture.ts'

let app: TestApp
const now = new Date('2021-08-13T02:00:00Z')
const clock: Clock = { now: () => now }
beforeAll(async () => {
  app = await openTestApp({ clock })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
let [address, others] = ['', 0]
beforeEach(async () => {
  address = `198.51.100.${++others}`
  await app.connection.db.execute(sql`delete from ledger`)
})

const add = (wish: ServiceItemWish = {}) => addServiceItem(app.connection.db, wish)
const get = async (id: string, by: Persona = 'coordinator@city'): Promise<ServiceRecord> => {
  const answer = await (await app.as(by)).get(`/api/services/${id}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const post = async (id: string, deed: string, body: object, by: Persona = 'coordinator@city') =>
  (await app.as(by)).post(`/api/services/${id}/${deed}`, body)
const outcome = {
  version: 0,
  people: 120,
  attendances: 300,
  words: '讲了三场，教会剪枝。',
  budget: '5000.50',
  spent: '4800',
}
const words = { version: null, title: '柳树沟村学剪枝', words: '请农技专家到村里讲课。', outcome: '' }
const links = async (id: string, count: number): Promise<string[]> => {
  const answer = await post(id, 'ask', { links: count, lastDay: '2021-08-31' })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<AskLinks>().paths
}
const vote = async (url: string, choice: string, said = '') =>
  (await app.as('anonymous')).request({
    method: 'POST',
    url,
    remoteAddress: address,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ choice, words: said }).toString(),
  })
const page = async (url: string) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html' } })

describe('outcome', () => {
  test('is written by who works on it, exact to the fen, people and attendances apart', async () => {
    const { id } = await add()
    const answer = await post(id, 'outcome', outcome, 'reporter@city')
    expect(answer.json<ServiceRecord>()).toMatchObject({
      outcome: { people: 120, attendances: 300, words: outcome.words },
      budget: '5000.50',
      spent: '4800',
      version: 1,
    })
    expect((await post(id, 'outcome', outcome, 'reporter@city')).json().code).toBe('changed-meanwhile')
    expect((await post(id, 'outcome', { ...outcome, version: 1 }, 'reporter@sister')).statusCode).toBe(404)
  })

  test.each([
    [{ people: -1 }],
    [{ people: 1.5 }],
    [{ spent: '1.005' }],
    [{ spent: '-1' }],
    [{ spent: 12 }],
    [{ words: ' ' }],
  ])('%o is refused', async part => {
    const { id } = await add()
    expect((await post(id, 'outcome', { ...outcome, ...part })).statusCode).toBe(400)
  })

  test('stays as it was once the item is closed', async () => {
    const { id } = await add({ state: 'closed' })
    expect((await post(id, 'outcome', outcome, 'reporter@city')).json().code).toBe('service-not-now')
  })

  test('comes before the item is fed back, whichever way that is written', async () => {
    const { db } = app.connection
    const { id } = await add()
    const feedBack = () => db.execute(sql`update ledger_item set state = 'feedback' where id = ${id}`)
    await expect(feedBack()).rejects.toThrow()
    await post(id, 'outcome', outcome)
    await feedBack()
    const other = await add({ rules: { outcome: false } })
    await db.execute(sql`update ledger_item set state = 'feedback' where id = ${other.id}`)
  })
})

describe('the public list', () => {
  test('a coordinator who keeps it publishes words of their own, and takes them back', async () => {
    const { id } = await add({ unitId: testUnits.county })
    expect((await post(id, 'publish', words, 'coordinator@county')).statusCode).toBe(404)
    expect((await post(id, 'publish', words, 'unit-lead@city')).statusCode).toBe(404)
    const shown = (await post(id, 'publish', words)).json<ServiceRecord>()
    expect(shown.publication).toMatchObject({ title: words.title, publishedAt: now.toISOString() })
    expect((await page(`/services/${id}`)).body).toContain(words.title)
    expect((await post(id, 'publish', words)).json().code).toBe('changed-meanwhile')
    const back = await post(id, 'withdraw', { version: shown.publication!.version })
    expect(back.json<ServiceRecord>().publication).toMatchObject({ title: words.title, publishedAt: null })
    expect((await page(`/services/${id}`)).statusCode).toBe(404)
    const trail = await rowsOf(
      app.connection.db,
      sql`select action from audit_entry where object = ${id} and outcome = 'done' order by id`,
    )
    expect(trail).toEqual([{ action: 'service.publish' }, { action: 'service.withdraw' }])
  })

  test('shows the public words and facts, and nothing that is written inside', async () => {
    const { id } = await add({
      title: '内部标题',
      percent: 40,
      milestones: [
        { no: 1, name: '联系专家', day: '2021-07-01', done: '2021-06-30' },
        { no: 2, name: '开课', day: '2021-09-01', done: null },
      ],
    })
    const { db } = app.connection
    await db.execute(sql`update ledger_item set problem = '老王家的果树', measure = '内部措施', owner_name = '赵某某',
      leader_name = '钱某某' where id = ${id}`)
    await post(id, 'publish', { ...words, words: '第一行。\n<b>第二行</b>' })
    for (const url of ['/services', `/services/${id}`]) {
      const { body } = await page(url)
      expect(body).toContain(words.title)
      expect(body).toContain('40%')
      expect(body).not.toMatch(/内部标题|内部措施|老王家|赵某某|钱某某|<b>第二/)
    }
    const { body } = await page(`/services/${id}`)
    expect(body).toMatch(/联系专家[\s\S]*开课/)
    expect(body).toContain('&lt;b&gt;第二行')
  })

  test('follows the item: what is cancelled is gone, what is done says so, with the outcome', async () => {
    const { db } = app.connection
    const [gone, done] = [await add(), await add({ title: '第二件' })]
    await post(gone.id, 'publish', words)
    await post(done.id, 'outcome', outcome)
    await post(done.id, 'publish', { ...words, title: '第二件实事', outcome: '乡亲们学会了剪枝。' })
    expect((await page(`/services/${done.id}`)).body).not.toContain('乡亲们学会了剪枝')
    await db.execute(sql`update ledger_item set state = 'cancelled' where id = ${gone.id}`)
    await db.execute(sql`update ledger_item set state = 'closed', closed_day = '2021-08-10', percent = 100, summary = '{}'
      where id = ${done.id}`)
    expect((await page(`/services/${gone.id}`)).statusCode).toBe(404)
    const { body } = await page(`/services/${done.id}`)
    expect(body).toMatch(/已办结/)
    expect(body).toContain('乡亲们学会了剪枝')
    expect(body).toContain('120 人')
    const list = await page('/services?state=done')
    expect([list.body.includes('第二件实事'), list.body.includes(words.title)]).toEqual([true, false])
  })

  test('is filtered by place and turned in pages', async () => {
    for (let i = 0; i < 22; i++) {
      const { id } = await add({
        unitId: i === 0 ? testUnits.sister : testUnits.county,
        keeperId: testUnits.root,
      })
      await post(id, 'publish', { ...words, title: `实事第${i}件` }, 'coordinator')
    }
    const first = await page('/services')
    expect(first.body).toContain('22 件')
    expect(first.body).toContain('/services?page=2')
    const sister = await page(`/services?city=${testUnits.sister}`)
    expect(sister.body).toContain('实事第0件')
    expect(sister.body).not.toContain('实事第1件')
    expect((await page('/services?city=nobody')).statusCode).toBe(200)
    const feed = await page('/services.json')
    expect(feed.json()).toMatchObject({ total: 22, items: expect.any(Array) })
    expect(feed.body).not.toContain('keeper')
  })
})

describe('satisfaction', () => {
  test('each link is good for one answer; the mean, the breakdown and the mark follow the rule', async () => {
    const { id } = await add({ state: 'closed' })
    const made = await links(id, 5)
    expect(new Set(made).size).toBe(5)
    expect((await page(made[0]!)).body).toContain('您满意吗')
    expect((await vote(made[0]!, 'good')).statusCode).toBe(303)
    expect((await page(made[0]!)).body).toContain('已经用过')
    await vote(made[0]!, 'poor')
    await vote(made[1]!, 'fair')
    const few = (await get(id)).satisfaction!
    expect(few).toMatchObject({ links: 5, used: 2, answers: 2, counts: null, mean: null, passed: null })
    await vote(made[2]!, 'poor')
    await vote(made[3]!, 'unknown')
    expect((await get(id)).satisfaction).toMatchObject({
      used: 4,
      answers: 4,
      counts: { good: 1, fair: 1, poor: 1, unknown: 1 },
      mean: '76.6',
      passed: true,
    })
  })

  test('guessed, foreign and late links open nothing; what is wrong comes back with the words', async () => {
    const { id } = await add({ state: 'closed' })
    const [link] = await links(id, 1)
    const guess = `${link!.slice(0, -6)}AAAAAA`
    expect([(await page(guess)).statusCode, (await vote(guess, 'good')).statusCode]).toEqual([404, 404])
    const wrong = await vote(link!, 'splendid', '讲得好<i>')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('讲得好&lt;i&gt;')
    await app.connection.db.execute(sql`update service_ask set last_day = '2021-08-12'`)
    expect((await page(link!)).body).toContain('已经结束')
    await vote(link!, 'good')
    expect((await get(id)).satisfaction).toMatchObject({ answers: 0, used: 0 })
  })

  test('below the mark the item is flagged, never opened silently; above it again the flag goes', async () => {
    const { id } = await add({ state: 'closed' })
    const made = await links(id, 6)
    for (const link of made.slice(0, 3)) await vote(link, 'poor')
    const state = async () =>
      (await rowsOf(app.connection.db, sql`select state, flag from ledger_item where id = ${id}`))[0]
    expect(await state()).toEqual({ state: 'closed', flag: 'satisfaction' })
    expect((await get(id)).satisfaction).toMatchObject({ mean: '55', passed: false })
    await vote(made[3]!, 'good')
    expect(await state()).toEqual({ state: 'closed', flag: null })
  })

  test('opened again, earlier links are over and earlier answers are of another round', async () => {
    const { id } = await add({ state: 'closed' })
    const made = await links(id, 4)
    for (const link of made.slice(0, 3)) await vote(link, 'poor')
    const { db } = app.connection
    await db.execute(sql`update ledger_item set state = 'doing', reopened = 1, flag = null where id = ${id}`)
    expect((await page(made[3]!)).body).toContain('已经结束')
    await db.execute(sql`update ledger_item set state = 'closed' where id = ${id}`)
    expect((await page(made[3]!)).body).toContain('已经结束')
    expect((await get(id)).satisfaction).toMatchObject({ links: 0, answers: 0 })
    const [again] = await links(id, 1)
    expect((await vote(again!, 'good')).statusCode).toBe(303)
    expect((await get(id)).satisfaction).toMatchObject({ answers: 1 })
  })

  test('nothing kept ties an answer to a link: no column, no time, no order, no transaction', async () => {
    const { id } = await add({ state: 'closed' })
    const made = await links(id, 4)
    for (const [at, choice] of (['good', 'poor', 'fair'] as const).entries())
      await vote(made[at]!, choice, `留言${at}`)
    const { db } = app.connection
    const answers = await rowsOf<Record<string, unknown>>(
      db,
      sql`select a.*, a.xmin::text from service_answer a`,
    )
    expect(Object.keys(answers[0]!).sort()).toEqual(['choice', 'day', 'id', 'item_id', 'round', 'xmin'])
    expect(new Set(answers.map(row => row['xmin'])).size).toBe(1)
    expect(answers.map(row => row['id'])).toEqual(answers.map(row => row['id']).sort())
    const [ask] = await rowsOf<{ used: string[]; open: string[] }>(
      db,
      sql`select used, open from service_ask`,
    )
    expect(ask!.used).toEqual([...ask!.used].sort())
    expect([ask!.used.length, ask!.open.length]).toEqual([3, 1])
    const trail = await rowsOf(
      db,
      sql`select 1 from audit_entry where action like 'satisfaction%' or actor_id = 'anonymous'
      and object = ${id}`,
    )
    expect(trail).toEqual([])
  })

  test('words are read by who keeps the item first, and by its unit when they were let through', async () => {
    const { id } = await add({ state: 'closed', unitId: testUnits.county })
    const [link] = await links(id, 1)
    await vote(link!, 'good', '讲得\u202e好，谢谢。')
    const waiting = (await get(id)).satisfaction!.words
    expect(waiting).toMatchObject([{ words: '讲得好，谢谢。', state: 'waiting', day: '2021-08-13' }])
    expect((await get(id, 'unit-lead@county')).satisfaction!.words).toEqual([])
    const let_ = async (state: string, by: Persona) => post(id, `words/${waiting[0]!.id}`, { state }, by)
    expect((await let_('shown', 'coordinator@county')).statusCode).toBe(404)
    expect((await let_('shown', 'coordinator@city')).statusCode).toBe(200)
    expect((await get(id, 'unit-lead@county')).satisfaction!.words).toHaveLength(1)
    await let_('hidden', 'coordinator@city')
    expect((await get(id, 'unit-lead@county')).satisfaction!.words).toEqual([])
  })

  test('links are made by who keeps the item, for what is done, until a day to come', async () => {
    const { id } = await add({ state: 'closed', unitId: testUnits.county })
    const ask = (body: object, by: Persona) =>
      post(id, 'ask', { links: 1, lastDay: '2021-08-31', ...body }, by)
    expect((await ask({}, 'coordinator@county')).statusCode).toBe(404)
    expect((await ask({ lastDay: '2021-08-12' }, 'coordinator@city')).json().code).toBe('ask-day-past')
    expect((await ask({ links: 501 }, 'coordinator@city')).statusCode).toBe(400)
    const open = await add()
    expect((await post(open.id, 'ask', { links: 1, lastDay: '2021-08-31' })).json().code).toBe(
      'service-not-now',
    )
  })
})

describe('totals', () => {
  test('equal a count from the raw rows, and every figure opens the list it counts', async () => {
    const { db } = app.connection
    const made = []
    for (let i = 0; i < 12; i++) {
      const item = await add({
        unitId: [testUnits.city, testUnits.county, testUnits.sister][i % 3]!,
        keeperId: testUnits.root,
        state: (['doing', 'closed', 'dispatched', 'settled'] as const)[i % 4]!,
        budget: 1000.1 + i,
        spent: 900.05,
      })
      made.push(item)
      if (i % 2 === 0)
        await db.execute(sql`insert into service_outcome (item_id, people, attendances, words, updated_by, updated_name, updated_at)
          values (${item.id}, ${10 + i}, ${i % 4 === 0 ? 100 : null}, '成', 'x', '甲', now())`)
      if (i % 3 === 0) await post(item.id, 'publish', words, 'coordinator')
    }
    const poor = made.find((_, i) => i % 4 === 1)!
    const asked = await post(poor.id, 'ask', { links: 3, lastDay: '2021-08-31' }, 'coordinator')
    for (const link of asked.json<AskLinks>().paths) await vote(link, 'poor')
    const totals = (await (await app.as('coordinator')).get('/api/service-totals')).json<ServiceTotals>()
    // Asked one by one, in another way.
    const rows = await rowsOf<{
      unit: string
      state: string
      budget: string
      spent: string
      people: number
      attendances: number
    }>(
      db,
      sql`select i.unit_id as unit, i.state, i.budget, i.spent, coalesce(o.people, 0) as people,
        coalesce(o.attendances, 0) as attendances from ledger_item i left join service_outcome o on o.item_id = i.id`,
    )
    const add2 = (all: number[]) => all.reduce((sum, each) => sum + each, 0)
    for (const { unitId, ...sums } of [...totals.rows, { unitId: null, ...totals.whole }]) {
      const own = rows.filter(row => unitId === null || row.unit === unitId)
      expect(sums.items).toBe(own.length)
      expect(sums.people).toBe(add2(own.map(row => row.people)))
      expect(sums.attendances).toBe(add2(own.map(row => row.attendances)))
      expect(Math.round(Number(sums.budget) * 100)).toBe(
        Math.round(add2(own.map(row => Number(row.budget))) * 100),
      )
      expect(Math.round(Number(sums.spent) * 100)).toBe(
        Math.round(add2(own.map(row => Number(row.spent))) * 100),
      )
      expect(sums.done).toBe(own.filter(row => ['closed', 'settled'].includes(row.state)).length)
      for (const group of ['open', 'done', 'failing', 'public', 'all'] as const) {
        const query = `group=${group}${unitId === null ? '' : `&unit=${unitId}`}`
        const list = (await (await app.as('coordinator')).get(`/api/services?${query}`)).json<ServicePage>()
        expect(list.total, query).toBe(group === 'all' ? sums.items : sums[group])
      }
    }
    expect([totals.whole.failing, totals.whole.public]).toEqual([1, 4])
    const below = (await (await app.as('coordinator@city')).get('/api/service-totals')).json<ServiceTotals>()
    expect(below.rows.map(row => row.unitId).sort()).toEqual([testUnits.city, testUnits.county].sort())
    const sheet = await (await app.as('coordinator')).post('/api/service-totals/export', {})
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})
