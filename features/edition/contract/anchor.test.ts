import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorAt, findAnchor } from './anchor.ts'

const letter = fc.constantFrom('学', '习', '会', '，', '一', 'a', '𠀀')
const block = fc.array(letter, { maxLength: 24 }).map(letters => letters.join(''))
const text = fc.array(block, { minLength: 1, maxLength: 5 })
const selected = text.chain(blocks =>
  fc.record({ blocks: fc.constant(blocks), at: fc.nat({ max: blocks.length - 1 }) }).chain(({ at }) => {
    const { length } = blocks[at]!
    return fc
      .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
      .map(([a, b]) => ({ blocks, place: { block: at, start: Math.min(a, b), end: Math.max(a, b) } }))
  }),
)

it('finds in an unchanged text the very place that was selected', () => {
  fc.assert(
    fc.property(selected, ({ blocks, place }) => {
      const found = findAnchor(blocks, anchorAt(blocks, place))
      expect(found).toEqual(place.start === place.end ? null : place)
    }),
  )
})

it('never points at other words, whatever became of the text', () => {
  fc.assert(
    fc.property(selected, text, ({ blocks, place }, later) => {
      const anchor = anchorAt(blocks, place)
      const found = findAnchor(later, anchor)
      if (found) expect(later[found.block]!.slice(found.start, found.end)).toBe(anchor.quote)
      else if (anchor.quote !== '') {
        const ends = later.join('\n').matchAll(new RegExp(`(?=${anchor.quote})`, 'gu'))
        expect([...ends].length).not.toBe(1)
      }
    }),
  )
})

it('follows words whose paragraph moved, and gives up where they stand twice', () => {
  const anchor = anchorAt(['甲乙丙', '120人参加'], { block: 1, start: 0, end: 4 })
  expect(findAnchor(['新的一段', '甲乙丙', '共120人参加'], anchor)).toEqual({ block: 2, start: 1, end: 5 })
  expect(findAnchor(['120人', '甲', '120人'], anchor)).toBeNull()
  expect(findAnchor(['甲乙丙', '130人参加'], anchor)).toBeNull()
})

it('tells apart the same words within a paragraph', () => {
  const anchor = anchorAt(['参加人数，参加人次'], { block: 0, start: 5, end: 7 })
  expect(anchor).toEqual({ block: 0, quote: '参加', occurrence: 1 })
  expect(findAnchor(['首先参加人数，参加人次'], anchor)).toEqual({ block: 0, start: 7, end: 9 })
})
