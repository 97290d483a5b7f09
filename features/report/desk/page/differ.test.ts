import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffPart, differ } from './differ.ts'

const side = (parts: readonly DiffPart[], other: DiffPart['kind']) =>
  parts.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('')

test('whole words of Chinese change, not halves of them', () => {
  const parts = differ('8月13日，市科协组织志愿者66人。', '8月13日，市科协组织科技志愿者66人参加。')
  expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['科技', '参加'])
  expect(parts.some(({ kind }) => kind === 'removed')).toBe(false)
})

test('both texts can be put together again from the parts', () => {
  const text = fc.array(fc.constantFrom('科协', '志愿者', '，', '\n', '66', ' a', '😀'), { maxLength: 20 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const parts = differ(one.join(''), other.join(''))
      expect(side(parts, 'added')).toBe(one.join(''))
      expect(side(parts, 'removed')).toBe(other.join(''))
    }),
  )
})
