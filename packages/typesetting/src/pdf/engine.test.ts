import { expect, it } from 'vitest'
import { loadEngine } from './engine.ts'

it('is null where no package fits the machine, and no error', () => {
  expect(loadEngine(['@jianbao/no-such-engine', 'also-not-there'])).toBeNull()
})
