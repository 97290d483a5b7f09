import { expect, test } from 'vitest'
import { personalIn } from './personal.rules.ts'

test.each([
  ['有位老人留了电话 13812345678', '手机号'],
  ['电话138-1234-5678', '手机号'],
  ['１３８１２３４５６７８', '手机号'],
  ['证号 41030119900101123X', '身份证号'],
  ['2026年共办讲座 12345 场，服务 138123456789 人次', null],
  ['群众希望晚上开课', null],
])('%s', (text, kind) => {
  expect(personalIn(text)).toBe(kind)
})
