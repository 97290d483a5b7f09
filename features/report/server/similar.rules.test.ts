import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeEnough, likeness, nearTitles, plainTitle } from './similar.rules.ts'

const names = ['溪口县科协', '溪口县科学技术协会']
const found = (title: string, other: string) => nearTitles(title, [{ title: other }], names).length === 1

describe('under nearly the same title', () => {
  test.each([
    ['溪口县科协举办科普讲座', '溪口县科协举办科普讲座'],
    ['溪口县科协举办科普讲座', '溪口县科学技术协会举办科普讲座活动'],
    ['5月12日溪口县科协举办科普讲座', '举办科普讲座'],
    ['溪口县科协开展“科普进校园”活动', '溪口县科协开展科普进校园活动！'],
    ['溪口县科协２０２６年科普日启动', '溪口县科协2026年科普日启动仪式'],
  ])('%s · %s', (one, other) => expect(found(one, other)).toBe(true))

  test.each([
    ['溪口县科协举办科普讲座', '溪口县科协召开动员会议'],
    ['溪口县科协举办科普讲座', '溪口县科协'],
    ['溪口县科协', '溪口县科协'],
    ['溪口县科协开展科普进校园活动', '溪口县科协开展志愿服务慰问活动'],
  ])('and not: %s · %s', (one, other) => expect(found(one, other)).toBe(false))
})

test('the likest comes first; what a unit is called is left out, its longest name before the others', () => {
  const titles = ['举办科普讲座活动', '举办科普讲座', '慰问老人'].map(title => ({ title }))
  expect(nearTitles('溪口县科协举办科普讲座', titles, names).map(({ title }) => title)).toEqual([
    '举办科普讲座',
    '举办科普讲座活动',
  ])
  expect(plainTitle('溪口县科学技术协会（5月）讲座', ['溪口', '溪口县科学技术协会'])).toBe('讲座')
})

test('it is a measure: the same both ways, one for the same, never outside 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      const like = likeness(one, other)
      expect(like).toBeGreaterThanOrEqual(0)
      expect(like).toBeLessThanOrEqual(1)
      expect(likeness(other, one)).toBeCloseTo(like)
      expect(likeness(one, one)).toBe(one ? 1 : 0)
    }),
  )
  expect(likeness('科普讲座', '科普讲座会')).toBeGreaterThan(likeEnough)
})
