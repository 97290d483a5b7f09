import type { Place } from '@jianbao/proofreading/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticleDoc, docText, type FigureAttrs, figuresOf, type Inline } from '../../contract/index.ts'
import { mendDoc } from './mend-doc.ts'

const attrs: FigureAttrs = {
  id: '00000000-0000-4000-8000-00000000000a',
  op: 'one',
  measure: 'people',
  sources: [{ reportId: '00000000-0000-4000-8000-00000000000b', figureId: null }],
  shown: '120余人',
}
const figure: Inline = { type: 'figure', attrs }
const text = (words: string): Inline => ({ type: 'text', text: words })
const docOf = (...content: ArticleDoc['content']): ArticleDoc => ({ type: 'doc', content })
const at = (start: number, end: number, over: Partial<Place> = {}): Place => ({
  ...{ itemId: 'x', columnKey: 'y', part: 'body', block: 0, cell: null, start, end },
  ...over,
})

test('words beside a number that stands for figures are mended, and the number stays', () => {
  const doc = docOf({ type: 'paragraph', content: [text('建立台帐，'), figure, text('参加布署。')] })
  const first = mendDoc(doc, at(2, 4), { quote: '台帐', mend: '台账' })!
  expect(docText(first)).toBe('建立台账，120余人参加布署。')
  const second = mendDoc(first, at(12, 14), { quote: '布署', mend: '部署' })!
  expect(docText(second)).toBe('建立台账，120余人参加部署。')
  expect(figuresOf(second)).toEqual([attrs])
})

test('what a number that stands for figures is part of is left alone', () => {
  const doc = docOf({ type: 'paragraph', content: [text('近'), figure, text('参加。')] })
  expect(mendDoc(doc, at(0, 6), { quote: '近120余人', mend: '近120人' })).toBeNull()
  expect(mendDoc(doc, at(5, 7), { quote: '人参', mend: '参' })).toBeNull()
})

test('words that changed meanwhile are left alone', () => {
  const doc = docOf({ type: 'paragraph', content: [text('建立台账。')] })
  expect(mendDoc(doc, at(2, 4), { quote: '台帐', mend: '台账' })).toBeNull()
  expect(mendDoc(doc, at(2, 4, { block: 3 }), { quote: '台账', mend: '台帐' })).toBeNull()
})

test('a mend over two runs of text is put in once; nothing empty is left', () => {
  const doc = docOf({ type: 'paragraph', content: [text('建立台'), text('帐'), text('。')] })
  const mended = mendDoc(doc, at(2, 4), { quote: '台帐', mend: '台账' })!
  expect(mended.content).toEqual([{ type: 'paragraph', content: [text('建立台账'), text('。')] }])
})

test('captions, headings and cells are mended where they stand', () => {
  const picture = { pictureId: attrs.id, caption: '台帐展示。', alt: '', widthPercent: 60 }
  const cell = (words: string) => ({
    type: 'tableCell' as const,
    content: [{ type: 'paragraph' as const, content: [text(words)] }],
  })
  const doc = docOf(
    { type: 'picture', attrs: picture },
    { type: 'heading', attrs: { level: 1 }, content: [text('一、布署')] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('甲'), cell('合计8')] }] },
  )
  const change = (place: Place, quote: string, mend: string) => mendDoc(doc, place, { quote, mend })!
  expect(docText(change(at(0, 2, { part: 'caption' }), '台帐', '台账'))).toContain('台账展示。')
  expect(docText(change(at(2, 4, { block: 1 }), '布署', '部署'))).toContain('一、部署')
  const place = at(2, 3, { block: 2, part: 'cell', cell: { row: 0, column: 1 } })
  expect(docText(change(place, '8', '7'))).toContain('甲　合计7')
  expect(docText(doc)).toContain('合计8')
})

test('whatever stands in a paragraph, its text becomes what a text would, and no number is lost', () => {
  const inline = fc.oneof(fc.string({ minLength: 1, maxLength: 6 }).map(text), fc.constant(figure))
  fc.assert(
    fc.property(
      fc.array(inline, { maxLength: 8 }),
      fc.nat(40),
      fc.nat(8),
      fc.string({ maxLength: 4 }),
      (content, start, length, mend) => {
        const doc = docOf({ type: 'paragraph', content })
        const before = docText(doc)
        const [from, to] = [Math.min(start, before.length), Math.min(start + length, before.length)]
        const mended = mendDoc(doc, at(from, to), { quote: before.slice(from, to), mend })
        if (!mended) return
        expect(docText(mended)).toBe(before.slice(0, from) + mend + before.slice(to))
        expect(figuresOf(mended)).toHaveLength(figuresOf(doc).length)
      },
    ),
  )
})
