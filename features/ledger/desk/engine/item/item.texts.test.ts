import { textFaults } from '@jianbao/ui/text-faults'
import { expect, it } from 'vitest'
import { itemTexts } from './item.texts.ts'

it('has every text in both languages, with the same values to fill in', () => {
  expect(textFaults(itemTexts.zh, itemTexts.en)).toEqual([])
})
