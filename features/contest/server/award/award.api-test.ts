/** What players get by their code alone, and what strangers do not. */
import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlayedContest, playedContest, testCode } from './award.fixture.ts'
import { publishResults } from './result/publish-results.ts'
import { verifyResults } from './result/verify-results.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ settings: { PUBLIC_URL: 'http://jianbao.test' } })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const page = async (url: string) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html' } })
const form = async (url: string, fields: Record<string, string>) =>
  (await app.as('anonymous')).request({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const played = (wish: Parameters<typeof playedContest>[2] = {}) =>
  playedContest(app.connection.db, app.sealer, wish)
const publish = async (contest: PlayedContest) => {
  const made = await app.connection.db.transaction(tx =>
    publishResults(tx, { contestId: contest.id, now: new Date() }),
  )
  await app.connection.db.execute(sql`update contest set state = 'published' where id = ${contest.id}`)
  return made
}
const words = async (pdf: Buffer): Promise<string> => {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { items } = await (await document.getPage(1)).getTextContent()
  return items
    .map(item => ('str' in item ? item.str : ''))
    .join('')
    .replace(/\s/g, '')
}

test('a player fetches a certificate by code, and anybody checks it by its number, which tells no more than it must', async () => {
  const contest = await played()
  const [first] = contest.players
  const url = `/contests/${contest.slug}/certificate`
  const listed = await form(url, { code: first!.code.toLowerCase() })
  expect(listed.statusCode).toBe(200)
  expect(listed.body).toContain('优秀奖')
  expect(listed.body).toContain('参与奖')
  // The place is not public yet.
  expect(listed.body).not.toContain('value="first"')
  expect((await form(url, { code: first!.code, kind: 'first' })).statusCode).toBe(422)
  const whole = await form(url, { code: first!.code, kind: 'good', name: 'whole' })
  expect(whole.headers['content-type']).toContain('application/pdf')
  const text = await words(whole.rawPayload)
  expect(text).toContain('李晓宁')
  expect(text).toContain('最好成绩100分')
  const number = /check\/([0-9A-Z]{16})/.exec(text)![1]!
  const masked = await form(url, { code: first!.code, kind: 'good', name: 'masked' })
  expect(await words(masked.rawPayload)).toContain('李*宁')
  expect(await words(masked.rawPayload)).toContain(number)
  const checked = await page(`/contests/check/${number}`)
  expect(checked.statusCode).toBe(200)
  expect(checked.body).toContain('查到了')
  expect(checked.body).toContain('李*宁')
  expect(checked.body).not.toContain('李晓宁')
  expect(checked.body).not.toContain(first!.code)
  expect(checked.headers['cache-control']).toBe('private, no-store')
})

test('wrong codes and numbers are all answered alike, whatever they are', async () => {
  const contest = await played({ players: [{ nickname: '甲乙' }] })
  const code = contest.players[0]!.code
  const other = testCode(4711)
  for (const path of ['certificate', 'check']) {
    const answers = await Promise.all(
      [
        '',
        other,
        `${code.slice(0, -1)}2`,
        `${code}'; drop table contest`,
        '%00',
        '<script>',
        '１２３４５６７８９０',
      ].map(typed => form(`/contests/${contest.slug}/${path}`, { code: typed })),
    )
    for (const answer of answers) {
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('没有找到这个参赛码')
      expect(answer.body).not.toContain('<script>')
      expect(answer.body).not.toContain('甲')
    }
    expect((await form(`/contests/${contest.slug}/${path}`, { code: 'A'.repeat(300) })).statusCode).toBe(400)
    expect((await form(`/contests/nobody-knows-it/${path}`, { code })).statusCode).toBe(404)
  }
  const nothing = (await page('/contests/check/0000000000000000')).body
  for (const number of ['ABCD', '%3Cscript%3E', 'U'.repeat(16), '0'.repeat(17)])
    expect((await page(`/contests/check/${number}`)).body.includes('没有查到这份证书'), number).toBe(true)
  expect(nothing).toContain('没有查到这份证书')
})

test('results are public after the publication alone: page, file, own line with its proof, places on certificates', async () => {
  const contest = await played()
  const base = `/contests/${contest.slug}`
  expect((await page(`${base}/results`)).body).toContain('成绩还没有公示')
  expect((await page(`${base}/results/file`)).statusCode).toBe(404)
  const { root } = await publish(contest)
  const shown = await page(`${base}/results`)
  expect(shown.body).toContain(root)
  expect(shown.body).toContain('O***&gt;')
  const file = await page(`${base}/results/file`)
  const own = await form(`${base}/check`, { code: contest.players[2]!.code })
  const receipt = /核验凭据<\/dt><dd><code>([0-9a-f]{32})/.exec(own.body)![1]!
  expect(own.body).toContain(root)
  const verified = verifyResults(file.rawPayload, { root, code: contest.players[2]!.code, receipt })
  expect(verified).toMatchObject({ lines: 8, ownLine: 4, faults: [] })
  const table = await page(`${base}/results/file?as=csv`)
  expect(table.body.split('\r\n')[1]).toMatch(/^1,李\*宁,.*,100,60.0,1,[0-9a-f]{64}$/)
  const certificate = await form(`${base}/certificate`, { code: contest.players[0]!.code, kind: 'first' })
  expect(await words(certificate.rawPayload)).toContain('列第1名')
  expect(
    (await form(`${base}/certificate`, { code: contest.players[1]!.code, kind: 'first' })).statusCode,
  ).toBe(422)
  // 撤下公示: what was a place is none any more, also for who checks.
  const number = /check\/([0-9A-Z]{16})/.exec(await words(certificate.rawPayload))![1]!
  expect((await page(`/contests/check/${number}`)).body).toContain('查到了')
  await app.connection.db.execute(sql`update contest set state = 'closed' where id = ${contest.id}`)
  expect((await page(`/contests/check/${number}`)).body).toContain('没有查到')
  expect((await page(`${base}/results/file`)).statusCode).toBe(404)
  expect((await page(`${base}/results`)).body).not.toContain(root)
})

test('a page of the list begins where a place is asked for, group by group', async () => {
  const players = Array.from({ length: 150 }, (_, at) => ({
    nickname: `选手${at}号`,
    score: 1000 - at,
    groupKey: at % 3 ? 'adult' : 'youth',
  }))
  const rules = {
    groups: [
      { key: 'youth', name: '青少年组' },
      { key: 'adult', name: '成人组' },
    ],
  }
  const contest = await played({ players, rules })
  await publish(contest)
  const at = async (query: string) => (await page(`/contests/${contest.slug}/results${query}`)).body
  const first = await at('')
  expect(first).toContain('id="l1"')
  expect(first).toContain('id="l64"')
  expect(first).not.toContain('id="l65"')
  // 50 of the first group, then the others: the thirtieth of those stands on line 80.
  expect(await at('?group=adult&place=30')).toContain('id="l80"')
  expect(await at('?page=3')).toContain('id="l150"')
  expect(await at('?page=99')).toContain('这一页没有名单')
  expect(await at('?page=-1&place=%27x')).toContain('id="l1"')
})

test('what was drafted or rehearsed is nobody’s business', async () => {
  for (const state of ['draft', 'rehearsal'] as const) {
    const contest = await played({ state, players: [{}] })
    for (const path of ['certificate', 'check', 'results', 'draws'])
      expect((await page(`/contests/${contest.slug}/${path}`)).statusCode).toBe(404)
    expect(
      (await form(`/contests/${contest.slug}/certificate`, { code: contest.players[0]!.code })).statusCode,
    ).toBe(404)
  }
})

test('who was forgotten has no certificate any more', async () => {
  const contest = await played({ players: [{ nickname: '李晓宁', score: 90 }] })
  const [player] = contest.players
  const pdf = await form(`/contests/${contest.slug}/certificate`, { code: player!.code, kind: 'good' })
  const number = /check\/([0-9A-Z]{16})/.exec(await words(pdf.rawPayload))![1]!
  await app.connection.db.execute(sql`update contest_player set forgotten_at = now(), nickname = '匿名选手'
    where contest_no = ${contest.no} and no = ${player!.no}`)
  expect((await page(`/contests/check/${number}`)).body).toContain('没有查到')
  expect(
    (await form(`/contests/${contest.slug}/certificate`, { code: player!.code, kind: 'good' })).statusCode,
  ).toBe(422)
})
