import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPastedWords } from './read-rows.ts'

test('columns of a sheet are read, its headings are not', () => {
  const text =
    '不规范用语\t规范用语\t说明\t轻重\r\n大蓬车\t大篷车\t\t错误\r\n老干部\t\t用“离退休干部”。\t提示\r\n'
  expect(readPastedWords(text)).toEqual({
    rows: [
      { wrong: '大蓬车', right: '大篷车', reason: null, level: 'error' },
      { wrong: '老干部', right: null, reason: '用“离退休干部”。', level: 'hint' },
    ],
    left: [],
  })
})

test('two columns are enough; a cell with a break and quotation marks is one cell', () => {
  expect(readPastedWords('甲词\t乙词\n"丙\n词"\t"说""对"""').rows).toEqual([
    { wrong: '甲词', right: '乙词', reason: null, level: 'warn' },
    { wrong: '丙 词', right: '说"对"', reason: null, level: 'warn' },
  ])
})

test('lines without a word, or with one that is too long, are named', () => {
  expect(readPastedWords(`甲词\t乙词\n\t丙词\n\n${'长'.repeat(41)}\t短`)).toMatchObject({
    rows: [{ wrong: '甲词' }],
    left: [2, 4],
  })
})

test('whatever is pasted is read to the end, and nothing of it is a word that the server would refuse', () => {
  const scrap = fc.oneof(fc.constantFrom('\t', '\n', '\r\n', '"', '""', '词'), fc.string({ maxLength: 50 }))
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 30 }), parts => {
      for (const { wrong, right, reason } of readPastedWords(parts.join('')).rows) {
        expect(wrong.length).toBeGreaterThan(0)
        expect(wrong.length).toBeLessThanOrEqual(40)
        expect(right?.length ?? 1).toBeLessThanOrEqual(60)
        expect(reason?.length ?? 1).toBeLessThanOrEqual(120)
      }
    }),
  )
})
