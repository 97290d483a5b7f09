import { expect, test } from 'vitest'
import { rulesOf } from '../../../contract/rules.fixture.ts'
import type { FrozenQuestion } from '../../play/live-contest.ts'
import { answerOf, chanceOf, makePlayer, pacesOf } from './made-up-player.ts'
import { RehearsalTally } from './rehearsal-report.rules.ts'

const question = (wish: Partial<FrozenQuestion> = {}): FrozenQuestion => ({
  ...{ no: 0, type: 'single', stem: '题', options: ['甲', '乙', '丙', '丁'], answer: [0] },
  ...{ category: '', difficulty: 'medium', explanation: '', source: '', pictureId: null, withdrawnNo: null },
  ...wish,
})

test('questions nobody or everybody had right are named once enough had them', () => {
  const tally = new RehearsalTally([1, 2, 3, 4].map(no => ({ no, stem: `第 ${no} 题` })))
  for (let times = 0; times < 5; times++) tally.paper([1, 2], '10', 10, 20)
  tally.paper([3], '0', 0, 20)
  tally.paper([3, 1], '11', 20, 20)
  tally.refusal('contest-limit')
  tally.refusal('contest-limit')
  expect(tally.report(60_000, 2)).toEqual({
    ...{ papersPerMinute: 7, askedLeast: 2, askedMost: 6, neverAsked: 1, flagged: 2 },
    nobodyRight: [{ no: 2, stem: '第 2 题', asked: 5 }],
    everybodyRight: [{ no: 1, stem: '第 1 题', asked: 6 }],
    scores: [1, 0, 0, 0, 0, 5, 0, 0, 0, 0, 1],
    refused: [{ code: 'contest-limit', times: 2 }],
  })
})

test('made-up players keep to the attempts there are, differ in skill and pace, and come again from the same seed', () => {
  const rules = rulesOf({ attempts: { perDay: 2, inAll: null } })
  const made = (seed: number) => {
    const chance = chanceOf(seed)
    return Array.from({ length: 400 }, (_, at) => makePlayer(at, rules, chance))
  }
  const players = made(7)
  expect(made(7)).toEqual(players)
  expect(new Set(players.map(({ attempts }) => attempts))).toEqual(new Set([1, 2]))
  const skills = players.map(({ skill }) => skill)
  expect(Math.max(...skills) - Math.min(...skills)).toBeGreaterThan(0.3)
  const once = makePlayer(0, rulesOf({ attempts: { perDay: null, inAll: 1 } }), chanceOf(1))
  expect(once.attempts).toBe(1)
})

test('who knows more has more right, and answers are places as they are shown', () => {
  const order = [2, 0, 3, 1]
  const rightOf = (skill: number) => {
    const chance = chanceOf(3)
    const player = { nickname: '', skill, paceMs: 5000, attempts: 1 }
    const given = Array.from({ length: 500 }, () => answerOf(question(), order, player, chance))
    for (const answer of given) expect(answer.length).toBeLessThanOrEqual(1)
    return given.filter(answer => answer[0] === order.indexOf(0)).length
  }
  expect(rightOf(0.9)).toBeGreaterThan(rightOf(0.3))
  expect(rightOf(1)).toBe(500)
  const fill = question({ type: 'fill-in', options: [], answer: [['氧气', '氧'], ['水']] })
  const knowing = { nickname: '', skill: 1, paceMs: 5000, attempts: 1 }
  expect(answerOf(fill, [], knowing, chanceOf(1))).toEqual(['氧气', '水'])
  expect(pacesOf(knowing, 10, chanceOf(1))).toHaveLength(10)
})
