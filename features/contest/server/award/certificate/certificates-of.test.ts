import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateNumber, certificateSeal, readNumber, shownNumber } from './certificate-number.ts'
import { certificatesOf, certificateText, reasonWords } from './certificates-of.ts'

const kinds = ['score', 'rank', 'attempts'] as const
const scorings = ['best', 'cumulative', 'average'] as const

test('walked: a bound is reached exactly at it, whatever the scoring', () => {
  for (const scoring of scorings)
    for (const by of kinds)
      for (const bound of [1, 2, 80])
        for (const off of [-1, 0, 1]) {
          const rule = { key: 'a', name: '奖', by, bound }
          const times = scoring === 'average' ? 100 : 1
          const value = bound + off
          const standing = {
            score: by === 'score' ? bound * times + off : 0,
            attempts: by === 'attempts' ? value : 1,
            place: by === 'rank' ? value : null,
          }
          if (by === 'rank' && value < 1) continue
          const due = by === 'rank' ? off <= 0 : off >= 0 && standing.attempts > 0
          expect(
            certificatesOf({ certificates: [rule], scoring }, standing),
            `${scoring} ${by} ${bound} ${off}`,
          ).toEqual(due ? [rule] : [])
        }
})

test('no place before publication, no certificate without an attempt', () => {
  const rules = {
    certificates: kinds.map(by => ({ key: by, name: by, by, bound: 1 })),
    scoring: 'best' as const,
  }
  expect(certificatesOf(rules, { score: 100, attempts: 3, place: null }).map(({ key }) => key)).toEqual([
    'score',
    'attempts',
  ])
  expect(certificatesOf(rules, { score: 100, attempts: 0, place: 1 })).toEqual([])
})

test('a better standing never loses a certificate', () => {
  const rule = fc.record({
    key: fc.constant('k'),
    name: fc.constant('n'),
    by: fc.constantFrom(...kinds),
    bound: fc.integer({ min: 1, max: 200 }),
  })
  const standing = fc.record({
    score: fc.integer({ min: 0, max: 30_000 }),
    attempts: fc.integer({ min: 1, max: 300 }),
    place: fc.option(fc.integer({ min: 1, max: 300 })),
  })
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 10 }),
      fc.constantFrom(...scorings),
      standing,
      (certificates, scoring, one) => {
        const rules = { certificates, scoring }
        const better = {
          score: one.score + 1,
          attempts: one.attempts + 1,
          place: one.place && Math.max(1, one.place - 1),
        }
        for (const kept of certificatesOf(rules, one)) expect(certificatesOf(rules, better)).toContain(kept)
      },
    ),
  )
})

test('the words say what was reached', () => {
  const say = (by: (typeof kinds)[number], scoring: (typeof scorings)[number] = 'best') =>
    certificateText(
      { title: '科学竞赛', groupName: '青年组' },
      { scoring },
      { by },
      { score: 9850, attempts: 3, place: 2 },
    )
  expect(say('rank', 'average')).toBe('在“科学竞赛”中，平均成绩 98.50 分，列青年组第 2 名。')
  expect(say('score', 'cumulative')).toBe('在“科学竞赛”中，累计成绩 9850 分。')
  expect(say('attempts')).toBe('在“科学竞赛”中积极参与，参赛 3 次，最好成绩 9850 分。')
  expect([reasonWords({ by: 'rank', bound: 10 }), reasonWords({ by: 'score', bound: 80 })]).toEqual([
    '成绩前 10 名',
    '成绩达到 80 分',
  ])
})

test('a number is the same for the same key, player and kind, another for any other, and is read as it is typed', () => {
  const key = randomBytes(32)
  const numbers = new Set<string>()
  for (let player = 1; player <= 500; player++)
    for (const kind of ['a', 'b']) numbers.add(certificateNumber(key, player, kind))
  expect(numbers.size).toBe(1000)
  for (const number of [...numbers].slice(0, 50)) {
    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(
      readNumber(` ${shownNumber(number).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `),
    ).toBe(number)
  }
  expect(certificateNumber(key, 7, 'a')).toBe(certificateNumber(key, 7, 'a'))
  expect(certificateNumber(randomBytes(32), 7, 'a')).not.toBe(certificateNumber(key, 7, 'a'))
  for (const bad of ['', 'ABCD', 'U'.repeat(16), '０'.repeat(17), '<script>alert(1)'])
    expect(readNumber(bad)).toBeNull()
  expect(certificateSeal(key, ['a', 'b'])).not.toBe(certificateSeal(key, ['a', 'c']))
})
