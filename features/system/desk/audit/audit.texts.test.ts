import { expect, it } from 'vitest'
import { en } from './audit.texts.en.ts'
import { zh } from './audit.texts.zh.ts'

const slots = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

it('has every text in both languages, with the same values to fill in', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  for (const key of Object.keys(zh) as (keyof typeof zh)[])
    expect([key, slots(en[key])]).toEqual([key, slots(zh[key])])
})
