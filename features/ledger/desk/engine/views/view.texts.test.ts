import { expect, test } from 'vitest'
import { en } from './view.texts.en.ts'
import { zh } from './view.texts.zh.ts'

const values = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(found => found[1]!).sort()

test('both languages have the same texts, with the same values in them', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  for (const key of Object.keys(zh) as (keyof typeof zh)[])
    expect([key, values(en[key])]).toEqual([key, values(zh[key])])
})
