import { expect, test } from 'vitest'
import { figureWords } from './figure-words.ts'

const figure = { surface: null, value: 137, unit: '人' }

test('a figure is found as it was read, with its unit, or as a bare number that is whole', () => {
  expect(figureWords('近140人、实到137人', { ...figure, surface: '近140人' })).toBe('近140人')
  expect(figureWords('137人参加', figure)).toBe('137人')
  expect(figureWords('137名群众参加', figure)).toBe('137')
  expect(figureWords('1137名群众参加', figure)).toBeNull()
  expect(figureWords('13.75万元', { ...figure, value: 13.7 })).toBeNull()
})
