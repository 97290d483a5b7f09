import { expect, test } from 'vitest'
import { closest } from './closest.ts'

test.each([
  ['410399', ['410300', '410400', '990100'], '410300'],
  ['洛阳科协', ['洛阳市科协', '开封市科协'], '洛阳市科协'],
  ['简秤', ['全称', '简称'], '简称'],
  ['县集', ['县级', '市级'], '县级'],
  // Near to every other one: no help.
  ['T9', ['T1', 'T2'], null],
  ['甲', ['乙', '丙'], null],
  ['某某研究会', ['青石学会'], null],
])('%s among %j: %s', (text, candidates, meant) => {
  expect(closest(text, candidates)).toBe(meant)
})
