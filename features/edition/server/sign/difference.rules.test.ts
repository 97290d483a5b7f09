import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareRounds, type RoundItem } from './difference.rules.ts'

const item = (id: string, columnKey = 'news', text = id): RoundItem => ({
  id,
  columnKey,
  column: columnKey,
  headline: `标题${id}`,
  subtitle: '',
  contributor: '',
  blocks: [text],
})
const ids = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 10 })
const round = ids.chain(those =>
  fc.tuple(
    ...those.map(id =>
      fc
        .tuple(fc.constantFrom('lead', 'news'), fc.constantFrom('甲', '乙'))
        .map(([column, text]) => item(id, column, text)),
    ),
  ),
) as fc.Arbitrary<RoundItem[]>

it('finds nothing between a round and itself', () => {
  fc.assert(
    fc.property(round, items => {
      expect(compareRounds(items, items)).toEqual({ same: items.length, items: [] })
    }),
  )
})

it('names every item once, and what it does not name stayed in its column, its order and its words', () => {
  fc.assert(
    fc.property(round, round, (before, after) => {
      const { same, items } = compareRounds(before, after)
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      const of = (change: string) =>
        new Set(items.filter(i => i.changes.includes(change as never)).map(i => i.id))
      const [added, removed, moved, changed] = ['added', 'removed', 'moved', 'changed'].map(of)
      const is = new Map(after.map(each => [each.id, each]))
      const was = new Map(before.map(each => [each.id, each]))
      expect(added).toEqual(new Set(after.filter(({ id }) => !was.has(id)).map(({ id }) => id)))
      expect(removed).toEqual(new Set(before.filter(({ id }) => !is.has(id)).map(({ id }) => id)))
      expect(same).toBe(after.length - items.filter(({ after: now }) => now !== null).length)
      const kept = (those: RoundItem[], column: string) =>
        those
          .filter(({ id, columnKey }) => columnKey === column && is.has(id) && was.has(id) && !moved!.has(id))
          .map(({ id }) => id)
      for (const column of ['lead', 'news']) expect(kept(before, column)).toEqual(kept(after, column))
      for (const { id, blocks } of before) {
        const now = is.get(id)
        if (now) expect(changed!.has(id)).toBe(now.blocks[0] !== blocks[0])
      }
    }),
  )
})

it('calls one item moved, not all those it was moved past', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => item(id)) as [
    RoundItem,
    RoundItem,
    RoundItem,
    RoundItem,
  ]
  expect(compareRounds([a, b, c, d], [d, a, b, c]).items.map(({ id, changes }) => [id, changes])).toEqual([
    ['d', ['moved']],
  ])
})
