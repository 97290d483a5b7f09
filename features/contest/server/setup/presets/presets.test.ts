/** Contests that were really held, as configurations: each is played by the functions of play, without a database. */
import { localTime } from '@jianbao/platform/clock'
import { describe, expect, test } from 'vitest'
import {
  type ContestRules,
  dayNumberOf,
  fullScore,
  mostAttempts,
  openingAt,
  questionsOf,
  rulesFaults,
  rulesLine,
  secondsOf,
  standingAgainst,
} from '../../../contract/index.ts'
import { kindOf } from '../../../contract/rules.fixture.ts'
import { openFirstStarts } from '../../play/first-starts.ts'
import type { LiveContest } from '../../play/live-contest.ts'
import { prepareContest } from '../../play/live-contest.ts'
import { someQuestions } from '../../play/play.fixture.ts'
import { progressOf } from '../../play/progress.ts'
import { startPaper } from '../../play/start-paper.ts'
import { presets } from './index.ts'

const announced = new Date('2026-08-25T03:00:00Z')
const preset = (key: string): ContestRules => presets.find(each => each.key === key)!.rules(announced)
const bank = [
  ...someQuestions(300, 'true-false'),
  ...someQuestions(400, 'single'),
  ...someQuestions(300, 'multiple'),
]
const secret = 'only for tests'

function liveOf(rules: ContestRules): LiveContest {
  const facts = {
    ...{ id: '00000000-0000-4000-8000-000000000001', no: 1, slug: 'test', title: '竞赛', about: '' },
    ...{
      unitName: '某协会',
      state: 'open' as const,
      run: 1,
      revision: 1,
      closedAt: null,
      keyCommitment: null,
    },
    rules,
  }
  const frozen = bank.map((question, no) => ({ ...question, no, pictureId: null, withdrawnNo: null }))
  return prepareContest(facts, '7'.repeat(64), secret, frozen, [{ no: 1, name: '某单位', cityNo: 0 }])
}

type Begun = {
  token: string
  questions: { type: string }[]
  points: number[]
  deadline: string
  startedAt: string
}
/** Begins the paper of a player who has so many attempts behind them. */
function begin(
  rules: ContestRules,
  at: string,
  behind: { n?: number; day?: number; nth?: number } = {},
  group = 0,
): Begun {
  const live = liveOf(rules)
  const now = Date.parse(at)
  const player = { playerNo: 7, unitNo: 1, groupNo: group, n: 0, day: 0, nth: 0, ...behind }
  const { ticket } = progressOf(live, player, now)
  return JSON.parse(String(startPaper(live, openFirstStarts(), { ticket }, now))) as Begun
}
const typesOf = ({ questions }: Begun) =>
  questions.reduce<Record<string, number>>((counts, { type }) => {
    counts[type] = (counts[type] ?? 0) + 1
    return counts
  }, {})
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'begun'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const noon = (rules: ContestRules, day = 0) =>
  new Date(Date.parse(rules.opensAt) + day * 86_400_000 + 4 * 3_600_000).toISOString()

test.each(presets)('$name: nothing stands against opening it with a bank of a thousand', ({ rules }) => {
  const kinds = [kindOf(300, { type: 'true-false' }), kindOf(400), kindOf(300, { type: 'multiple' })]
  const faults = rulesFaults(rules(announced), kinds, { now: announced, providers: [] })
  expect(standingAgainst(faults)).toEqual([])
})

describe('twenty a day (Nanjing 2018)', () => {
  const rules = preset('daily-twenty')
  test('seven true-false, seven single, six multiple, thirty seconds each', () => {
    const paper = begin(rules, noon(rules))
    expect(typesOf(paper)).toEqual({ 'true-false': 7, single: 7, multiple: 6 })
    expect(Date.parse(paper.deadline) - Date.parse(paper.startedAt)).toBe(600_000)
    expect(fullScore(rules)).toBe(100)
    expect(rulesLine(rules, 'zh')).toBe(
      '每人每天可答 1 次，每次 20 题（判断 7、单选 7、多选 6），每题 30 秒。',
    )
  })
  test('once a day, the best counts', () => {
    const day = dayNumberOf(Date.parse(noon(rules)))
    expect(codeOf(() => begin(rules, noon(rules), { n: 1, day, nth: 1 }))).toBe('contest-day-limit')
    expect(codeOf(() => begin(rules, noon(rules, 1), { n: 1, day, nth: 1 }))).toBe('begun')
    expect(rules.scoring).toBe('best')
  })
})

describe('practise, then eight (Ningxia 2018)', () => {
  const rules = preset('practise-then-eight')
  test('eight of any kind, sixty seconds each, once a day', () => {
    const paper = begin(rules, noon(rules))
    expect(paper.questions).toHaveLength(8)
    expect(secondsOf(rules)).toBe(480)
    const day = dayNumberOf(Date.parse(noon(rules)))
    expect(codeOf(() => begin(rules, noon(rules), { n: 1, day, nth: 1 }))).toBe('contest-day-limit')
  })
  test('practice is free, also when the attempt of the day is used', () => {
    const live = liveOf(rules)
    const now = Date.parse(noon(rules))
    const used = { playerNo: 7, unitNo: 1, groupNo: 0, n: 1, day: dayNumberOf(now), nth: 1 }
    const { ticket } = progressOf(live, used, now)
    for (let again = 0; again < 5; again++)
      expect(
        JSON.parse(String(startPaper(live, openFirstStarts(), { ticket, practice: true }, now + again))),
      ).toMatchObject({ practice: true })
  })
  test('best, then less time, then earlier; five right enter the lottery', () => {
    expect([rules.scoring, rules.ties]).toEqual(['best', ['time', 'earlier']])
    expect(rules.lottery).toMatchObject({ by: 'right', least: 5 })
  })
})

describe('five rounds a day and sharing (Qingdao 2023)', () => {
  const rules = preset('five-and-share')
  test('five questions of thirty seconds, five times a day', () => {
    expect(begin(rules, noon(rules)).questions).toHaveLength(5)
    expect(secondsOf(rules)).toBe(150)
    const day = dayNumberOf(Date.parse(noon(rules)))
    expect(codeOf(() => begin(rules, noon(rules), { n: 4, day, nth: 4 }))).toBe('begun')
    expect(codeOf(() => begin(rules, noon(rules), { n: 5, day, nth: 5 }))).toBe('contest-day-limit')
  })
  test('points add up, with twenty a day at most for sharing; sixty enter the lottery, six draws a day', () => {
    expect([rules.scoring, rules.share?.mostADay]).toEqual(['cumulative', 20])
    expect(rules.lottery).toEqual({ by: 'score', least: 60, drawsADay: 6 })
    expect(fullScore(rules)).toBeGreaterThanOrEqual(60)
  })
})

describe('ten of a thousand for thirty days (Hunan 2021)', () => {
  const rules = preset('thirty-days')
  test('ten questions, ten times a day, on thirty days', () => {
    expect(begin(rules, noon(rules)).questions).toHaveLength(10)
    expect(mostAttempts(rules)).toBe(300)
    const day = dayNumberOf(Date.parse(noon(rules)))
    expect(codeOf(() => begin(rules, noon(rules), { n: 9, day, nth: 9 }))).toBe('begun')
    expect(codeOf(() => begin(rules, noon(rules), { n: 10, day, nth: 10 }))).toBe('contest-day-limit')
    expect(codeOf(() => begin(rules, noon(rules, 29)))).toBe('begun')
    expect(codeOf(() => begin(rules, noon(rules, 30)))).toBe('contest-over')
  })
  test('over three hundred papers nearly all of the thousand come up', () => {
    const live = liveOf(rules)
    const now = Date.parse(noon(rules))
    const seen = new Set<number>()
    for (let n = 0; n < 300; n++) {
      const { ticket } = progressOf(live, { playerNo: 7, unitNo: 1, groupNo: 0, n, day: 0, nth: 0 }, now)
      const paper = JSON.parse(String(startPaper(live, openFirstStarts(), { ticket }, now))) as {
        questions: { no: number }[]
      }
      for (const { no } of paper.questions) seen.add(no)
    }
    // 1 - (1 - 1/100)^300 of them: about 951.
    expect(seen.size).toBeGreaterThan(900)
    expect(seen.size).toBeLessThanOrEqual(1000)
  })
  test('points add up, a hundred are published', () => {
    expect([rules.scoring, rules.ranking.people, rules.ranking.shown]).toEqual(['cumulative', 100, true])
    expect(rules.certificates).toMatchObject([{ by: 'rank', bound: 100 }])
  })
})

describe('a hundred in one sitting (Shanxi 2021)', () => {
  const rules = preset('hundred-in-one-sitting')
  test('a hundred single choices of ten seconds', () => {
    const { opensAt } = rules.sessions[0]!
    const paper = begin(rules, opensAt, {}, 1)
    expect(typesOf(paper)).toEqual({ single: 100 })
    expect([questionsOf(rules), secondsOf(rules)]).toEqual([100, 1000])
  })
  test('each division sits by itself from nine to eleven', () => {
    expect(rules.sessions).toHaveLength(rules.groups.length)
    for (const [at, { opensAt, closesAt, groups }] of rules.sessions.entries()) {
      expect([localTime(new Date(opensAt)), localTime(new Date(closesAt))]).toEqual(['09:00', '11:00'])
      for (const [other, { key }] of rules.groups.entries()) {
        const opening = openingAt(rules, key, Date.parse(opensAt))
        expect([groups, key, opening.open]).toEqual([groups, key, at === other])
      }
    }
  })
  test('one attempt in all, nothing begins after eleven; points, then time', () => {
    const { opensAt, closesAt } = rules.sessions[0]!
    expect(codeOf(() => begin(rules, opensAt, { n: 1 }, 1))).toBe('contest-limit')
    expect(codeOf(() => begin(rules, closesAt, {}, 1))).toBe('contest-not-open')
    expect(codeOf(() => begin(rules, opensAt, {}, 2))).toBe('contest-not-open')
    expect([rules.scoring, rules.ties[0]]).toEqual(['best', 'time'])
  })
})
