import { Problem } from '@jianbao/errors'
import { describe, expect, it } from 'vitest'
import { makeBulletin } from '../bulletin.fixture.ts'
import { blockOf, bulletinFromDocument } from './bulletin-from-document.ts'
import { parseBulletin } from './parse-bulletin.ts'

const reasonFor = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${error.details['reason']}`
    throw error
  }
  return 'accepted'
}

describe('parseBulletin', () => {
  it('accepts a bulletin as it is', () => {
    const bulletin = makeBulletin()
    expect(parseBulletin(structuredClone(bulletin))).toEqual(bulletin)
  })

  it.each([
    ['an unknown field', { ...makeBulletin(), font: 'x' }, 'bad-request /font: is not a field of the model'],
    ['no day of the calendar', makeBulletin({ date: '2023-02-30' }), 'bad-request /date: must be a day'],
    [
      'a number as a headline',
      {
        ...makeBulletin(),
        columns: [
          { name: null, articles: [{ kind: 'article', headline: 1, contributor: null, blocks: [] }] },
        ],
      },
      'bad-request /columns/0/articles/0/headline: must be string',
    ],
    ['issue number 0', makeBulletin({ issueNo: 0 }), 'bad-request /issueNo: must be >= 1'],
    ['no object', null, 'bad-request /: must be object'],
  ])('refuses %s, naming place and reason', (_, value, reason) => {
    expect(reasonFor(() => parseBulletin(value))).toContain(reason)
  })
})

const document = {
  schema: 'jianbao-document/1',
  docType: 'bulletin',
  series: { name: '青山省科协学习教育简报' },
  issueNo: 7,
  special: false,
  runningNo: null,
  publisher: '学习教育领导小组办公室',
  date: '2023-05-09',
  distribution: [{ to: '报', entries: ['省科协领导'], spans: [] }],
  columns: [
    {
      name: '学教短波',
      articles: [
        {
          kind: 'briefs',
          headline: null,
          contributor: null,
          paragraphs: ['● 5月8日，青山市科协开展宣讲。', '一、主要做法', '正文。'],
          events: [],
        },
      ],
    },
  ],
  warnings: [],
}

describe('bulletinFromDocument', () => {
  it('gives a bulletin that its own schema accepts', () => {
    const bulletin = bulletinFromDocument(document)
    expect(parseBulletin(bulletin)).toBe(bulletin)
    expect(bulletin.columns[0]!.articles[0]!.blocks).toEqual([
      { type: 'item', text: '5月8日，青山市科协开展宣讲。' },
      { type: 'heading', level: 1, text: '一、主要做法' },
      { type: 'paragraph', text: '正文。' },
    ])
  })

  it.each([
    ['bulletin', 'bulletin'],
    ['article', 'bulletin'],
    ['magazine', 'magazine'],
    ['newspaper-page', 'magazine'],
  ])('sets a %s as a %s', (docType, layout) => {
    expect(bulletinFromDocument({ ...document, docType }).layout).toBe(layout)
  })

  it('names the place of a fault', () => {
    expect(reasonFor(() => bulletinFromDocument({ ...document, columns: [{ name: null }] }))).toContain(
      '/columns/0',
    )
    expect(reasonFor(() => bulletinFromDocument('x'))).toContain('bad-request')
  })
})

describe('blockOf', () => {
  it.each([
    ['一、提高认识', { type: 'heading', level: 1 }],
    ['（二）压实责任', { type: 'heading', level: 2 }],
    ['3. 建立台账', { type: 'heading', level: 3 }],
    ['一、提高认识。各级科协要把学习教育作为头等大事来抓，周密安排，务求实效。', { type: 'paragraph' }],
    ['3.5万人参加', { type: 'paragraph' }],
    ['• 青山市科协开展义诊。', { type: 'item', text: '青山市科协开展义诊。' }],
    ['会议指出，要提高认识。', { type: 'paragraph' }],
  ])('%s', (text, block) => {
    expect(blockOf(text)).toMatchObject(block)
  })
})
