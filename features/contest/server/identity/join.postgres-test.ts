/** Many at once, two servers, one PostgreSQL: one player for each person. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestRules, OwnTeam, Standing } from '../../contract/index.ts'
import { openContestOf } from '../play/play.fixture.ts'
import { insertEntryCodes } from './entry-code/entry-code.store.ts'
import { codeOf, openPhone, playersOf, someDetails, wishKey } from './identity.fixture.ts'
import { keyedHash } from './identity-of.ts'
import { makeCode } from './make-code.ts'
import { issuePhoneCode } from './phone/phone-code.store.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers()
})
afterAll(() => servers.close())

async function open(rules: Partial<ContestRules> = {}) {
  const [one, other] = servers.apps as [(typeof servers.apps)[0], (typeof servers.apps)[0]]
  const contest = await openContestOf(servers.db, one.sealer, { rules })
  const phones = [await openPhone(one, contest.slug), await openPhone(other, contest.slug)] as const
  const join = (at: number, wish: object) => phones[at % 2]!.post('join', { wishKey: wishKey(), ...wish })
  return { ...contest, phones, join, services: one.contest.identity.services }
}
const of = (count: number) => Array.from({ length: count }, (_, at) => at)

test('two hundred joins of one phone at once are one player', async () => {
  const contest = await open({ identity: { kind: 'phone', provider: null } })
  const phone = '13800138000'
  const { secret } = contest.services
  const issued = await issuePhoneCode(contest.services, {
    ...{ contestNo: contest.no, contestId: contest.id },
    phone: keyedHash(secret, contest.id, 'phone', phone),
  })
  const oneTimeCode = (issued as { code: string }).code
  const answers = await Promise.all(
    of(200).map(at => contest.join(at, { kind: 'phone', phone, oneTimeCode, details: someDetails() })),
  )
  const players = await playersOf(servers.db, contest.no)
  expect(players).toHaveLength(1)
  const letIn = answers.filter(({ statusCode }) => statusCode === 200)
  expect(letIn.length).toBeGreaterThan(0)
  for (const answer of letIn) expect(answer.json<Standing>().code).toBe(players[0]!.code)
  // The code was used up meanwhile.
  for (const answer of answers.filter(({ statusCode }) => statusCode !== 200))
    expect(codeOf(answer)).toBe('phone-code-lapsed')
})

test('one entry code used by fifty at once is one player', async () => {
  const contest = await open({ identity: { kind: 'code', provider: null } })
  const entryCode = makeCode(10)
  const hash = keyedHash(contest.services.secret, contest.id, 'code', entryCode)
  await insertEntryCodes(servers.db, contest.no, [{ hash, unitId: testUnits.county }], new Date())
  const answers = await Promise.all(
    of(50).map(at => contest.join(at, { kind: 'code', entryCode, details: someDetails() })),
  )
  const players = await playersOf(servers.db, contest.no)
  expect(players).toHaveLength(1)
  for (const answer of answers) expect(answer.json<Standing>().code).toBe(players[0]!.code)
})

test('of fifty who want the same nickname one has it', async () => {
  const contest = await open()
  const details = someDetails()
  const answers = await Promise.all(of(50).map(at => contest.join(at, { kind: 'nickname', details })))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(
    answers.filter(answer => answer.statusCode !== 200 && codeOf(answer) === 'nickname-taken'),
  ).toHaveLength(49)
})

test('two thousand different people who join at once are all there, each with a code of their own', async () => {
  const contest = await open()
  const wishes = of(2000).map(at => ({
    kind: 'nickname',
    wishKey: wishKey(),
    details: someDetails({ nickname: `选手甲${at}` }),
  }))
  // Each of them twice, on both servers, as on a bad line.
  const answers = await Promise.all(
    wishes.flatMap((wish, at) => [contest.join(at, wish), contest.join(at + 1, wish)]),
  )
  expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([])
  const players = await playersOf(servers.db, contest.no)
  expect(players).toHaveLength(2000)
  expect(new Set(players.map(({ code }) => code)).size).toBe(2000)
  for (const [at, wish] of wishes.entries()) {
    const [one, other] = [answers[2 * at]!.json<Standing>(), answers[2 * at + 1]!.json<Standing>()]
    expect([one.nickname, other.code]).toEqual([wish.details.nickname, one.code])
  }
})

test('a team takes no more than its places, and a player one team, however many ask at once', async () => {
  const contest = await open({ teamSize: 5 })
  const joined = await Promise.all(
    of(40).map(at => contest.join(at, { kind: 'nickname', details: someDetails() })),
  )
  const tickets = joined.map(answer => answer.json<Standing>().ticket)
  const team = (at: number, wish: object) =>
    contest.phones[at % 2]!.post('team', { ticket: tickets[at]!, wish })
  const made = await Promise.all(
    of(4).map(at => team(at, { kind: 'create', name: `科普先锋${'甲乙丙丁'[at]}` })),
  )
  const codes = made.map(answer => answer.json<OwnTeam>().team!.code)
  const tries = await Promise.all(
    tickets.slice(4).flatMap((_, at) => codes.map(code => team(at + 4, { kind: 'join', code }))),
  )
  for (const answer of tries)
    if (answer.statusCode !== 200) expect(['team-full', 'team-had']).toContain(codeOf(answer))
  const rows = await rowsOf<{ members: number; there: number }>(
    servers.db,
    sql`select team.members, count(player.no)::int as there from contest_team team
      left join contest_player player on player.contest_no = team.contest_no and player.team_no = team.no
      where team.contest_no = ${contest.no} group by team.no, team.members order by team.no`,
  )
  expect(rows).toEqual(of(4).map(() => ({ members: 5, there: 5 })))
})

test('a share sent ten times at once counts once, and never more than a day allows', async () => {
  const contest = await open({ scoring: 'cumulative', share: { points: 2, mostADay: 7 } })
  const { ticket } = (await contest.join(0, { kind: 'nickname', details: someDetails() })).json<Standing>()
  for (const n of [0, 1, 2, 3, 4])
    await Promise.all(of(10).map(at => contest.phones[at % 2]!.post('share', { ticket, n })))
  const [count] = await rowsOf<{ shares: number; points: number }>(
    servers.db,
    sql`select count(*)::int as shares, sum(points)::int as points from contest_share where contest_no = ${contest.no}`,
  )
  expect(count).toEqual({ shares: 3, points: 6 })
})
