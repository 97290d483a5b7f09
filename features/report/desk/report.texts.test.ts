import { textFaults } from '@jianbao/ui/text-faults'
import { expect, test } from 'vitest'
import { reportFlow } from '../contract/report.flow.ts'
import { en } from './report.texts.en.ts'
import { zh } from './report.texts.zh.ts'

test('both languages say the same', () => {
  expect(textFaults(zh, en)).toEqual([])
})

test('every step of a history has words', () => {
  // Drafts that are removed leave no history; the rest is written beside the deeds of the flow.
  const deeds = Object.keys(reportFlow).filter(deed => deed !== 'remove')
  const beside = ['begin', 'take-over', 'edit-adoption', 'register', 'unregister']
  expect([...deeds, ...beside].filter(step => !(`did.${step}` in zh))).toEqual([])
})
