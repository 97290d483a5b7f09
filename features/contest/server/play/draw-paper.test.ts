/** Papers: what the rules ask, nothing twice, the same again, and nothing to be guessed. */
import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DrawPart, difficulties, fits, questionTypes } from '../../contract/index.ts'
import { canDraw, type DrawQuestion, drawPaper, prepareDraw } from './draw-paper.ts'
import { matchParts } from './match-parts.ts'

const key = createSecretKey(Buffer.alloc(32, 7))
const categories = ['历史', '科学', '法律'] as const

const question = fc.record({
  type: fc.constantFrom(...questionTypes),
  category: fc.constantFrom(...categories),
  difficulty: fc.constantFrom(...difficulties),
  optionCount: fc.integer({ min: 2, max: 6 }),
  withdrawn: fc.constantFrom(null, null, null, null, 1, 2),
})
const bank = (most: number) =>
  fc
    .array(question, { minLength: 1, maxLength: most })
    .map(all => all.map((each, no): DrawQuestion => ({ ...each, no })))
/** Most parts ask for little, so that there often is a paper. */
const perhaps = <T>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const part: fc.Arbitrary<DrawPart> = fc.record({
  count: fc.integer({ min: 1, max: 6 }),
  type: perhaps(questionTypes),
  category: perhaps(categories),
  difficulty: perhaps(difficulties),
  points: fc.integer({ min: 1, max: 10 }),
})
const parts = fc.array(part, { minLength: 1, maxLength: 4 })
const attempt = fc.record({
  contestNo: fc.nat(),
  playerNo: fc.nat(),
  n: fc.integer({ min: 0, max: 10_000 }),
})

test('every paper is what the rules ask, with no question twice and none that was withdrawn', () => {
  let drawn = 0
  fc.assert(
    fc.property(
      bank(40),
      parts,
      attempt,
      fc.integer({ min: 0, max: 2 }),
      (questions, wanted, which, withdrawn) => {
        const draw = prepareDraw(wanted, questions, withdrawn)
        if (!canDraw(draw)) {
          expect(() => drawPaper(key, draw, which)).toThrow(RangeError)
          return
        }
        drawn++
        const paper = drawPaper(key, draw, which)
        expect(new Set(paper.questions).size).toBe(paper.questions.length)
        const places = wanted.flatMap(each => new Array<DrawPart>(each.count).fill(each))
        expect(paper.questions).toHaveLength(places.length)
        for (const [at, no] of paper.questions.entries()) {
          const its = questions[no]!
          expect(fits(places[at]!, its)).toBe(true)
          expect(its.withdrawn === null || its.withdrawn > withdrawn).toBe(true)
          expect(paper.points[at]).toBe(places[at]!.points)
          const order = paper.orders[at]!
          expect([...order].sort()).toEqual(Array.from({ length: its.optionCount }, (_, place) => place))
          if (its.type === 'true-false') expect(order).toEqual([...order].sort())
        }
        expect(drawPaper(key, prepareDraw(wanted, questions, withdrawn), which)).toEqual(paper)
      },
    ),
    { numRuns: 2000 },
  )
  expect(drawn).toBeGreaterThan(100)
})

test('a paper is found whenever there is one: as many are matched as by trying every choice', () => {
  const small = fc.array(fc.array(fc.nat(4), { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(small, lists => {
      const candidates = lists.map(list => [...new Set(list)])
      const tries = (at: number, taken: Set<number>): boolean =>
        at === candidates.length ||
        candidates[at]!.some(no => !taken.has(no) && tries(at + 1, new Set([...taken, no])))
      const found = matchParts(
        candidates.map(() => ({ count: 1 })),
        candidates,
      )
      expect(found !== null).toBe(tries(0, new Set()))
      if (found) expect(found.every((no, at) => candidates[at]!.includes(no))).toBe(true)
    }),
  )
})

const hundred = Array.from(
  { length: 100 },
  (_, no): DrawQuestion => ({
    no,
    type: 'single',
    category: '',
    difficulty: 'easy',
    optionCount: 4,
    withdrawn: null,
  }),
)
const ten: DrawPart[] = [{ count: 10, type: 'single', category: null, difficulty: null, points: 1 }]

describe('chance', () => {
  const draw = prepareDraw(ten, hundred)
  const papers = Array.from({ length: 5000 }, (_, playerNo) =>
    drawPaper(key, draw, { contestNo: 1, playerNo, n: 0 }),
  )
  /** Of counts that should all be `expected`; the 99.9th percentile of as many degrees of freedom. */
  const chiSquare = (counts: readonly number[], expected: number) =>
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const percentile = (degrees: number) =>
    degrees * (1 - 2 / (9 * degrees) + 3.09 * Math.sqrt(2 / (9 * degrees))) ** 3

  test('asks every question as often as any other', () => {
    const counts = new Array<number>(100).fill(0)
    for (const { questions } of papers) for (const no of questions) counts[no]!++
    expect(chiSquare(counts, 500)).toBeLessThan(percentile(99))
  })

  test('shows each option at each place as often as at any other', () => {
    const counts = new Array<number>(16).fill(0)
    for (const { orders } of papers)
      for (const order of orders) for (const [place, option] of order.entries()) counts[place * 4 + option]!++
    expect(chiSquare(counts, (5000 * 10) / 4)).toBeLessThan(percentile(9))
  })

  test('is another for another contest, player, attempt and key', () => {
    const which = { contestNo: 1, playerNo: 1, n: 0 }
    const one = JSON.stringify(drawPaper(key, draw, which))
    for (const other of [{ contestNo: 2 }, { playerNo: 2 }, { n: 1 }])
      expect(JSON.stringify(drawPaper(key, draw, { ...which, ...other }))).not.toBe(one)
    expect(JSON.stringify(drawPaper(createSecretKey(Buffer.alloc(32, 8)), draw, which))).not.toBe(one)
    expect(JSON.stringify(drawPaper(key, draw, which, 1))).not.toBe(one)
  })
})
