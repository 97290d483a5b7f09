import { describe, expect, it } from 'vitest'
import { eventOf, markOfEdit, paragraphOf, placeForNoise, placeOf } from './mark-place.ts'
import { anArticle, anEvent, aReading } from './reading.fixture.ts'

describe('placeOf', () => {
  it('reads every kind of mark', () => {
    expect(placeOf('m2')).toEqual({ kind: 'masthead', index: 2 })
    expect(placeOf('n0')).toEqual({ kind: 'noise', index: 0 })
    expect(placeOf('c1')).toEqual({ kind: 'column', column: 1 })
    expect(placeOf('h1.2')).toEqual({ kind: 'headline', column: 1, article: 2 })
    expect(placeOf('b1.2')).toEqual({ kind: 'contributor', column: 1, article: 2 })
    expect(placeOf('p0.1.12')).toEqual({ kind: 'paragraph', column: 0, article: 1, paragraph: 12 })
    expect(placeOf('e0.1.3')).toEqual({ kind: 'event', column: 0, article: 1, event: 3 })
    expect(placeOf('e0.1.3.f2')).toEqual({ kind: 'figure', column: 0, article: 1, event: 3, index: 2 })
  })

  it('has no place for doubts, distributions and nonsense', () => {
    for (const id of [null, '', '0:no-date:0-0', 'd0.1', 'p0.1', 'e0.1', 'x1']) expect(placeOf(id)).toBeNull()
  })
})

describe('paragraphs and events of a thing', () => {
  const reading = aReading([anArticle(100, ['第一段。', '第二段，有活动。'], [anEvent(104)])])

  it('find the paragraph an event stands in, and the event that begins in a paragraph', () => {
    expect(paragraphOf(reading, placeOf('e0.0.0.u0'))).toEqual({ column: 0, article: 0, paragraph: 1 })
    expect(eventOf(reading, placeOf('p0.0.1'))).toEqual({ column: 0, article: 0, event: 0 })
    expect(eventOf(reading, placeOf('p0.0.0'))).toBeNull()
    expect(paragraphOf(reading, placeOf('h0.0'))).toBeNull()
    expect(paragraphOf(reading, placeOf('e0.7.0'))).toBeNull()
  })
})

describe('placeForNoise', () => {
  it('puts text back where it stands in the original', () => {
    const articles = [anArticle(10, ['甲一', '甲二']), anArticle(20, ['乙一'])]
    const noise = (at: number) => aReading(articles, [[at, at + 2]])
    expect(placeForNoise(noise(12), 0)).toEqual({ toColumn: 0, toArticle: 0, toPosition: 2 })
    expect(placeForNoise(noise(30), 0)).toEqual({ toColumn: 0, toArticle: 1, toPosition: 1 })
    expect(placeForNoise(noise(0), 0)).toEqual({ toColumn: 0, toArticle: 0, toPosition: 0 })
    expect(placeForNoise(aReading([], [[0, 2]]), 0)).toBeNull()
  })
})

describe('markOfEdit', () => {
  it('names what an edit spoke of', () => {
    const event = { reading: 0, column: 1, article: 2, event: 3 }
    expect(markOfEdit({ act: 'set-unit', ...event, unit: 4, name: '甲', remember: false })).toBe('e1.2.3.u4')
    expect(markOfEdit({ act: 'drop-date', ...event, date: 0 })).toBe('e1.2.3.d0')
    expect(markOfEdit({ act: 'drop-event', ...event })).toBe('e1.2.3')
    expect(markOfEdit({ act: 'make-noise', reading: 0, column: 1, article: 2, paragraph: 3 })).toBe('p1.2.3')
    expect(markOfEdit({ act: 'set-headline', reading: 0, column: 1, article: 2, headline: null })).toBe(
      'h1.2',
    )
    expect(markOfEdit({ act: 'rename-column', reading: 0, column: 1, name: null })).toBe('c1')
    expect(markOfEdit({ act: 'set-issue', reading: 0, issueNo: 3 })).toBeNull()
    expect(markOfEdit({ act: 'settle', doubt: 'a' })).toBeNull()
  })
})
