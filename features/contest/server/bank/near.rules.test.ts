import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearPairs, nearShare, openNearIndex, type Paired } from './near.rules.ts'
import { pairsOf } from './question.words.ts'
import { questionsOfText } from './read-question-lines.ts'

const sets = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 10 })
const known = fc
  .array(sets, { minLength: 2, maxLength: 14 })
  .map(all => all.map((pairs, at): Paired => ({ id: String.fromCharCode(97 + at), pairs })))

function share(a: readonly number[], b: readonly number[]): number {
  const both = a.filter(each => b.includes(each)).length
  return both / (a.length + b.length - both)
}

test('whoever compares each with each finds the same', () => {
  fc.assert(
    fc.property(known, all => {
      const plain = all.flatMap(one =>
        all
          .filter(other => one.id < other.id && share(one.pairs, other.pairs) >= nearShare)
          .map(other => `${one.id}${other.id}`),
      )
      expect(
        nearPairs(all)
          .map(({ one, other }) => one + other)
          .sort(),
      ).toEqual(plain.sort())
    }),
  )
})

test('one that is not among them is found by members nobody else has, too', () => {
  fc.assert(
    fc.property(known, sets, (all, pairs) => {
      const plain = all.filter(each => share(each.pairs, pairs) >= nearShare).map(({ id }) => id)
      expect(
        openNearIndex(all)
          .find({ id: 'new', pairs })
          .map(({ id }) => id)
          .sort(),
      ).toEqual(plain.sort())
    }),
  )
})

const single = (stem: string, ...options: string[]) => ({ type: 'single' as const, stem, options })
const near = (a: Parameters<typeof pairsOf>[0], b: Parameters<typeof pairsOf>[0]): boolean =>
  nearPairs([
    { id: 'a', pairs: pairsOf(a) },
    { id: 'b', pairs: pairsOf(b) },
  ]).length > 0

test('another word or sign is near, another fact is not', () => {
  const years = ['1919 年', '1921 年', '1927 年', '1949 年']
  const asked = single('中国共产党成立于哪一年？（ ）', ...years)
  expect(near(asked, single('中国共产党成立于（ ）', ...years))).toBe(true)
  expect(near(asked, single('中国共产党成立于哪一年？', ...years.toReversed()))).toBe(true)
  expect(
    near(asked, single('中国工农红军会师于哪一年？（ ）', '1935 年', '1936 年', '1937 年', '1938 年')),
  ).toBe(false)
  const stem = '下列说法正确的是（ ）'
  expect(
    near(single(stem, '声音在真空中传播', '光沿直线传播'), single(stem, '月球会发光', '火星是恒星')),
  ).toBe(false)
})

test('nothing of the demonstration is taken for the same, and many are compared at once', async () => {
  const text = await readFile(new URL('../../../../demo/contest/questions.txt', import.meta.url), 'utf8')
  const questions = questionsOfText(text)
  const paired = questions.map((each, at) => ({ id: String(at), pairs: pairsOf(each) }))
  expect(
    nearPairs(paired).map(({ one, other }) => [questions[Number(one)]!.stem, questions[Number(other)]!.stem]),
  ).toEqual([])
  const twice = paired.flatMap(each => [each, { ...each, id: `${each.id} again` }])
  expect(nearPairs(twice)).toHaveLength(questions.length)
})
