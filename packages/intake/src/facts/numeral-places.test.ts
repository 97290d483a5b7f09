import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { placeNamesAt } from './divisions.ts'
import { numeralPlaceEnd } from './numeral-places.ts'

it('ends every name that begins with a numeral where the register does', () => {
  const file = readFileSync(new URL('../../data/divisions.csv', import.meta.url), 'utf8')
  const numeral = /^[一二两三四五六七八九十百千万亿零〇]/u
  const full = file.split('\n').flatMap(line => line.split(',')[1] ?? [])
  const begins = full.filter(name => numeral.test(name))
  expect(begins.length).toBeGreaterThan(50)
  for (const name of begins)
    for (let length = 2; length <= name.length; length++) {
      const text = `${name.slice(0, length)}的`
      expect(numeralPlaceEnd(text, 0), text).toBe(placeNamesAt(text, 0))
    }
  expect(numeralPlaceEnd('三个村', 0)).toBe(-1)
})
