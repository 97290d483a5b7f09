import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { misplaced, unaccounted } from './conservation.check.ts'
import type { IntakeWarning } from './contract.ts'
import { readDocument, readDocuments } from './read-document.ts'
import { splitDocuments } from './split-documents.ts'

const bulletin = (no: number, day: number) => `北固市志愿服务简报
第${no}期
北固市文明办 2023年5月${day}日
【工作动态】
北固市文明办召开志愿服务工作例会
5月${day}日，北固市文明办召开志愿服务工作例会，32个单位参加。
会议要求，月底前完成站点自查。
报：市委宣传部，省文明办。
送：各县（区）文明办。
（共印50份）
`

function sound(raw: string) {
  const document = readDocument(raw)
  expect(unaccounted(raw, document)).toEqual([])
  expect(misplaced(raw, document)).toEqual([])
  return document
}

describe('two bulletins in one file', () => {
  const raw = bulletin(6, 8) + bulletin(7, 22)

  test('the first is read, the other noted with a warning', () => {
    const document = sound(raw)
    expect(document.issueNo).toBe(6)
    expect(document.warnings.map(warning => warning.code)).toContain('another-document')
    const other = document.noise.find(noise => noise.reason === 'another-document')!
    expect(raw.slice(...other.spans[0]!)).toBe(bulletin(7, 22))
  })

  test('both are read on request, offsets into the whole', () => {
    const warnings: IntakeWarning[] = [{ code: 'encoding-repaired', message: '有一处损坏。', span: [0, 1] }]
    const documents = readDocuments(raw, { warnings })
    const told = documents.map(document => document.warnings.some(({ code }) => code === 'encoding-repaired'))
    expect(told).toEqual([true, false])
    expect(documents.map(({ printRun }) => printRun)).toEqual([50, 50])
    expect(documents.map(({ issueNo, date }) => [issueNo, date])).toEqual([
      [6, '2023-05-08'],
      [7, '2023-05-22'],
    ])
    const paragraph = documents[1]!.columns[0]!.articles[0]!.spans[0]!
    expect(raw.slice(...paragraph)).toMatch(/^5月22日，/)
  })

  test('a second number under the series begins another bulletin, list or no list', () => {
    const bare = raw.replace(/报：[\s\S]*?份）\n/g, '')
    expect(readDocuments(bare).map(({ issueNo }) => issueNo)).toEqual([6, 7])
  })

  test('pages that print the masthead again are one bulletin', () => {
    const again = bulletin(6, 8).replace('会议要求', '北固市志愿服务简报\n第6期\n会议要求')
    expect(splitDocuments(again)).toHaveLength(1)
    expect(sound(again).columns[0]!.articles[0]!.paragraphs).toHaveLength(2)
  })
})

test('a bulletin without number, date and column says what it lacks', () => {
  const document = sound(bulletin(6, 8).replace(/第6期\n|2023年5月8日|【工作动态】\n/g, ''))
  expect(document).toMatchObject({ docType: 'bulletin', issueNo: null, date: null })
  expect(document.columns.map(column => column.name)).toEqual([null])
  const codes = document.warnings.map(warning => warning.code)
  expect(codes).toEqual(expect.arrayContaining(['no-issue-number', 'no-date', 'no-column']))
})

test('control characters and lone surrogates are left out of the text, noted and warned of', () => {
  const raw = bulletin(6, 8).replace('例会，', '例\u0007会\ud83d，\u200b')
  const document = sound(raw)
  expect(document.columns[0]!.articles[0]!.paragraphs[0]).toContain('工作例会，32个')
  const silent = document.noise.find(noise => noise.reason === 'control-characters')
  expect(silent?.text).toBe('\u0007\ud83d\u200b')
  expect(document.warnings.map(warning => warning.code)).toContain('control-characters')
})

// Work that grew with the square of the length would not end within the time limit of a test.
test.each([
  ['100,000 blank lines', bulletin(6, 8).replace('会议要求', `${'\n'.repeat(100_000)}会议要求`)],
  ['one line of 5 MB', '北固市文明办召开志愿服务工作例会，32个单位参加'.repeat(75_000)],
  ['one letter-spaced line of 2 MB', '北 固 市 文 明 办 '.repeat(120_000)],
  ['100,000 short lines', '文明办\n'.repeat(100_000)],
  ['100,000 opening brackets', '（'.repeat(100_000)],
  ['50,000 distribution labels', '报：\n'.repeat(50_000)],
  ['50,000 labels on one line', '报：甲；'.repeat(50_000)],
  ['20,000 headings', '【动态】\n'.repeat(20_000)],
  ['dashes', '—'.repeat(200_000)],
  ['digits', '1'.repeat(200_000)],
  ['200,000 control characters', '\u0001字'.repeat(200_000)],
  ['20,000 mastheads', bulletin(6, 8).repeat(2_000)],
])('%s', (_, raw) => {
  const document = readDocument(raw)
  expect(document.schema).toBe('jianbao-document/1')
  expect(unaccounted(raw, document)).toEqual([])
})

const pieces = fc.constantFrom(
  '第3期',
  '【动态】',
  '报：',
  '送：甲，乙。',
  '● ',
  '（供稿：某某）',
  '2021年3月5日',
  '办公室',
  '简报',
  '\n',
  '\n\n',
  '\r\n',
  '\f',
  ' ',
  '　　',
  '— 3 —',
  '# ',
  '**',
  '《',
  '“',
  '。',
  '，',
  '；',
  '：',
  '\ud800',
  '\udc00',
  '\u0000',
  '\ufeff',
  '\u2028',
  '共印3份',
  '印发',
  '目录',
  '……3',
  '本报讯',
  '摄',
  'abc ',
  '1.',
  '一、',
  '召开会议部署下一步工作',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 80 })
    .map(parts => parts.join('')),
)

test('no text makes it throw, nothing is lost, offsets point at the surface', () => {
  fc.assert(
    fc.property(texts, raw => void sound(raw)),
    { numRuns: 2_000 },
  )
})
