import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let app: TestApp
let now = new Date('2021-08-13T02:00:00Z')
const clock: Clock = { now: () => now }
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms)
}
beforeAll(async () => {
  app = await openTestApp({
    clock,
    settings: { SMTP_URL: 'smtp://127.0.0.1:1?starttls=off', MAIL_FROM: '简报台 <a@b.cn>' },
  })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
let [address, others] = ['', 0]
beforeEach(async () => {
  address = `198.51.100.${++others}`
  await app.connection.db.execute(sql`delete from need`)
})

const html = { accept: 'text/html' }
const page = async (url: string) => (await app.as('anonymous')).request({ method: 'GET', url, headers: html })
const tokenOf = (body: string): string => /name="token" value="([^"]+)"/.exec(body)![1]!
const openForm = async (): Promise<string> => {
  const token = tokenOf((await page('/services/ask')).body)
  later(5_000)
  return token
}
const wish = {
  words: '想请人来教老人用手机挂号。',
  place: '柳树沟社区',
  unit: testUnits.county,
  kind: 'digital',
  mail: '',
  site: '',
}
const send = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
  (await app.as('anonymous')).request({
    method: 'POST',
    url: '/services/ask',
    remoteAddress: address,
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })
const needs = () =>
  rowsOf<Record<string, unknown>>(
    app.connection.db,
    sql`select number, words, place, unit_id as unit, source, state, contact_sealed as sealed from need order by created_at`,
  )

describe('asking by the form', () => {
  test('needs no script and no name, and names every office under its city', async () => {
    const { body, headers } = await page('/services/ask')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body).not.toContain('<script')
    expect(body).not.toMatch(/<label[^>]*>[^<]*(姓名|电话)/)
    expect(body).toContain(`<option value="${testUnits.county}"`)
    expect(body).toContain('<optgroup label=')
  })

  test('what was asked waits at its unit under a number that tells what becomes of it', async () => {
    const answer = await send({ ...wish, token: await openForm() })
    expect(answer.statusCode, answer.body).toBe(303)
    const [need] = await needs()
    expect(need).toMatchObject({
      words: wish.words,
      unit: testUnits.county,
      source: 'form',
      state: 'waiting',
      sealed: null,
    })
    const shown = await page(answer.headers['location'] as string)
    expect(shown.body).toContain(need!['number'] as string)
    // Whoever finds the number learns nothing of what was typed.
    expect(shown.body).not.toContain('挂号')
    const found = await page(
      `/services/needs?number=${String(need!['number']).toLowerCase().replaceAll('-', '%20')}`,
    )
    expect(found.body).toContain('已收到，等待受理')
    const wrong = await page('/services/needs?number=2222-2222-2222')
    expect(wrong.body).toContain('没有找到这个编号')
    expect((await page('/services/needs/2222-2222-2222')).statusCode).toBe(404)
    const trail = await rowsOf(app.connection.db, sql`select * from audit_entry where action = 'need.ask'`)
    expect(trail).toHaveLength(1)
    expect(JSON.stringify(trail)).not.toMatch(/挂号|柳树沟/)
  })

  test('the same form twice, also at once, is one need', async () => {
    const form = { ...wish, token: await openForm() }
    const answers = await Promise.all([send(form), send(form), send(form)])
    expect(answers.map(answer => answer.statusCode)).toEqual([303, 303, 303])
    expect(new Set(answers.map(answer => answer.headers['location'])).size).toBe(1)
    expect(await needs()).toHaveLength(1)
    const other = await send({ ...form, words: '另外想看一次科普电影。' })
    expect(other.statusCode).toBe(422)
    expect(other.body).toContain('另外想看一次科普电影。')
    later(5_000)
    expect(
      (await send({ ...form, words: '另外想看一次科普电影。', token: tokenOf(other.body) })).statusCode,
    ).toBe(303)
    expect(await needs()).toHaveLength(2)
  })

  test('an address is kept sealed and shown nowhere', async () => {
    const answer = await send({ ...wish, mail: 'wang@example.com', token: await openForm() })
    expect(answer.statusCode).toBe(303)
    const [need] = await needs()
    expect(need!['sealed']).toMatch(/^v1\./)
    const { body } = await (await app.as('coordinator@city')).get('/api/needs')
    expect(body).not.toContain('wang')
    expect(body).not.toContain('v1.')
  })
})

describe('what is wrong is told, and nothing typed is lost', () => {
  test.each([
    [{ words: '  ' }, '请写明需要什么'],
    [{ words: '长'.repeat(1001) }, '最多 1000 个字，现在是 1001 个字'],
    [{ unit: '00000000-0000-4000-8000-00000000dead' }, '请从列表中选择'],
    [{ unit: "' or 1=1" }, '请从列表中选择'],
    [{ kind: 'gold' }, '请选择类别'],
    [{ place: '长'.repeat(61) }, '最多 60 个字'],
    [{ mail: 'not an address' }, '邮箱写得不完整'],
    [{ mail: 'a@b.cn\r\nBcc: x@y.cn' }, '邮箱写得不完整'],
    [{ site: 'https://spam.example' }, '应当空着'],
    [{ token: 'made.up' }, '打开得太久'],
    [{ token: '' }, '打开得太久'],
  ])('%o', async (part: Record<string, string>, told) => {
    const form = { ...wish, words: '要<b>显微镜</b>&"两台"', token: await openForm(), ...part }
    const answer = await send(form)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain(told)
    if (!('words' in part)) expect(answer.body).toContain('要&lt;b&gt;显微镜&lt;/b&gt;&amp;&quot;两台&quot;')
    expect(answer.body).toContain('柳树沟社区'.slice(0, 'place' in part ? 0 : undefined))
    expect(await needs()).toEqual([])
  })

  test('a form sent in a blink, and one opened yesterday, are sent once more', async () => {
    const token = tokenOf((await page('/services/ask')).body)
    const hasty = await send({ ...wish, token })
    expect([hasty.statusCode, hasty.body.includes('提交得太快了')]).toEqual([422, true])
    later(4_000)
    expect((await send({ ...wish, token: tokenOf(hasty.body) })).statusCode).toBe(303)
    const old = await openForm()
    later(25 * 3_600_000)
    const stale = await send({ ...wish, words: '想要一架望远镜。', token: old })
    expect(stale.body).toContain('想要一架望远镜。')
    later(4_000)
    expect((await send({ ...wish, words: '想要一架望远镜。', token: tokenOf(stale.body) })).statusCode).toBe(
      303,
    )
    expect(await needs()).toHaveLength(2)
  })

  test('one address does not send twenty forms a minute', async () => {
    const token = await openForm()
    const codes: number[] = []
    for (let i = 0; i < 22; i++) codes.push((await send({ ...wish, words: '短', token })).statusCode)
    expect(codes).toEqual([...Array(20).fill(422), 429, 429])
  })

  test('a flood is held back, with the words of who was swept along', async () => {
    const token = await openForm()
    await app.connection.db.execute(sql`insert into need (id, number, unit_id, scope_path, source, kind, words, day, search,
        created_at, updated_at)
      select gen_random_uuid(), 'flood ' || n, ${testUnits.county}, '', 'form', 'other', '刷', '2021-08-13', '刷',
        ${now.toISOString()}, ${now.toISOString()} from generate_series(1, 300) n`)
    const answer = await send({ ...wish, token })
    expect(answer.statusCode).toBe(429)
    expect(answer.body).toContain('教老人用手机挂号')
    later(3_700_000)
    expect((await send({ ...wish, token })).statusCode).toBe(303)
  })
})

describe('what is no form of ours', () => {
  test('unknown fields, other pages and bodies too large are refused', async () => {
    const token = await openForm()
    expect((await send({ ...wish, token, admin: 'yes' })).statusCode).toBe(400)
    expect((await send({ ...wish, token }, { origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    expect((await send({ ...wish, words: '长'.repeat(40_000), token })).statusCode).toBe(400)
    expect(await needs()).toEqual([])
  })

  test('a form is taken by no route that is not for one', async () => {
    const answer = await (await app.as('reporter@city')).request({
      method: 'POST',
      url: '/api/needs',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'words=x',
    })
    expect(answer.statusCode).toBe(400)
  })

  test('unseen signs are gone from what is kept', async () => {
    const answer = await send({
      ...wish,
      words: '要\u202e一\u0007台\u0000显微镜\r\n谢谢',
      token: await openForm(),
    })
    expect(answer.statusCode).toBe(303)
    expect((await needs())[0]!['words']).toBe('要一台显微镜\n谢谢')
  })
})
