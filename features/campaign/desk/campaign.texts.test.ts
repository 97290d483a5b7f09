import { textFaults } from '@jianbao/ui/text-faults'
import { expect, it } from 'vitest'
import { en } from './campaign.texts.en.ts'
import { zh } from './campaign.texts.zh.ts'
import { commitmentTexts } from './commitment/commitment.texts.ts'
import { packTexts } from './pack/pack.texts.ts'
import { taskTexts } from './task/task.texts.ts'

it.each([
  ['campaigns', { zh, en }],
  ['tasks', taskTexts],
  ['packs', packTexts],
  ['commitments', commitmentTexts],
])('%s have every text in both languages, with the same values to fill in', (_, texts) => {
  expect(textFaults(texts.zh, texts.en)).toEqual([])
})
