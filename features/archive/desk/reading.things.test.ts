import { describe, expect, it } from 'vitest'
import type { Reading } from './reading.marks.ts'
import { findThing } from './reading.things.ts'

const reading = {
  schema: 'jianbao-document/1',
  docType: 'bulletin',
  series: null,
  issueNo: null,
  special: false,
  runningNo: null,
  printRun: null,
  publisher: null,
  date: null,
  distribution: [{ to: '送', entries: ['甲', '乙'], entrySpans: [[], []], spans: [] }],
  columns: [
    {
      name: '动态',
      spans: [],
      articles: [
        {
          kind: 'article',
          headline: '题目',
          headlineSpans: [],
          contributor: null,
          contributorSpans: [],
          paragraphs: ['一', '二'],
          paragraphSpans: [[], []],
          spans: [],
          events: [
            {
              type: 'visit',
              modality: 'done',
              act: '参观展馆',
              text: '',
              spans: [],
              units: [
                { name: '丙', surface: '丙', role: 'host', generic: false, spans: [], confidence: 0.7 },
              ],
              dates: [],
              places: [],
              figures: [],
              confidence: 0.8,
            },
          ],
        },
      ],
    },
  ],
  marks: [{ field: 'date', spans: [], confidence: 0.5 }],
  noise: [{ reason: 'rule', text: '——', spans: [] }],
  warnings: [{ code: 'no-date', message: '没有日期', span: [0, 0] }],
} satisfies Reading

describe('findThing', () => {
  it.each([
    ['w0', { kind: 'warning', text: '没有日期' }],
    ['d0.1', { kind: 'distribution', text: '送：乙' }],
    ['c0', { kind: 'column', text: '动态' }],
    ['h0.0', { kind: 'headline', text: '题目' }],
    ['p0.0.1', { kind: 'paragraph', text: '二' }],
    ['m0', { kind: 'masthead', field: 'date', confidence: 0.5 }],
    ['n0', { kind: 'noise', noise: { reason: 'rule' } }],
    ['e0.0.0', { kind: 'event', confidence: 0.8 }],
    ['e0.0.0.u0', { kind: 'unit', fact: { name: '丙' }, confidence: 0.7 }],
  ])('finds %s', (id, thing) => {
    expect(findThing(reading, id)).toMatchObject(thing)
  })

  it.each(['', 'x1', 'w9', 'c7', 'b0.0', 'e0.0.4', 'e0.0.0.d0', 'e0.0.0.u3', 'p0.0.9'])(
    'finds nothing for %j',
    id => {
      expect(findThing(reading, id)).toBeNull()
    },
  )
})
