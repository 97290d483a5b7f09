import { expect, test } from 'vitest'
import { readExpectedLines } from './expected-lines.ts'

test('two columns of Excel, words with blanks and full-width digits are read', () => {
  expect(readExpectedLines('洛阳市科协\t12,000\n孟津区科协 １８００人\n\n郑州市 科协,300\n甲科协 -')).toEqual(
    {
      rows: [
        { unit: '洛阳市科协', expected: 12_000 },
        { unit: '孟津区科协', expected: 1800 },
        { unit: '郑州市 科协', expected: 300 },
        { unit: '甲科协', expected: null },
      ],
      bad: [],
    },
  )
})

test('what cannot be read is told by its line, and never guessed at', () => {
  const { rows, bad } = readExpectedLines(
    '单位\t应参加人数\n甲科协 约三百\n乙科协\n丙科协 1.5\n丁科协 1234567890',
  )
  expect(rows).toEqual([])
  expect(bad.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5])
})
