import { expect, it } from 'vitest'
import { policyTexts } from './policy.texts.ts'

const slots = (text = '') => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

it('exist in both languages, with the same values to fill in', () => {
  expect(Object.keys(policyTexts.en)).toEqual(Object.keys(policyTexts.zh))
  for (const [key, text] of Object.entries(policyTexts.zh))
    expect([key, slots(policyTexts.en[key as keyof typeof policyTexts.en])]).toEqual([key, slots(text)])
})
