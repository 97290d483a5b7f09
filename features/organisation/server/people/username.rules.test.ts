import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { AccountDraft } from '../../contract/index.ts'
import { proposeUsernames } from './username.rules.ts'

test.each([
  [['wang', 'xiao', 'yu'], 'wangxiaoyu'],
  [['Anna', 'Lee'], 'annalee'],
  [['7', 'shi'], 'shi'],
  [['…'], 'user'],
  [['a'], 'user'],
  [['x'.repeat(60)], 'x'.repeat(24)],
])('%j is called %s', (syllables, name) => {
  const proposals = proposeUsernames(syllables)
  expect(proposals[0]).toBe(name)
  expect(new Set(proposals).size).toBe(proposals.length)
  for (const username of proposals) expect(Value.Check(AccountDraft, { username })).toBe(true)
})
