import { expect, test } from 'vitest'
import { meets } from './password-rules.ts'

test.each([
  ['', false, false],
  ['Abc1', false, true],
  ['abcdefghij', true, false],
  ['Abcdefgh1-', true, true],
  ['abcdefghijklmnop', true, true],
  ['一条大河波浪宽1a', false, true],
])('%j', (password, length, kinds) => {
  expect([meets.length(password, 10), meets.kinds(password)]).toEqual([length, kinds])
})
