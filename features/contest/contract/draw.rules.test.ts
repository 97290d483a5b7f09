import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DrawPart } from './contest-rules.schema.ts'
import { availableFor, type DrawableKind, fits, shortfallsOf } from './draw.rules.ts'
import { difficulties, questionTypes } from './question.schema.ts'

const part = (count: number, wish: Partial<DrawPart> = {}): DrawPart => ({
  ...{ count, type: null, category: null, difficulty: null, points: 1 },
  ...wish,
})
const kind = (count: number, wish: Partial<DrawableKind> = {}): DrawableKind => ({
  ...{ count, type: 'single', category: '', difficulty: 'easy' },
  ...wish,
})

test('parts that take from the same questions are reckoned together', () => {
  const kinds = [kind(5), kind(5, { type: 'multiple' })]
  const wide = part(6)
  const narrow = part(5, { type: 'single' })
  expect(availableFor(wide, kinds)).toBe(10)
  // Each alone has enough; both together are one short, whoever comes first.
  expect(shortfallsOf([wide, narrow], kinds)).toEqual([0, 1])
  expect(shortfallsOf([narrow, wide], kinds)).toEqual([0, 1])
  // The wide part leaves the narrow one what only it can use.
  expect(shortfallsOf([part(5), narrow], kinds)).toEqual([0, 0])
})

test('a chain of parts is moved along to its end', () => {
  const kinds = [
    kind(1, { category: 'a' }),
    kind(1, { category: 'b', type: 'multiple' }),
    kind(1, { category: 'b', difficulty: 'hard' }),
  ]
  const draw = [part(1, { type: 'single' }), part(1, { category: 'b' }), part(1, { category: 'a' })]
  expect(shortfallsOf(draw, kinds)).toEqual([0, 0, 0])
})

test('as many papers are found possible as by trying every way', () => {
  const wish = fc.record({
    count: fc.integer({ min: 1, max: 3 }),
    type: fc.option(fc.constantFrom(...questionTypes.slice(0, 2))),
    category: fc.option(fc.constantFrom('a', 'b')),
    difficulty: fc.option(fc.constantFrom(...difficulties.slice(0, 2))),
    points: fc.constant(1),
  })
  const kinds = fc.uniqueArray(
    fc.record({
      type: fc.constantFrom(...questionTypes.slice(0, 2)),
      category: fc.constantFrom('a', 'b'),
      difficulty: fc.constantFrom(...difficulties.slice(0, 2)),
      count: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 5, selector: ({ type, category, difficulty }) => `${type} ${category} ${difficulty}` },
  )
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 3 }), kinds, (draw, there) => {
      const possible = shortfallsOf(draw, there).every(lacking => lacking === 0)
      expect(possible).toBe(tryAll(draw, there))
    }),
    { numRuns: 500 },
  )
})

/** Seats one question after another in every way there is. */
function tryAll(draw: readonly DrawPart[], kinds: readonly DrawableKind[]): boolean {
  const seats = draw.flatMap(each => Array.from({ length: each.count }, () => each))
  const seat = (at: number, left: readonly number[]): boolean =>
    at === seats.length ||
    kinds.some(
      (each, no) =>
        left[no]! > 0 &&
        fits(seats[at]!, each) &&
        seat(
          at + 1,
          left.map((count, other) => (other === no ? count - 1 : count)),
        ),
    )
  return seat(
    0,
    kinds.map(({ count }) => count),
  )
}
