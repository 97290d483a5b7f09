import fc from 'fast-check'
import { expect, test } from 'vitest'
import { misplaced, unaccounted } from './conservation.check.ts'
import { readDocument } from './read-document.ts'

// The furniture of bulletins in any order, broken anywhere: no page looks so, and none may lose a character or throw.
const words = [
  '青石县简报',
  '第18期',
  '〔2021〕',
  '（总第',
  '2021年8月20日',
  '8月19日',
  '主办：',
  '签发人：某某',
  '内部资料　注意保存',
  '目　录',
  '……1',
  '【简讯】',
  '【动态】青石县总工会成立',
  '一、工作部署',
  '（一）',
  '1.',
  '●',
  '——记青石县',
  '记者 某某',
  '来源：青石县',
  '（供稿：',
  '青石县总工会）',
  '3月5日，青石县总工会召开会议，',
  '120人参加。',
  '图1 会场',
  '报　送：',
  '报：县委，送：',
  '发：各乡镇。',
  '印发日期：',
  '共印60份',
  '- 2 -',
  '第3页 共4页',
  '|',
  '# ',
  '**',
  '\u200b',
  '\ud840',
]
const breaks = ['', ' ', '\u3000\u3000', '\t', '\n', '\n\n', '\r\n', '\f', '\n    ']

test('furniture in any order is read without a throw and without losing a character', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...breaks)), { maxLength: 60 }),
      parts => {
        const raw = parts.flat().join('')
        const document = readDocument(raw)
        expect(unaccounted(raw, document)).toEqual([])
        expect(misplaced(raw, document)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})
