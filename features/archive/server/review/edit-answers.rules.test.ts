/** Which doubts an edit of structure answers, and which edits make no sense. */
import type { IntakeDocument } from '@jianbao/intake/contract'
import { describe, expect, test } from 'vitest'
import type { ReviewEdit } from '../../contract/index.ts'
import { at, edited, raw, readings, refusal } from './one-bulletin.fixture.ts'

describe('doubts', () => {
  type Code = IntakeDocument['warnings'][number]['code']
  /** The bulletin with one more warning, at the place of these words. */
  const warned = (code: Code, words: string): IntakeDocument => {
    const from = raw.indexOf(words)
    const warning = { code, message: '请核对', span: [from, from + words.length] as [number, number] }
    return { ...readings[0]!, warnings: [warning] }
  }
  const open = (edit: ReviewEdit, from: IntakeDocument): Code[] =>
    edited(edit, [from]).warnings.map(warning => warning.code)

  test.each<[string, ReviewEdit, Code, string]>([
    ['joining', { act: 'join-paragraphs', ...at, paragraph: 0 }, 'join-uncertain', '讲座由'],
    ['a headline', { act: 'make-headline', ...at, paragraph: 1 }, 'kind-uncertain', '讲座由'],
    ['a column', { act: 'make-column', ...at, paragraph: 1 }, 'column-uncertain', '讲座由'],
    [
      'dropping a headline',
      { act: 'drop-headline', ...at, joinBefore: false },
      'kind-uncertain',
      '青禾市科协举办科普',
    ],
    [
      'renaming',
      { act: 'rename-column', reading: 0, column: 0, name: '要闻' },
      'column-uncertain',
      '学教动态',
    ],
    ['renaming', { act: 'rename-column', reading: 0, column: 0, name: '要闻' }, 'no-column', '学教动态'],
    ['a headline at last', { act: 'set-headline', ...at, headline: '讲座' }, 'no-headline', '5月10日'],
  ])('are answered by deciding there: %s', (_name, edit, code, words) => {
    expect(open(edit, warned(code, words))).toEqual([])
  })

  test('elsewhere stand', () => {
    const elsewhere = warned('join-uncertain', '青禾市农学会到东岭村')
    expect(open({ act: 'join-paragraphs', ...at, paragraph: 0 }, elsewhere)).toEqual(['join-uncertain'])
  })

  test('of facts are those of the last reading', () => {
    const stale = warned('list-count-differs', '5月10日')
    expect(open({ act: 'set-kind', ...at, kind: 'essay' }, stale)).toEqual([])
    const other = warned('list-count-differs', '5月11日')
    expect(open({ act: 'set-kind', ...at, kind: 'essay' }, other)).toEqual(['list-count-differs'])
  })
})

test.each<[string, ReviewEdit, string]>([
  ['a reading', { act: 'join-paragraphs', ...at, reading: 1, paragraph: 0 }, 'review-place-gone'],
  ['a column', { act: 'rename-column', reading: 0, column: 9, name: null }, 'review-place-gone'],
  ['an article', { act: 'set-kind', ...at, article: 9, kind: 'essay' }, 'review-place-gone'],
  ['a paragraph', { act: 'make-noise', ...at, paragraph: 2 }, 'review-place-gone'],
  ['the one after the last', { act: 'join-paragraphs', ...at, paragraph: 1 }, 'review-place-gone'],
  ['an event', { act: 'drop-event', ...at, event: 9 }, 'review-place-gone'],
  ['a unit', { act: 'drop-unit', ...at, event: 0, unit: 9 }, 'review-place-gone'],
  [
    'noise',
    { act: 'restore-noise', reading: 0, noise: 99, toColumn: 0, toArticle: 0, toPosition: 0 },
    'review-place-gone',
  ],
  [
    'a position',
    { act: 'move-paragraph', ...at, paragraph: 0, toColumn: 0, toArticle: 1, toPosition: 9 },
    'review-place-gone',
  ],
  ['a doubt', { act: 'settle', doubt: 'none' }, 'not-now'],
  ['the start of a text', { act: 'split-paragraph', ...at, paragraph: 0, offset: 0 }, 'not-now'],
  ['the end of a text', { act: 'split-paragraph', ...at, paragraph: 0, offset: 99_999 }, 'not-now'],
  ['itself', { act: 'join-articles', ...at, intoColumn: 0, intoArticle: 0 }, 'not-now'],
  ['a headed article', { act: 'join-articles', ...at, intoColumn: 0, intoArticle: 1 }, 'not-now'],
  ['nothing before', { act: 'drop-headline', ...at, joinBefore: true }, 'not-now'],
  ['nothing behind', { act: 'make-column', reading: 0, column: 1, article: 0, paragraph: 1 }, 'not-now'],
  ['nothing to set', { act: 'set-issue', reading: 0 }, 'not-now'],
])('an edit is refused: %s', (_name, edit, code) => {
  expect(refusal(edit)).toBe(code)
})
