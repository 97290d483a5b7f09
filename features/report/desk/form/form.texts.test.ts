import { textFaults } from '@jianbao/ui/text-faults'
import { expect, test } from 'vitest'
import { en } from './form.texts.en.ts'
import { zh } from './form.texts.zh.ts'

test('both languages say the same', () => {
  expect(textFaults(zh, en)).toEqual([])
})
