/**
 * Five schemes of real offices, written as configuration and reckoned by hand: each comment is the sum an office clerk
 * would do on paper.
 */
import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { faultsOf, type ScoreEvent, type ScoreLine, ScoringRules } from '../contract/index.ts'
import { scoreUnit } from './score.rules.ts'
import { above, adopted, instruction, plain, sent } from './score-events.fixture.ts'

const year = { from: '2021-01-01', to: '2021-12-31', today: '2021-12-31' }
const city = { kind: 'city', groups: [] }

async function scheme(name: string): Promise<ScoringRules> {
  const rules = parse(await readFile(new URL(`./schemes/${name}.yaml`, import.meta.url), 'utf8'))
  expect([...Value.Errors(ScoringRules, rules)]).toEqual([])
  expect(faultsOf(rules)).toEqual([])
  return rules
}
const total = (lines: ScoreLine[]): number => lines.reduce((sum, line) => sum + line.points, 0)
const told = (lines: ScoreLine[]) => lines.map(({ day, rule, points }) => [day, rule, points])

test('1: base points for a monthly minimum; own bulletin 5/10/30, adopted by the city 20/50/80', async () => {
  const rules = await scheme('1-base-points')
  const lines = scoreUnit(
    rules,
    { kind: 'county', groups: [] },
    [
      // March: three reports, so 10; urgent in the own bulletin 5, and in the city's 20.
      sent('a', '2021-03-02'),
      sent('b', '2021-03-09'),
      sent('c', '2021-03-25'),
      adopted('a', '2021-03-03', 'urgent', 'county'),
      adopted('a', '2021-03-05', 'urgent', 'city'),
      // April: two reports only, no base; regular 10 and 50, special 30 and 80.
      sent('d', '2021-04-02'),
      sent('e', '2021-04-03'),
      adopted('d', '2021-04-06', 'regular', 'county'),
      adopted('d', '2021-04-08', 'regular', 'city'),
      adopted('e', '2021-04-09', 'special', 'county'),
      adopted('e', '2021-04-12', 'special', 'city'),
    ],
    year,
  )
  expect(told(lines)).toEqual([
    ['2021-03-03', 'own-urgent', 5],
    ['2021-03-05', 'city-urgent', 20],
    ['2021-03-25', 'month', 10],
    ['2021-04-06', 'own-regular', 10],
    ['2021-04-08', 'city-regular', 50],
    ['2021-04-09', 'own-special', 30],
    ['2021-04-12', 'city-special', 80],
  ])
  // 35 + 170
  expect(total(lines)).toBe(205)
})

test('2: central 200/100, province 100/50, city 30/15/10, own 4/10/12; top leader 15, others half', async () => {
  const lines = scoreUnit(
    await scheme('2-levels'),
    city,
    [
      above('a', '2021-02-01', 'central', 'single'),
      above('b', '2021-02-02', 'central', 'item'),
      above('a', '2021-02-03', 'province', 'single'),
      above('b', '2021-02-04', 'province', 'item'),
      above('a', '2021-02-05', 'city', 'single'),
      above('b', '2021-02-06', 'city', 'item'),
      above('c', '2021-02-07', 'city', 'mention'),
      adopted('a', '2021-02-08', 'briefs'),
      adopted('b', '2021-02-09', 'news'),
      adopted('c', '2021-02-10', 'lead'),
      instruction('a', '2021-02-11', 'chief'),
      instruction('a', '2021-02-12', 'other'),
    ],
    year,
  )
  expect(lines.map(line => line.points)).toEqual([200, 100, 100, 50, 30, 15, 10, 4, 10, 12, 15, 7.5])
  expect(total(lines)).toBe(553.5)
})

test('3: 10/3/1, composite 1 each, instructions 10 then 5; three late or two missed: -10 and no award', async () => {
  const rules = await scheme('3-penalties')
  const good: ScoreEvent[] = [
    adopted('a', '2021-05-06', 'practice'),
    adopted('b', '2021-05-07', 'news'),
    adopted('c', '2021-05-08', 'briefs'),
    // A feature made of three units' reports: 1 for this one, not 10.
    adopted('d', '2021-05-10', 'practice', 'province', 3),
    instruction('a', '2021-05-11', 'anybody'),
    instruction('a', '2021-05-20', 'anybody'),
    instruction('a', '2021-06-01', 'anybody'),
    // Of another report it is the first again.
    instruction('b', '2021-06-02', 'anybody'),
  ]
  // 10 + 3 + 1 + 1, and 10 + 5 + 5 + 10
  expect(total(scoreUnit(rules, city, good, year))).toBe(45)
  const late = ['2021-03-01', '2021-04-01', '2021-07-01', '2021-08-01'].map(day => plain('late', day))
  const lines = scoreUnit(rules, city, [...good, ...late], year)
  // The third takes ten, the fourth nothing more.
  expect(total(lines)).toBe(35)
  const penalty = lines.find(line => line.kind === 'penalty')
  expect(penalty).toMatchObject({
    day: '2021-07-01',
    points: -10,
    ruleName: '迟报 3 次',
    why: { noAward: true, penalty: { period: '2021', on: 'late', times: 3, came: 3 } },
  })
  const both = [...late, plain('commission-missed', '2021-09-01'), plain('commission-missed', '2021-09-02')]
  expect(total(scoreUnit(rules, city, [...good, ...both], year))).toBe(25)
  expect(total(scoreUnit(rules, city, [...good, ...late.slice(0, 2), both[4]!], year))).toBe(45)
  expect(rules.versions[0]!.flags).toEqual([
    { id: 'zero', name: '季度零采用', on: 'no-adoption', per: 'quarter' },
  ])
})

test('4: two missed commissions make the year zero; adoptions add up; classes have minima of their own', async () => {
  const rules = await scheme('4-year-is-zero')
  // Adopted here, by the province and by the centre: 10 + 20 + 50.
  const several: ScoreEvent[] = [
    adopted('a', '2021-01-11', 'news'),
    above('a', '2021-01-12', 'province', null),
    above('a', '2021-01-13', 'central', null),
  ]
  const january = { ...year, to: '2021-01-31', today: '2021-02-01' }
  const score = (unit: { kind: string; groups: string[] }, events: ScoreEvent[], span = january) =>
    total(scoreUnit(rules, unit, events, span))
  const [four, two] = [4, 2].map(count =>
    Array.from({ length: count }, (_, at) => sent(`s${at}`, '2021-01-05')),
  )
  const society = { kind: 'society', groups: [] }
  const key = { kind: 'society', groups: ['key-units'] }
  expect(score(city, [...several, ...four!])).toBe(90)
  // Two reports are short for a city, enough for a key unit and, for the quarter, for the others.
  expect(score(city, [...several, ...two!])).toBe(76)
  expect(score(key, [...several, ...two!])).toBe(90)
  expect(score(society, [...several, ...two!])).toBe(90)
  expect(score(key, several)).toBe(78)
  // Not over yet: nothing is short before its last day has passed.
  expect(score(city, several, { ...january, today: '2021-01-31' })).toBe(80)
  // Not signed by the unit lead: not used, and not counted for the minimum.
  const unsigned = [...several, ...four!].map(event => ({ ...event, signed: false }) as ScoreEvent)
  expect(score(city, unsigned)).toBe(-4)
  const missed = [plain('commission-missed', '2021-01-14'), plain('commission-missed', '2021-01-20')]
  expect(score(society, [...several, ...two!, missed[0]!])).toBe(90)
  const lines = scoreUnit(
    rules,
    society,
    [...several, ...two!, ...missed, adopted('b', '2021-01-25', 'news')],
    january,
  )
  expect(told(lines).slice(-2)).toEqual([
    ['2021-01-20', 'missed', -90],
    ['2021-01-25', 'any', 0],
  ])
  expect(lines.at(-1)!.why).toEqual({ base: 10, zero: 'year-is-zero' })
  expect(total(lines)).toBe(0)
})

test('5: every kind of event, two versions, classes, caps; a report counts at its highest', async () => {
  const rules = await scheme('5-model')
  const lines = scoreUnit(
    rules,
    city,
    [
      sent('a', '2021-01-04'),
      sent('b', '2021-01-05'),
      // 4, then at the province 10, of which 4 were had.
      adopted('a', '2021-01-06', 'news', 'city'),
      adopted('a', '2021-01-07', 'news', 'province'),
      adopted('b', '2021-01-08', 'news', 'province'),
      // 20 from own and province in January: this one is over.
      adopted('c', '2021-01-09', 'news', 'province'),
      adopted('d', '2021-01-10', 'news', 'city', 2),
      instruction('a', '2021-01-11', 'chief'),
      instruction('b', '2021-01-12', 'chief'),
      plain('commission-done', '2021-01-13'),
      plain('commission-done', '2021-01-14'),
      plain('commission-done', '2021-01-15'),
      plain('commission-missed', '2021-01-16'),
      plain('omitted', '2021-01-17'),
      plain('late', '2021-01-18'),
      plain('late', '2021-01-19'),
      plain('late', '2021-02-18'),
      plain('late', '2021-02-19'),
      // 50, of which 10 were had; the quarter holds 45, and 48 were paid before.
      above('a', '2021-02-20', 'central', null),
      // Of the second version.
      adopted('a', '2021-04-01', 'news', 'city'),
      { ...adopted('e', '2021-04-02', 'news', 'city'), signed: false } as ScoreEvent,
    ],
    year,
  )
  expect(told(lines)).toEqual([
    ['2021-01-05', 'month', 6],
    ['2021-01-06', 'own', 4],
    ['2021-01-07', 'province', 6],
    ['2021-01-08', 'province', 10],
    ['2021-01-09', 'province', 0],
    ['2021-01-10', 'together', 1],
    ['2021-01-11', 'noted', 10],
    ['2021-01-12', 'noted', 5],
    ['2021-01-13', 'done', 3],
    ['2021-01-14', 'done', 0],
    ['2021-01-15', 'done', 0],
    ['2021-01-16', 'missed', -3],
    ['2021-01-17', 'omitted', -2],
    ['2021-01-18', 'late', -0.5],
    ['2021-01-19', 'late', -0.5],
    ['2021-01-19', 'late-again', -1],
    ['2021-02-18', 'late', -0.5],
    ['2021-02-19', 'late', -0.5],
    ['2021-02-19', 'late-again', -1],
    ['2021-02-20', 'central', 0],
    ['2021-04-01', 'any', 7.5],
    ['2021-04-02', 'any', 7.5],
  ])
  expect(lines[4]!.why).toEqual({
    base: 10,
    zero: 'cap',
    cap: { name: '本级和省级采用每月最多 20 分', points: 20, per: 'month', left: 0 },
  })
  expect(lines[2]!.why).toEqual({ base: 10, before: 4 })
  expect(lines[9]!.why.cap).toMatchObject({ name: '每季度最多 45 分', left: 0 })
  expect(lines[10]!.why).toEqual({ base: 3, zero: 'limit', limit: { times: 2, per: 'quarter' } })
  // 6+4+6+10+1+10+5+3 = 45; -3-2-4 of 5 late and two penalties; 15 of April
  expect(total(lines)).toBe(45 - 3 - 2 - 4 + 15)
  // Societies are in no class of the second version: from April on they are not scored.
  const society = { kind: 'society', groups: [] }
  expect(scoreUnit(rules, society, [adopted('a', '2021-04-01', 'news', 'city')], year)).toEqual([])
})

test('the demonstration’s rules hold what they say', async () => {
  const text = await readFile(new URL('../../../demo/campaign/scoring.yaml', import.meta.url), 'utf8')
  const rules = parse(text)
  expect([...Value.Errors(ScoringRules, rules)]).toEqual([])
  expect(faultsOf(rules)).toEqual([])
})
