import { textFaults } from '@jianbao/ui/text-faults'
import { expect, it } from 'vitest'
import { policyTexts } from './policy.texts.ts'

it('exist in both languages, with the same values to fill in', () => {
  expect(textFaults(policyTexts.zh, policyTexts.en)).toEqual([])
})
