import { describe, expect, it } from 'vitest'
import type { Doubt } from '../../contract/index.ts'
import { anArticle, anEvent, aReading } from './reading.fixture.ts'
import { markAfterEdit, reviewMarks } from './review.marks.ts'

const marksOf = (reading: ReturnType<typeof aReading>, doubts: Doubt[] = []) =>
  reviewMarks(reading, doubts, () => '')
const doubt: Doubt = {
  id: '0:no-date:0-0',
  code: 'no-date',
  message: '没有日期',
  span: [0, 0],
  confidence: 0.2,
  mark: null,
  reading: 0,
  settled: false,
}

describe('reviewMarks', () => {
  it('shows the open doubts in place of the warnings of the reader', () => {
    const reading = {
      ...aReading([anArticle(10, ['甲一'])]),
      warnings: [{ code: 'no-date', message: '', span: [0, 0] }],
    } as ReturnType<typeof aReading>
    const warnings = marksOf(reading, [doubt]).filter(mark => mark.kind === 'warning')
    expect(warnings.map(({ id, spans, title }) => [id, spans, title])).toEqual([
      ['0:no-date:0-0', [[0, 1]], '没有日期'],
    ])
    expect(marksOf(reading).some(mark => mark.kind === 'warning')).toBe(false)
  })
})

describe('markAfterEdit', () => {
  const two = marksOf(aReading([anArticle(10, ['甲一', '甲二'])]))
  const second = two.find(mark => mark.id === 'p0.0.1')

  it('keeps the text in hand when it became a headline, was joined, or was set aside', () => {
    const headed = marksOf(aReading([anArticle(10, ['甲一']), anArticle(14, ['甲三'], [], '甲二')]))
    expect(markAfterEdit(headed, second)).toBe('h0.1')
    expect(markAfterEdit(marksOf(aReading([anArticle(10, ['甲一甲二'])])), second)).toBe('p0.0.0')
    expect(markAfterEdit(marksOf(aReading([anArticle(10, ['甲一'])], [[12, 14]])), second)).toBe('n0')
    expect(markAfterEdit(marksOf(aReading([anArticle(10, ['甲一'])])), second)).toBeNull()
  })

  it('keeps a fact in hand among others of its kind, and its paragraph when it was dropped', () => {
    const article = anArticle(10, ['甲县科协举办培训。'], [anEvent(10)])
    const before = marksOf(aReading([article]))
    const unit = before.find(mark => mark.id === 'e0.0.0.u0')
    const shifted = marksOf(aReading([anArticle(0, ['前文']), article]))
    expect(markAfterEdit(shifted, unit)).toBe('e0.1.0.u0')
    expect(markAfterEdit(marksOf(aReading([anArticle(10, ['甲县科协举办培训。'])])), unit)).toBe('p0.0.0')
    expect(markAfterEdit(before, undefined)).toBeNull()
  })
})
