import { describe, expect, it } from 'vitest'
import {
  eventsByParagraph,
  nextWarning,
  type Reading,
  readingMarks,
  warningsInOrder,
} from './reading.marks.ts'

const event = {
  type: 'study',
  modality: 'done',
  act: '举办读书班',
  text: '5月6日，甲县科协举办读书班，30人参加。',
  spans: [[30, 52]],
  units: [
    {
      name: '甲县科协',
      surface: '甲县科协',
      role: 'host',
      generic: false,
      spans: [[35, 39]],
      confidence: 0.9,
    },
    { name: '甲县', surface: '', role: 'host', generic: false, inherited: true, spans: [], confidence: 0.4 },
  ],
  dates: [
    {
      surface: '5月6日',
      role: 'when',
      kind: 'day',
      start: '2021-05-06',
      end: '2021-05-06',
      part: null,
      fuzzy: [],
      spans: [[30, 34]],
      confidence: 0.9,
    },
  ],
  places: [],
  figures: [
    {
      surface: '30人',
      value: 30,
      unit: '人',
      measure: 'people',
      qualifier: 'exact',
      of: null,
      spans: [[45, 48]],
      confidence: 0.9,
    },
  ],
  confidence: 0.9,
} satisfies Reading['columns'][number]['articles'][number]['events'][number]

const reading: Reading = {
  schema: 'jianbao-document/1',
  docType: 'bulletin',
  series: { name: '甲县简报' },
  issueNo: 3,
  special: false,
  runningNo: null,
  printRun: null,
  publisher: null,
  date: '2021-05-20',
  distribution: [
    { to: '报', entries: ['乙', '丙'], entrySpans: [[[60, 61]], [[62, 63]]], spans: [[59, 63]] },
  ],
  columns: [
    {
      name: '动态',
      spans: [[10, 12]],
      articles: [
        {
          kind: 'article',
          headline: '题目',
          headlineSpans: [[14, 16]],
          contributor: null,
          contributorSpans: [],
          paragraphs: ['第一段', '第二段'],
          paragraphSpans: [[[18, 28]], [[30, 52]]],
          spans: [[18, 52]],
          events: [event],
        },
      ],
    },
  ],
  marks: [{ field: 'issueNo', spans: [[4, 6]], confidence: 1 }],
  noise: [{ reason: 'page-number', text: '- 1 -', spans: [[54, 58]] }],
  warnings: [
    { code: 'date-uncertain', message: '年份', span: [30, 34] },
    { code: 'no-publisher', message: '没有编发单位', span: [0, 0] },
  ],
}

describe('readingMarks', () => {
  const marks = readingMarks(reading, noise => `未采用：${noise.reason}`)

  it('marks every thing that has a place, once, every doubt, and nothing else', () => {
    expect(marks.map(mark => mark.id).sort()).toEqual(
      [
        'w0',
        'w1',
        'm0',
        'd0.0',
        'd0.1',
        'c0',
        'h0.0',
        'p0.0.0',
        'p0.0.1',
        'e0.0.0',
        'e0.0.0.u0',
        'e0.0.0.d0',
        'e0.0.0.f0',
        'n0',
      ].sort(),
    )
    expect(new Set(marks.map(mark => mark.id)).size).toBe(marks.length)
  })

  it('puts facts before the event they stand in, and that before the paragraph', () => {
    const rank = (id: string) => marks.find(mark => mark.id === id)!.rank
    expect(rank('e0.0.0.u0')).toBeLessThan(rank('e0.0.0'))
    expect(rank('e0.0.0')).toBeLessThan(rank('p0.0.1'))
  })

  it('gives noise its reason', () => {
    expect(marks.find(mark => mark.id === 'n0')?.title).toBe('未采用：page-number')
  })
})

describe('eventsByParagraph', () => {
  it('puts an event under the paragraph it begins in', () => {
    expect(eventsByParagraph(reading.columns[0]!.articles[0]!)).toEqual([[], [0]])
  })

  it('loses no event, even one outside all paragraphs or in an article without any', () => {
    const article = reading.columns[0]!.articles[0]!
    const lost = { ...event, spans: [[900, 910]] as [number, number][] }
    expect(eventsByParagraph({ ...article, events: [lost, event] })).toEqual([[], [0, 1]])
    expect(eventsByParagraph({ ...article, paragraphs: [], paragraphSpans: [] })).toEqual([[0]])
  })
})

describe('nextWarning', () => {
  it('walks in reading order and starts over', () => {
    expect(nextWarning(reading, null)).toBe('w1')
    expect(nextWarning(reading, 'w1')).toBe('w0')
    expect(nextWarning(reading, 'w0')).toBe('w1')
    expect(nextWarning(reading, 'e0.0.0')).toBe('w1')
    expect(nextWarning({ ...reading, warnings: [] }, null)).toBeNull()
  })

  it('goes on from the place of whatever was looked at last', () => {
    const [first, second] = warningsInOrder(reading)
    expect(first!.start).toBeLessThan(second!.start)
    expect(nextWarning(reading, 'e0.0.0', first!.start + 1)).toBe(second!.id)
    expect(nextWarning(reading, 'e0.0.0', second!.start + 1)).toBe(first!.id)
  })
})
