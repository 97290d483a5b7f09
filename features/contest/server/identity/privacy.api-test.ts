/** What is kept of who plays, how long, and how it goes. */
import { type Row, rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestRules, Paper, PhoneCodeSent, Standing } from '../../contract/index.ts'
import { openContestOf } from '../play/play.fixture.ts'
import { codeOf, openPhone, playersOf, someDetails, wishKey } from './identity.fixture.ts'

let app: TestApp
const start = Date.parse('2026-11-20T02:00:00Z')
let now = start
const day = 86_400_000

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(now) }, profile: 'demonstration' })
})
afterAll(() => app.close())

async function open(rules: Partial<ContestRules> = {}) {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: {
      opensAt: '2026-11-01T00:00:00Z',
      closesAt: '2026-12-01T00:00:00Z',
      identity: { kind: 'phone', provider: null },
      privacy: { notice: '只收手机号和昵称。', minimumAge: 0, keepDays: 30 },
      ...rules,
    },
  })
  const phone = await openPhone(app, contest.slug)
  const joinAs = async (number: string, nickname: string): Promise<Standing> => {
    const sent = await phone.post('phone-code', { phone: number })
    const oneTimeCode = sent.json<PhoneCodeSent>().shown!
    return phone.join({ kind: 'phone', phone: number, oneTimeCode, details: someDetails({ nickname }) })
  }
  return { ...contest, phone, joinAs }
}
const everythingOf = (contestNo: number): Promise<Row[]> =>
  rowsOf(
    app.connection.db,
    sql`select its::text from contest_player its where contest_no = ${contestNo}
      union all select its::text from contest_phone_code its where contest_no = ${contestNo}
      union all select its::text from contest_grant its where contest_no = ${contestNo}
      union all select its::text from contest_entry_code its where contest_no = ${contestNo}`,
  )
const entries = (action: string) =>
  rowsOf<{ object: string; text: string }>(
    app.connection.db,
    sql`select object, its::text as text from audit_entry its where action = ${action} order by id`,
  )

test('who asks to be forgotten is nobody; what they played stays counted, and they do not play twice', async () => {
  const contest = await open()
  const mine = await contest.joinAs('13800138001', '云岭小李')
  const paper = (await contest.phone.post('paper', { ticket: mine.ticket })).json<Paper>()
  await contest.phone.post('hand-in', { token: paper.token, answers: paper.order.map(() => []) })
  const forget = (code: string) => contest.phone.post('forget', { code, sure: true })
  expect((await forget(mine.code)).json()).toEqual({ forgotten: true })

  const [player] = await playersOf(app.connection.db, contest.no)
  expect(player).toMatchObject({ nickname: '匿名选手', sealed: null, wish: null })
  expect(player!.code).not.toBe(mine.code)
  const kept = JSON.stringify(await everythingOf(contest.no))
  expect(kept).not.toMatch(/云岭小李|13800138001/)
  const [attempts] = await rowsOf(
    app.connection.db,
    sql`select count(*)::int as count from contest_attempt where contest_no = ${contest.no} and player_no = ${player!.no}`,
  )
  expect(attempts).toEqual({ count: 1 })

  expect(codeOf(await forget(mine.code))).toBe('player-code-wrong')
  expect(codeOf(await contest.phone.post('standing', { ticket: mine.ticket }))).toBe('player-forgotten')
  now += 61_000
  await expect(contest.joinAs('13800138001', '又来一次')).rejects.toThrow('player-forgotten')
  expect(await playersOf(app.connection.db, contest.no)).toHaveLength(1)
  const [entry] = (await entries('contest.forget-player')).filter(({ object }) => object === contest.id)
  expect(entry!.text).not.toMatch(/云岭小李|13800138001|匿名/)
})

test('when the days of keeping are over nobody can be told any more, once, and the trail says so', async () => {
  const contest = await open()
  await contest.joinAs('13800138002', '云岭老王')
  await contest.joinAs('13800138003', '李四')
  const before = await playersOf(app.connection.db, contest.no)
  await app.connection.db.execute(sql`update contest set state = 'closed' where id = ${contest.id}`)
  now = Date.parse('2026-12-01T00:00:00Z') + 30 * day - 1
  await app.contest.identity.look()
  expect(await playersOf(app.connection.db, contest.no)).toEqual(before)

  now += 1
  await app.contest.identity.look()
  await app.contest.identity.look()
  const after = await playersOf(app.connection.db, contest.no)
  expect(after.map(({ nickname, sealed, wish }) => [nickname, sealed, wish])).toEqual([
    ['云**王', null, null],
    ['李*', null, null],
  ])
  for (const [at, { identity, code }] of before.entries()) {
    expect(after[at]!.identity).not.toBe(identity)
    expect(after[at]!.code).toBe(code)
  }
  expect(await everythingOf(contest.no)).toHaveLength(2)
  const noted = (await entries('contest.erase-players')).filter(({ object }) => object === contest.id)
  expect(noted).toHaveLength(1)
  // The code of a player still finds their line.
  expect((await contest.phone.join({ kind: 'player-code', code: before[0]!.code })).nickname).toBe('云**王')
  now = start
})

test('an open contest keeps who plays however long it lasts', async () => {
  const contest = await open()
  now = start
  await contest.joinAs('13800138004', '云岭小张')
  now = Date.parse('2027-06-01T00:00:00Z')
  await app.contest.identity.look()
  const [player] = await playersOf(app.connection.db, contest.no)
  expect(player!.nickname).toBe('云岭小张')
  now = start
})

test('a number that asked for a code and went away is gone a day later', async () => {
  const contest = await open()
  await contest.phone.post('phone-code', { phone: '13800138005' })
  expect(await everythingOf(contest.no)).toHaveLength(1)
  now += day + 301_000
  await app.contest.identity.look()
  expect(await everythingOf(contest.no)).toEqual([])
  now = start
})

test('a number is shown to the office by a deed of its own alone', async () => {
  const contest = await open()
  await contest.joinAs('13800138006', '云岭小赵')
  const [player] = await playersOf(app.connection.db, contest.no)
  const url = `/api/contests/${contest.id}/players/${player!.no}/contact`
  const answer = await (await app.as('editor')).post(url)
  expect(answer.json()).toEqual({ kind: 'phone', contact: '13800138006' })
  const [entry] = (await entries('contest.read-contact')).filter(({ object }) => object === contest.id)
  expect(entry!.text).not.toContain('13800138006')
  expect((await (await app.as('editor@city')).post(url)).statusCode).toBe(404)
  expect((await (await app.as('auditor')).post(url)).statusCode).toBe(404)
  expect(
    (await (await app.as('editor')).post(url.replace(/\d+\/contact/, '999999/contact'))).statusCode,
  ).toBe(404)
})

test('shares and teams are of the players alone, and a wrong code of a team is none', async () => {
  const contest = await open({
    identity: { kind: 'nickname', provider: null },
    scoring: 'cumulative',
    share: { points: 2, mostADay: 4 },
    teamSize: 2,
  })
  const one = await contest.phone.join({ kind: 'nickname', details: someDetails() })
  const two = await contest.phone.join({ kind: 'nickname', details: someDetails() })
  const share = async (ticket: string, n?: number) =>
    (await contest.phone.post('share', { ticket, ...(n === undefined ? {} : { n }) })).json()
  expect(await share(one.ticket)).toEqual({ counted: 'no', shared: 0, points: 0, left: 2 })
  expect(await share(one.ticket, 1)).toMatchObject({ counted: 'no', shared: 0 })
  expect(await share(one.ticket, 0)).toEqual({ counted: 'now', shared: 1, points: 2, left: 1 })
  expect(await share(one.ticket, 0)).toMatchObject({ counted: 'again', shared: 1 })
  expect(await share(one.ticket, 1)).toMatchObject({ counted: 'now', points: 4, left: 0 })
  expect(await share(one.ticket, 2)).toMatchObject({ counted: 'no', shared: 2, left: 0 })
  expect(await share(two.ticket)).toMatchObject({ shared: 0 })
  now += day
  expect(await share(one.ticket, 0)).toMatchObject({ counted: 'now', shared: 1 })
  now = start

  const team = (ticket: string, wish: object) => contest.phone.post('team', { ticket, wish })
  expect((await team(one.ticket, { kind: 'see' })).json()).toEqual({ team: null })
  const made = (await team(one.ticket, { kind: 'create', name: '溪口先锋队' })).json<{
    team: { code: string }
  }>()
  expect((await team(one.ticket, { kind: 'create', name: '溪口先锋队' })).json()).toEqual(made)
  expect(codeOf(await team(one.ticket, { kind: 'create', name: '另一队' }))).toBe('team-had')
  expect(codeOf(await team(two.ticket, { kind: 'create', name: '溪口先锋队' }))).toBe('team-name-taken')
  expect(codeOf(await team(two.ticket, { kind: 'join', code: 'AAAAAAAA' }))).toBe('team-code-wrong')
  expect(codeOf(await team(two.ticket, { kind: 'join', code: one.code }))).toBe('team-code-wrong')
  const joined = (await team(two.ticket, { kind: 'join', code: made.team.code.toLowerCase() })).json()
  expect(joined).toMatchObject({ team: { name: '溪口先锋队', most: 2 } })
  expect(joined.team.members.every((name: string) => name.includes('*'))).toBe(true)
  const three = await contest.phone.join({ kind: 'nickname', details: someDetails() })
  expect(codeOf(await team(three.ticket, { kind: 'join', code: made.team.code }))).toBe('team-full')
  expect(codeOf(await contest.phone.post('forget', { code: one.code, wishKey: wishKey() }))).toBe(
    'bad-request',
  )
})
