/** Whether chance is fair. Seeds are fixed, so each figure is the same at every run. */
import { expect, test } from 'vitest'
import { drawOf, registerOf, seedOf } from './draw.fixture.ts'

const draws = 4000

/** Pearson's statistic of counts that should all be `expected`. */
const chiSquare = (counts: readonly number[], expected: number): number =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)

/**
 * The 99.9th percentile of chi-square (Wilson and Hilferty). What is drawn without putting back spreads less than the
 * statistic supposes, by (1 - share drawn); it is scaled back up, so that fairness too good to be true fails as well.
 */
const percentile = (degrees: number, z: number): number =>
  degrees * (1 - 2 / (9 * degrees) + z * Math.sqrt(2 / (9 * degrees))) ** 3
function expectFair(counts: readonly number[], expected: number, share: number): void {
  const degrees = counts.length - 1
  const statistic = (chiSquare(counts, expected) / (1 - share)) * (degrees / counts.length)
  expect(statistic).toBeLessThan(percentile(degrees, 3.09))
  expect(statistic).toBeGreaterThan(percentile(degrees, -3.09))
}

const register = registerOf({
  objects: 40,
  strata: 2,
  inspectors: 12,
  rules: { count: 10, objectsPerInspector: 10 },
})
const results = Array.from({ length: draws }, (_, number) => drawOf(register, seedOf(number)).result)
const countOf = (codes: readonly string[], all: readonly string[]): number[] => {
  const counts = new Map(codes.map(code => [code, 0]))
  for (const code of all) counts.set(code, counts.get(code)! + 1)
  return [...counts.values()]
}

test('every object is drawn as often as any other', () => {
  const drawn = results.flatMap(result => result.map(each => each.object))
  expectFair(
    countOf(
      register.objects.map(({ code }) => code),
      drawn,
    ),
    (draws * 10) / 40,
    10 / 40,
  )
})

test('every pair of inspectors meets as often as any other, and nobody is sent more', () => {
  const teams = results.map(result => result[0]!.inspectors)
  const codes = register.inspectors.map(({ code }) => code)
  expectFair(countOf(codes, teams.flat()), (draws * 2) / 12, 2 / 12)
  const pairs = codes.flatMap((one, at) => codes.slice(at + 1).map(other => [one, other].sort().join(' ')))
  expectFair(
    countOf(
      pairs,
      teams.map(team => [...team].sort().join(' ')),
    ),
    draws / pairs.length,
    0,
  )
})

test('the word called out matters as much as the seed', () => {
  const one = registerOf({
    objects: 40,
    strata: 1,
    inspectors: 4,
    rules: { count: 4, objectsPerInspector: 4 },
  })
  const drawn = Array.from({ length: draws }, (_, number) => drawOf(one, seedOf(1), `骰子 ${number}`).result)
  expectFair(
    countOf(
      one.objects.map(({ code }) => code),
      drawn.flatMap(result => result.map(each => each.object)),
    ),
    (draws * 4) / 40,
    4 / 40,
  )
})

test('who ranks first is not who inspects first: the two are independent', () => {
  const first = results.map(({ 0: each }) => `${each!.object} ${each!.inspectors[0]}`)
  const cells = register.objects.flatMap(({ code }) => register.inspectors.map(who => `${code} ${who.code}`))
  expectFair(countOf(cells, first), draws / cells.length, 0)
})
