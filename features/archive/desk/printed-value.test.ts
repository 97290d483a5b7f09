import { expect, it } from 'vitest'
import { printedValue } from './printed-value.ts'

it.each([
  ['120人', 120],
  ['4300余人次', 4300],
  ['1.5万人次', 15_000],
  ['2.3亿元', 230_000_000],
  ['３千 多份', 3000],
  ['12,000份', 12_000],
  ['10余万册', 100_000],
  ['一百二十人', null],
])('reads %s as it is printed', (surface, value) => {
  expect(printedValue(surface)).toBe(value)
})
