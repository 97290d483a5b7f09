import { expect, it } from 'vitest'
import { clauseAround, erratumWords } from './erratum.words.ts'

const facts = {
  issueName: '学习教育简报第3期',
  columnName: '学教动态',
  headline: '甲市开展活动',
  was: '120余人',
  isNow: '150人',
}

it('words an erratum as offices do', () => {
  expect(erratumWords(facts)).toBe(
    '《学习教育简报》第3期“学教动态”栏目《甲市开展活动》一文中“120余人”应为“150人”。',
  )
  expect(erratumWords({ ...facts, headline: '' })).toBe(
    '《学习教育简报》第3期“学教动态”栏目一则中“120余人”应为“150人”。',
  )
  expect(erratumWords({ ...facts, headline: '', columnName: null })).toBe(
    '《学习教育简报》第3期中“120余人”应为“150人”。',
  )
  expect(erratumWords({ ...facts, issueName: '学习教育简报增刊第2期' })).toMatch(/^《学习教育简报》增刊第2期/)
})

it('shows the clause a number stands in', () => {
  const text = '6月1日开会。会上120余人签到，气氛热烈。散会。'
  expect(clauseAround(text, '120余人')).toBe('会上120余人签到，气氛热烈')
  expect(clauseAround('没有', '120余人')).toBe('没有')
})
