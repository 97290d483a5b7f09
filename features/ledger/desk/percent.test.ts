import { expect, test } from 'vitest'
import { percent } from './percent.ts'

test.each([
  [1, '100%'],
  [0.9999, '99.9%'],
  [0.5, '50%'],
  [0.314, '31.4%'],
  [0.0001, '0.1%'],
  [0, '0%'],
])('%d is %s: all and nothing are never claimed', (rate, words) => {
  expect(percent(rate)).toBe(words)
})
