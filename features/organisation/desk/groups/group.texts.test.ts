import { expect, it } from 'vitest'
import { en } from './group.texts.en.ts'
import { zh } from './group.texts.zh.ts'

const slots = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

it('has every text in both languages, with the same values to fill in', () => {
  expect(Object.keys(en).filter(key => !key.endsWith('_one'))).toEqual(Object.keys(zh))
  for (const key of Object.keys(zh) as (keyof typeof zh)[])
    expect([key, slots(en[key])]).toEqual([key, slots(zh[key])])
})
