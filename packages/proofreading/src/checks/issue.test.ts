import { expect, test } from 'vitest'
import type { ProofBlock, ProofColumn, ProofIssue } from '../issue.contract.ts'
import { issueWith, itemOf, noRegister, proveRule } from '../proof-text.fixture.ts'
import { proofread } from '../proofread.ts'

const text = '县科协召开会议，学习文件。'
const rulesOf = (issue: ProofIssue) => proofread(issue, noRegister).map(finding => finding.rule)
const column = (over: Partial<ProofColumn>, count = 1): ProofColumn => ({
  key: 'lead',
  name: '要情快报',
  rule: 'articles',
  items: Array.from({ length: count }, (_, index) =>
    itemOf([`第${index}则：${text}`], { id: `item-${index}`, headline: `标题之${index}` }),
  ),
  ...over,
})
const withColumn = (each: ProofColumn) => rulesOf(issueWith([], { columns: [each] }))
const picture = (over: object = {}): ProofBlock => ({
  type: 'picture',
  caption: '活动现场',
  alt: '人们围着展台',
  widthPx: 1600,
  heightPx: 900,
  widthMm: 100,
  ...over,
})
const withBlocks = (...blocks: (string | ProofBlock)[]) => rulesOf(issueWith([itemOf([text, ...blocks])]))

test.each<[string, string[], string[]]>([
  ['an issue as it should be', rulesOf(issueWith([itemOf([text])])), []],
  ['an empty column', withColumn(column({}, 0)), ['column-empty']],
  ['two leads', withColumn(column({ rule: 'single' }, 2)), ['column-single']],
  ['one lead', withColumn(column({ rule: 'single' }, 1)), []],
  ['too few', withColumn(column({ min: 3 }, 2)), ['column-few']],
  ['just enough', withColumn(column({ min: 2, max: 2 }, 2)), []],
  ['too many', withColumn(column({ max: 1 }, 2)), ['column-many']],
  ['a long brief', withColumn(column({ rule: 'briefs', briefLimit: 10 })), ['brief-long']],
  ['a short brief', withColumn(column({ rule: 'briefs', briefLimit: 40 })), []],
  [
    'a brief in two paragraphs',
    withColumn(column({ rule: 'briefs', items: [itemOf([text, '又一段。'])] })),
    ['brief-paragraphs'],
  ],
  [
    'briefs have no headline',
    withColumn(column({ rule: 'briefs', items: [itemOf([text], { headline: null })] })),
    [],
  ],
  [
    'an article has one',
    withColumn(column({ items: [itemOf([text], { headline: ' ' })] })),
    ['headline-missing'],
  ],
  ['no text at all', withColumn(column({ items: [itemOf([])] })), ['body-empty']],
  ['a text of blanks', withColumn(column({ items: [itemOf([' '])] })), ['body-empty']],
  [
    'one headline twice',
    rulesOf(issueWith([itemOf([text]), itemOf(['举办讲座，很受欢迎。'], { id: 'two' })])),
    ['headline-repeated'],
  ],
  [
    'one paragraph twice',
    rulesOf(
      issueWith([
        itemOf([`${text}与会人员一致表示要抓好落实。`]),
        itemOf([`${text}与会人员一致表示要抓好落实。`], { id: 'two', headline: '另一篇' }),
      ]),
    ),
    ['text-repeated'],
  ],
  ['the next number', rulesOf(issueWith([itemOf([text])], { issueNo: 6 })), []],
  ['a number left out', rulesOf(issueWith([itemOf([text])], { issueNo: 8 })), ['number-sequence']],
  ['a number not taken yet', rulesOf(issueWith([itemOf([text])], { issueNo: null })), []],
  ['specials count apart', rulesOf(issueWith([itemOf([text])], { special: true, issueNo: 9 })), []],
  [
    'a running number',
    rulesOf(
      issueWith([itemOf([text])], {
        runningNo: 30,
        series: { name: '简报', lastIssueNo: 5, lastRunningNo: 30, lastSpecialNo: null },
      }),
    ),
    ['running-sequence'],
  ],
  ['no date', rulesOf(issueWith([itemOf([text])], { date: null })), ['date-missing']],
  ['a Sunday', rulesOf(issueWith([itemOf([text])], { date: '2026-06-14' })), ['date-weekend']],
  ['a day that is none', rulesOf(issueWith([itemOf([text])], { date: '2026-02-30' })), ['date-missing']],
  [
    'nobody to send it to',
    rulesOf(issueWith([itemOf([text])], { distribution: [{ to: '报', entries: [] }] })),
    ['distribution-missing'],
  ],
  ['a picture as it should be', withBlocks(picture()), []],
  ['no caption', withBlocks(picture({ caption: null })), ['picture-caption']],
  ['no description', withBlocks(picture({ alt: ' ' })), ['picture-alt']],
  ['too coarse', withBlocks(picture({ widthPx: 500 })), ['picture-coarse']],
  ['of unknown size', withBlocks(picture({ widthPx: null })), []],
  ['one caption twice', withBlocks(picture(), picture()), ['caption-repeated']],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})

test('a picture a little too coarse is a hint, a coarse one a warning, each with its resolution', () => {
  const issue = issueWith([
    itemOf([text, picture({ widthPx: 700 }), picture({ widthPx: 500, caption: '另一张' })]),
  ])
  expect(proofread(issue, noRegister).map(({ level, details }) => [level, details])).toEqual([
    ['hint', { dpi: 177, wanted: 200 }],
    ['warn', { dpi: 127, wanted: 150 }],
  ])
})

test('what typesetting says is handed through with its page and item', () => {
  const remark = { page: 3, itemId: 'one', zh: '第3页末行是孤行。', en: 'A widow on page 3.', serious: false }
  const issue = issueWith([itemOf([text])], {
    layout: [
      { ...remark, rule: 'widow' },
      { ...remark, rule: 'missing-glyph', zh: '缺字：㙦', en: 'No glyph: 㙦', serious: true },
    ],
  })
  expect(
    proofread(issue, noRegister).map(each => [each.rule, each.level, each.place.itemId, each.details.page]),
  ).toEqual([
    ['layout', 'hint', 'one', 3],
    ['missing-glyph', 'error', 'one', 3],
  ])
})

proveRule('headline-stop', {
  found: [],
  clean: ['这是正文。'],
})

test.each([
  ['溪口县科协召开会议。', '。'],
  ['溪口县科协召开会议，', '，'],
  ['溪口县科协召开会议； ', '；'],
  ['溪口县科协召开会议、', '、'],
  ['“科普日”活动开幕。', '。'],
  ['喜报。', '。'],
])('headline-stop finds: %s', (headline, quote) => {
  const found = proofread(issueWith([itemOf([text], { headline })]), noRegister)
  expect(found.map(each => [each.rule, each.quote, each.mend])).toEqual([['headline-stop', quote, '']])
})

test.each([
  '溪口县科协召开会议',
  '科普如何走进农村？',
  '走起！',
  '“科普日”开幕',
  '科普——让生活更美好',
  '活动纪实……',
])('headline-stop leaves alone: %s', headline => {
  expect(rulesOf(issueWith([itemOf([text], { headline })]))).toEqual([])
})
