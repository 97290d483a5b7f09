import { textFaults } from '@jianbao/ui/text-faults'
import { expect, it } from 'vitest'
import { en } from './identity.texts.en.ts'
import { zh } from './identity.texts.zh.ts'

it('has every text in both languages, with the same values to fill in', () => {
  expect(textFaults(zh, en)).toEqual([])
})
