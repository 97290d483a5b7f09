import { expect, it } from 'vitest'
import { confidenceWord } from './confidence.ts'

it.each([
  [0, 'doubtful'],
  [0.59, 'doubtful'],
  [0.6, 'likely'],
  [0.84, 'likely'],
  [0.85, 'certain'],
  [1, 'certain'],
] as const)('calls %d %s', (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word)
})
