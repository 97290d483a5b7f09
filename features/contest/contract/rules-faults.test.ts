import { describe, expect, test } from 'vitest'
import type { ContestRules } from './contest-rules.schema.ts'
import { kindOf, partOf, plainKinds, rulesOf } from './rules.fixture.ts'
import { type FaultCode, faultCodes, mostAttempts, rulesFaults, standingAgainst } from './rules-faults.ts'

const setting = { now: new Date('2026-08-20T00:00:00Z'), providers: ['wechat'] }
const found = (wish: Partial<ContestRules>, kinds = plainKinds) =>
  rulesFaults(rulesOf(wish), kinds, setting).map(({ at, code }) => `${at} ${code}`)

const session = (wish: Partial<ContestRules['sessions'][number]> = {}) => ({
  ...{ key: 'first', name: '第一场', groups: [] },
  ...{ opensAt: '2026-09-03T01:00:00.000Z', closesAt: '2026-09-03T03:00:00.000Z' },
  ...wish,
})
const adults = { key: 'adults', name: '公众组' }
const youth = { key: 'youth', name: '青少年组' }
const notice = rulesOf().privacy.notice
const certificate = { key: 'first', name: '优秀', by: 'score', bound: 60 } as const

test('rules with nothing wrong have no fault', () => {
  expect(found({})).toEqual([])
})

const faults: readonly [string, Partial<ContestRules>, string[]][] = [
  ['closing before opening', { closesAt: '2026-08-31T00:00:00.000Z' }, ['closesAt window-order']],
  [
    'a window that is over',
    { opensAt: '2026-07-01T00:00:00.000Z', closesAt: '2026-07-15T00:00:00.000Z' },
    ['closesAt window-over'],
  ],
  ['years', { closesAt: '2027-09-15T00:00:00.000Z' }, ['closesAt window-long']],
  [
    'a window shorter than a paper',
    { opensAt: '2026-09-01T00:00:00.000Z', closesAt: '2026-09-01T00:03:00.000Z' },
    ['closesAt window-short'],
  ],
  ['hours the wrong way round', { hours: { from: '20:00', to: '08:00' } }, ['hours hours-order']],
  [
    'hours that never come',
    // 08:00 to 12:00 in Shanghai
    {
      closesAt: '2026-09-01T04:00:00.000Z',
      hours: { from: '12:00', to: '22:00' },
      attempts: { perDay: 1, inAll: 1 },
    },
    ['hours hours-never'],
  ],
  ['a group twice', { groups: [adults, { key: 'more', name: '公众组 ' }] }, ['groups.1 group-twice']],
  ['a session twice', { sessions: [session(), session()] }, ['sessions.1 session-twice']],
  [
    'a session the wrong way round',
    { sessions: [session({ closesAt: '2026-09-03T00:00:00.000Z' })] },
    ['sessions.0 session-order'],
  ],
  [
    'a session outside the window',
    { sessions: [session({ opensAt: '2026-08-31T23:00:00.000Z' })] },
    ['sessions.0 session-outside'],
  ],
  [
    'a session outside the hours',
    { hours: { from: '14:00', to: '18:00' }, sessions: [session()] },
    ['sessions.0 session-hours'],
  ],
  [
    'a session shorter than a paper',
    { sessions: [session({ closesAt: '2026-09-03T01:02:00.000Z' })] },
    ['sessions.0 session-short'],
  ],
  [
    'a session of a group nobody knows',
    { sessions: [session({ groups: ['old'] })] },
    ['sessions.0 session-group-unknown'],
  ],
  [
    'a group without a session',
    { groups: [adults, youth], sessions: [session({ groups: ['adults'] })] },
    ['groups.1 group-without-session'],
  ],
  ['too few of a kind', { draw: [partOf(31, { type: 'multiple' })] }, ['draw.0 draw-short']],
  [
    'parts that need the same questions',
    { draw: [partOf(20, { type: 'multiple' }), partOf(111)] },
    ['draw.1 draw-overlap'],
  ],
  [
    'attempts of a day beyond those in all',
    { attempts: { perDay: 5, inAll: 3 } },
    ['attempts attempts-order'],
  ],
  ['no limit at all', { attempts: { perDay: null, inAll: null } }, ['attempts attempts-unlimited']],
  ['points for sharing that nobody counts', { share: { points: 2, mostADay: 10 } }, ['share share-unused']],
  [
    'half points without a multiple question',
    { partly: 'half', draw: [partOf(5, { type: 'single' })] },
    ['partly partly-unused'],
  ],
  ['no sign-in service', { identity: { kind: 'oauth', provider: null } }, ['identity provider-missing']],
  [
    'a sign-in service that is not there',
    { identity: { kind: 'oauth', provider: 'other' } },
    ['identity provider-unknown'],
  ],
  ['a sign-in service that is there', { identity: { kind: 'oauth', provider: 'wechat' } }, []],
  [
    'codes of units nobody asks for',
    { identity: { kind: 'code', provider: null }, units: 'none' },
    ['units codes-need-units'],
  ],
  [
    'a rate without units',
    { units: 'none', ranking: { people: 10, units: 'rate', shown: true } },
    ['ranking units-not-asked'],
  ],
  [
    'phones of children without consent',
    { identity: { kind: 'phone', provider: null }, privacy: { notice, minimumAge: 0, keepDays: 90 } },
    ['privacy age-below-consent'],
  ],
  ['no age asked', { privacy: { notice, minimumAge: 0, keepDays: 90 } }, ['privacy age-unasked']],
  [
    'a notice that says nothing',
    { privacy: { notice: '同意', minimumAge: 14, keepDays: 90 } },
    ['privacy notice-short'],
  ],
  [
    'a lottery nobody reaches by points',
    { lottery: { by: 'score', least: 101, drawsADay: 6 } },
    ['lottery lottery-unreachable'],
  ],
  ['a lottery somebody reaches', { lottery: { by: 'score', least: 100, drawsADay: 6 } }, []],
  [
    'a lottery nobody reaches by right answers',
    { lottery: { by: 'right', least: 11, drawsADay: 6 } },
    ['lottery lottery-unreachable'],
  ],
  [
    'a lottery nobody reaches by attempts',
    { attempts: { perDay: 1, inAll: 4 }, lottery: { by: 'attempts', least: 5, drawsADay: 6 } },
    ['lottery lottery-unreachable'],
  ],
  [
    'a certificate twice',
    { certificates: [certificate, { ...certificate, name: '合格' }] },
    ['certificates.1 certificate-twice'],
  ],
  [
    'a certificate nobody reaches',
    { certificates: [{ ...certificate, bound: 101 }] },
    ['certificates.0 certificate-unreachable'],
  ],
  [
    'a place beyond those shown',
    { certificates: [{ ...certificate, by: 'rank', bound: 101 }] },
    ['certificates.0 certificate-rank'],
  ],
]

test.each(faults)('%s', (_, wish, expected) => {
  expect(found(wish)).toEqual(expected)
})

test('a bank without an approved question', () => {
  expect(found({}, [])).toEqual(['banks draw-none'])
  expect(found({}, [kindOf(0)])).toEqual(['banks draw-none'])
})

test('a bank that is used up by one paper, or soon known', () => {
  expect(found({ draw: [partOf(10)] }, [kindOf(10)])).toEqual(['draw draw-changes-nothing'])
  expect(found({ draw: [partOf(10)], answersShown: 'at-once' }, [kindOf(29)])).toEqual([
    'answersShown answers-known',
  ])
  expect(found({ draw: [partOf(10)], answersShown: 'at-once' }, [kindOf(30)])).toEqual([])
})

test('every fault there is was seen', () => {
  const seen = new Set<FaultCode>()
  for (const [, wish] of faults)
    for (const { code } of rulesFaults(rulesOf(wish), plainKinds, setting)) seen.add(code)
  for (const code of ['draw-none', 'draw-changes-nothing', 'answers-known'] as const) seen.add(code)
  expect([...seen].sort()).toEqual([...faultCodes].sort())
})

test('hints keep nothing from being opened', () => {
  const all = rulesFaults(
    rulesOf({ attempts: { perDay: null, inAll: null }, identity: { kind: 'oauth', provider: null } }),
    plainKinds,
    setting,
  )
  expect(all.map(({ hint }) => hint)).toEqual([true, false])
  expect(standingAgainst(all).map(({ code }) => code)).toEqual(['provider-missing'])
})

describe('attempts of one person', () => {
  test.each([
    [{ perDay: 3, inAll: null }, 45],
    [{ perDay: 3, inAll: 10 }, 10],
    [{ perDay: null, inAll: 7 }, 7],
    [{ perDay: null, inAll: null }, null],
  ])('%j', (attempts, most) => expect(mostAttempts(rulesOf({ attempts }))).toBe(most))

  test('days are cut in Shanghai', () => {
    const rules = rulesOf({ opensAt: '2026-09-01T15:59:00.000Z', closesAt: '2026-09-01T16:01:00.000Z' })
    expect(mostAttempts(rules)).toBe(6)
  })
})
