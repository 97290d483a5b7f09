/** Who plays, by the routes: joining, coming in again, and everything that is wrong with a wish. */
import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContestRules, Paper, Result, Standing } from '../../contract/index.ts'
import { type OpenContest, openContestOf } from '../play/play.fixture.ts'
import { codeOf, openPhone, playersOf, someDetails, wishKey } from './identity.fixture.ts'
import { makeCode } from './make-code.ts'

let app: TestApp
let now = Date.parse('2026-11-20T02:00:00Z')
const window = { opensAt: '2026-11-01T00:00:00Z', closesAt: '2026-12-01T00:00:00Z' }

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(now) } })
})
afterAll(() => app.close())

async function open(rules: Partial<ContestRules> = {}) {
  const contest = await openContestOf(app.connection.db, app.sealer, { rules: { ...window, ...rules } })
  return { ...contest, phone: await openPhone(app, contest.slug) }
}
const players = (contest: OpenContest) => playersOf(app.connection.db, contest.no)

describe('a nickname with a unit', () => {
  test('joins once, and the same wish sent again is the same player', async () => {
    const contest = await open()
    const wish = { kind: 'nickname', wishKey: wishKey(), details: someDetails({ nickname: ' 科普　达人 ' }) }
    const first = await contest.phone.join(wish)
    expect(first).toMatchObject({
      nickname: '科普 达人',
      attempts: 0,
      today: 0,
      leftToday: null,
      group: null,
    })
    expect(first.unitName).not.toBeNull()
    const again = await contest.phone.join(wish)
    expect({ ...again, ticket: '' }).toEqual({ ...first, ticket: '' })
    const [player, ...more] = await players(contest)
    expect(more).toEqual([])
    expect(player).toMatchObject({ nickname: '科普 达人', unit_no: 1, sealed: null, code: first.code })
  })

  test('is refused to somebody else, however it is spelt, and free in another unit', async () => {
    const contest = await open()
    await contest.phone.join({ kind: 'nickname', details: someDetails({ nickname: 'Alice李' }) })
    const other = { kind: 'nickname', details: someDetails({ nickname: 'ａＬＩＣＥ 李' }) }
    expect(await contest.phone.refusal(other)).toBe('nickname-taken')
    await contest.phone.join({ ...other, details: { ...other.details, unitNo: 2 } })
    expect(await players(contest)).toHaveLength(2)
  })

  test('comes in on another device by its code, however that is typed, with what was played before', async () => {
    const contest = await open({ attempts: { perDay: 2, inAll: 5 } })
    const standing = await contest.phone.join({ kind: 'nickname', details: someDetails() })
    const begun = await contest.phone.post('paper', { ticket: standing.ticket })
    const { token, order } = begun.json<Paper>()
    const result = await contest.phone.post('hand-in', { token, answers: order.map(() => []) })
    expect(result.json<Result>().counted).toBe('now')
    const typed = ` ${standing.code.slice(0, 5).toLowerCase()}-${standing.code.slice(5)}`
    const back = await contest.phone.join({ kind: 'player-code', code: typed })
    expect(back).toMatchObject({
      nickname: standing.nickname,
      attempts: 1,
      today: 1,
      leftToday: 1,
      leftInAll: 4,
    })
    // Also by the ticket of before, that is behind by now.
    const fresh = await contest.phone.post('standing', { ticket: standing.ticket })
    expect(fresh.json<Standing>()).toMatchObject({ attempts: 1, code: standing.code })
  })

  test('may be nothing that hides or tells too much', async () => {
    const contest = await open()
    const refused = (nickname: string) =>
      contest.phone.refusal({ kind: 'nickname', details: someDetails({ nickname }) })
    expect(await refused('李')).toBe('nickname-length')
    expect(await refused('李\u202e四')).toBe('nickname-characters')
    expect(await refused('李13800138000')).toBe('nickname-number')
    expect(await players(contest)).toEqual([])
  })

  test('is not enough to come in when the contest is over', async () => {
    const contest = await open()
    const wish = { kind: 'nickname', wishKey: wishKey(), details: someDetails() }
    const { code } = await contest.phone.join(wish)
    now = Date.parse('2026-12-01T00:00:01Z')
    expect(await contest.phone.refusal({ kind: 'nickname', details: someDetails() })).toBe('join-closed')
    expect(await contest.phone.refusal({ ...wish, wishKey: wishKey() })).toBe('nickname-taken')
    expect(await contest.phone.join(wish)).toMatchObject({ code })
    expect(await contest.phone.join({ kind: 'player-code', code })).toMatchObject({ code })
    now = Date.parse('2026-11-20T02:00:00Z')
  })
})

describe('what a contest asks for', () => {
  const groups = [
    { key: 'youth', name: '青少年组' },
    { key: 'public', name: '公众组' },
  ]
  test('group, unit, age and consent must be said', async () => {
    const { phone } = await open({ groups, privacy: { notice: '只收昵称。', minimumAge: 14, keepDays: 30 } })
    const whole = someDetails({ groupKey: 'public', guardian: false })
    const without = (key: string) =>
      phone.refusal({
        kind: 'nickname',
        details: Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)),
      })
    expect(await without('groupKey')).toBe('join-group-missing')
    expect(await without('unitNo')).toBe('join-unit-missing')
    expect(await without('guardian')).toBe('join-age-missing')
    expect(await without('consent')).toBe('bad-request')
    const wrong = (more: object) => phone.refusal({ kind: 'nickname', details: { ...whole, ...more } })
    expect(await wrong({ groupKey: 'nobody' })).toBe('join-group-missing')
    expect(await wrong({ unitNo: 9999 })).toBe('join-unit-missing')
    expect(await wrong({ consent: false })).toBe('bad-request')
    expect(await wrong({ admin: true })).toBe('bad-request')
    const standing = await phone.join({ kind: 'nickname', details: whole })
    expect(standing.group).toBe('公众组')
  })

  test('another way to come in than the contest’s is refused', async () => {
    const { phone } = await open()
    const details = someDetails()
    expect(await phone.refusal({ kind: 'phone', phone: '13800138000', oneTimeCode: '000000', details })).toBe(
      'join-other-way',
    )
    expect(await phone.refusal({ kind: 'code', entryCode: '2345678923', details })).toBe('join-other-way')
    expect(await phone.refusal({ kind: 'oauth', grant: 'x'.repeat(60), details })).toBe('join-other-way')
    expect(await phone.refusal({ kind: 'else', details })).toBe('bad-request')
    expect(codeOf(await phone.post('phone-code', { phone: '13800138000' }))).toBe('join-other-way')
  })

  test('units are told by cities, are kept by phones, and change with the run alone', async () => {
    const contest = await open()
    const first = await contest.phone.get('units')
    const units = first.json<{ units: { no: number; name: string; more: boolean }[] }>().units
    expect(units.find(({ name }) => name === '云岭市科协')?.more).toBe(true)
    expect(units.find(({ name }) => name === '海州市科协')?.more).toBe(false)
    expect(units.some(({ name }) => name === '溪口县科协')).toBe(false)
    const city = units.find(({ name }) => name === '云岭市科协')!.no
    const inside = await contest.phone.get(`units?city=${city}`)
    expect(inside.json<{ units: { name: string }[] }>().units.map(({ name }) => name)).toEqual([
      '云岭市科协',
      '溪口县科协',
    ])
    const tag = String(first.headers['etag'])
    const kept = await contest.phone.get('units', { 'if-none-match': tag })
    expect([kept.statusCode, kept.body]).toEqual([304, ''])
    expect((await contest.phone.get('units?city=99999')).statusCode).toBe(404)
    expect((await contest.phone.get('units?city=x')).statusCode).toBe(400)
  })
})

describe('hostile wishes', () => {
  test('a ticket or a code of another contest, or of an earlier run, opens nothing', async () => {
    const [one, other] = [await open(), await open()]
    const standing = await one.phone.join({ kind: 'nickname', details: someDetails() })
    expect(codeOf(await other.phone.post('standing', { ticket: standing.ticket }))).toBe('contest-token')
    expect(await other.phone.refusal({ kind: 'player-code', code: standing.code })).toBe('player-code-wrong')
    const flipped = `${standing.ticket.slice(0, -3)}${standing.ticket.endsWith('AAA') ? 'BBB' : 'AAA'}`
    expect(codeOf(await one.phone.post('standing', { ticket: flipped }))).toBe('contest-token')
    await app.connection.db.execute(
      sql`update contest set run = run + 1, revision = revision + 1 where id = ${one.id}`,
    )
    app.contest.contests.forget(one.slug)
    expect(codeOf(await one.phone.post('standing', { ticket: standing.ticket }))).toBe('contest-token')
  })

  test('who tries many codes of players has to wait', async () => {
    const { phone } = await open()
    const answers = new Set<string>()
    // Good ones by their check letter, so that each is looked for.
    for (let at = 0; at < 65; at++)
      answers.add(await phone.refusal({ kind: 'player-code', code: makeCode(10) }))
    expect([...answers]).toEqual(['player-code-wrong', 'too-many-requests'])
  })

  test('NUL, huge and nested values are refused before anything is asked of the database', async () => {
    const { phone } = await open()
    const wish = (details: object) => phone.refusal({ kind: 'nickname', details })
    expect(await wish({ ...someDetails(), nickname: 'x'.repeat(1000) })).toBe('bad-request')
    expect(await wish({ ...someDetails(), nickname: { $ne: 1 } })).toBe('bad-request')
    expect(await wish({ ...someDetails(), nickname: '李\u0000四' })).not.toBe('internal')
    expect(await wish({ ...someDetails(), unitNo: 1.5 })).toBe('bad-request')
    expect(await phone.refusal({ kind: 'nickname', wishKey: 'short', details: someDetails() })).toBe(
      'bad-request',
    )
    expect(codeOf(await phone.post('join', []))).toBe('bad-request')
    expect(
      (await (await openPhone(app, 'nothing')).post('standing', { ticket: 'x'.repeat(70) })).statusCode,
    ).toBe(404)
  })
})

test('units outside the contest are none of its choices', async () => {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: window,
    unitId: testUnits.city,
  })
  const phone = await openPhone(app, contest.slug)
  const units = (await phone.get('units')).json<{ units: { name: string }[] }>().units
  expect(units.map(({ name }) => name)).toEqual(['云岭市科协', '溪口县科协'])
})
