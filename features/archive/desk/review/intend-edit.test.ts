import { describe, expect, it } from 'vitest'
import { type EditAct, intendEdit } from './intend-edit.ts'
import { anArticle, anEvent, aReading } from './reading.fixture.ts'

const reading = aReading(
  [
    anArticle(10, ['甲一', '甲二'], [], '题甲'),
    anArticle(20, ['乙县举办。'], [anEvent(20)]),
    anArticle(40, ['丙一'], [], '题丙'),
  ],
  [[12, 14]],
)
const mean = (act: EditAct, mark: string | null, cursor: number | null = null) =>
  intendEdit(act, { at: 0, reading, mark, cursor })
const paragraph = { reading: 0, column: 0, article: 0, paragraph: 1 }

describe('what a key means for the thing in hand', () => {
  it('makes of a paragraph what the key says', () => {
    expect(mean('headline', 'p0.0.1')).toEqual({ edit: { act: 'make-headline', ...paragraph } })
    expect(mean('noise', 'p0.0.1')).toEqual({ edit: { act: 'make-noise', ...paragraph } })
    expect(mean('contributor', 'p0.0.1')).toEqual({ edit: { act: 'make-contributor', ...paragraph } })
    expect(mean('columnName', 'p0.0.1')).toEqual({ edit: { act: 'make-column', ...paragraph } })
    expect(mean('article', 'p0.0.1')).toEqual({ edit: { act: 'split-article', ...paragraph } })
    expect(mean('article', 'p0.0.0')).toEqual({ refusal: 'startOfArticle' })
  })

  it('works on the paragraph a fact stands in', () => {
    expect(mean('noise', 'e0.1.0.u0')).toEqual({
      edit: { act: 'make-noise', reading: 0, column: 0, article: 1, paragraph: 0 },
    })
  })

  it('joins with the next paragraph, and at the end of an article with the next one without a headline', () => {
    expect(mean('join', 'p0.0.0')).toEqual({ edit: { act: 'join-paragraphs', ...paragraph, paragraph: 0 } })
    expect(mean('join', 'p0.0.1')).toEqual({
      edit: { act: 'join-articles', reading: 0, column: 0, article: 1, intoColumn: 0, intoArticle: 0 },
    })
    expect(mean('join', 'p0.1.0')).toEqual({ refusal: 'headlineFirst' })
    expect(mean('join', 'p0.2.0')).toEqual({ refusal: 'noNext' })
    expect(mean('join', 'h0.2')).toEqual({ refusal: 'headlineFirst' })
  })

  it('asks where to part and where to move', () => {
    expect(mean('split', 'p0.0.1', 1)).toEqual({
      dialog: { name: 'split', place: { kind: 'paragraph', column: 0, article: 0, paragraph: 1 }, cursor: 1 },
    })
    expect(mean('move', 'h0.0')).toEqual({
      dialog: { name: 'move', place: { column: 0, article: 0 }, paragraph: null },
    })
    expect(mean('move', 'e0.1.0')).toMatchObject({ dialog: { name: 'move', paragraph: 0 } })
    expect(mean('move', 'c0')).toEqual({ refusal: 'noArticle' })
  })

  it('puts text set aside back where it stands', () => {
    expect(mean('noise', 'n0')).toEqual({
      edit: { act: 'restore-noise', reading: 0, noise: 0, toColumn: 0, toArticle: 0, toPosition: 2 },
    })
  })

  it('changes the unit or date in hand, or adds one to the event', () => {
    expect(mean('unit', 'e0.1.0.u0')).toMatchObject({ dialog: { name: 'unit', index: 0 } })
    expect(mean('unit', 'p0.1.0')).toMatchObject({
      dialog: { name: 'unit', index: null, place: { event: 0 } },
    })
    expect(mean('date', 'e0.1.0.u0')).toMatchObject({ dialog: { name: 'date', index: null } })
    expect(mean('date', 'm0')).toEqual({ dialog: { name: 'issue' } })
    expect(mean('date', null)).toEqual({ dialog: { name: 'issue' } })
    expect(mean('unit', 'p0.0.0')).toEqual({ refusal: 'noEvent' })
  })

  it('opens what belongs to the thing, and drops what can be dropped', () => {
    expect(mean('change', 'c0')).toEqual({ dialog: { name: 'column', column: 0 } })
    expect(mean('change', 'e0.1.0')).toMatchObject({ dialog: { name: 'event' } })
    expect(mean('drop', 'e0.1.0.u0')).toEqual({
      edit: { act: 'drop-unit', reading: 0, column: 0, article: 1, event: 0, unit: 0 },
    })
    expect(mean('drop', 'h0.0')).toMatchObject({ edit: { act: 'drop-headline', joinBefore: false } })
    expect(mean('drop', 'p0.0.0')).toEqual({ refusal: 'notDroppable' })
  })

  it('asks for something in hand first', () => {
    for (const act of ['headline', 'join', 'noise', 'unit', 'drop'] as const)
      expect(mean(act, null)).toEqual({ refusal: 'chooseFirst' })
  })
})
