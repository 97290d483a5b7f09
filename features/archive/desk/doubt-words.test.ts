import { warningCodes } from '@jianbao/intake/contract'
import { expect, it } from 'vitest'
import { englishDoubts } from './doubt-words.ts'

it('every warning of the reader can be said in English', () => {
  expect(warningCodes.filter(code => !englishDoubts[code])).toEqual([])
})
