import { expect, it } from 'vitest'
import { en } from './person.texts.en.ts'
import { zh } from './person.texts.zh.ts'

const slots = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

it('has every text in both languages, with the same values to fill in', () => {
  expect(Object.keys(en).filter(key => !key.endsWith('_one'))).toEqual(Object.keys(zh))
  for (const key of Object.keys(zh) as (keyof typeof zh)[])
    expect([key, slots(en[key])]).toEqual([key, slots(zh[key])])
})

it('has a form for one thing only beside the form for many', () => {
  for (const [key, text] of Object.entries(en)) {
    const many = key.endsWith('_one') ? key.slice(0, -'_one'.length) : key
    expect([key, slots(text)]).toEqual([key, slots(zh[many as keyof typeof zh])])
  }
})
