import { expect, test } from 'vitest'
import { issueWith, itemOf, noRegister, proveRule } from '../proof-text.fixture.ts'
import { proofread } from '../proofread.ts'

proveRule('sum-mismatch', {
  found: [
    '举办讲座3场、展览4场，共⟦8场⟧。',
    '来了专家3名、志愿者20名，共⟦24人⟧。',
    '发放手册200份、挂图50份，共计⟦300份⟧。',
    '培训男学员12人、女学员15人，合计⟦28人⟧。',
    '共培训⟦28人⟧，其中男12人、女15人。',
    '共举办活动⟦5场⟧，其中讲座3场、展览4场。',
    '走访甲村12户、乙村8户和丙村5户，共走访⟦26户⟧。',
  ],
  clean: [
    '举办讲座3场、展览4场，共7场。',
    '举办讲座3场、展览4场，今年以来共举办20场。',
    '举办讲座3场、展览4场，共服务群众800人。',
    '发放手册200余份、挂图50份，共计300份。',
    '共培训100人，其中党员60人、青年70人。',
    '共培训100人，其中党员30人。',
    '在3个县举办讲座5场、展览4场，共9场。',
    '第3场来了20人，第4场来了30人，共50人。',
  ],
})

proveRule('part-over-total', {
  found: [
    '共培训100人，其中党员⟦120人⟧。',
    '举办活动5场，其中线上⟦6场⟧。',
    '发放资料300份，其中手册⟦500份⟧。',
    '走访20户，其中脱贫户⟦25户⟧。',
    '捐书80册，其中绘本⟦90册⟧。',
    '培训50人，其中女⟦60人⟧。',
  ],
  clean: [
    '共培训100人，其中党员20人。',
    '举办活动5场，其中线上参加600人。',
    '发放资料300余份，其中手册500份。',
    '走访20户，其中一户8人。',
    '捐书80册，其中绘本80册。',
    '培训1.2万人，其中党员300人。',
  ],
})

proveRule('percent-over', {
  found: [
    '参与率达⟦120%⟧。',
    '女性占⟦101%⟧。',
    '覆盖率为⟦105.5%⟧。',
    '满意率⟦110%⟧。',
    '占比⟦130%⟧。',
    '知晓率达到⟦102%⟧。',
  ],
  clean: [
    '参与率达100%。',
    '同比增长120%。',
    '完成年度任务的130%。',
    '覆盖率提高到95%。',
    '产量是去年的150%。',
    '占比提升110%。',
  ],
})

proveRule('percent-mismatch', {
  found: [
    '120人中有90人通过，占⟦80%⟧。→75%',
    '参加300人，其中党员60人，占⟦25%⟧。→20%',
    '走访50户，脱贫户5户，占⟦15%⟧。→10%',
    '全县200个村，已覆盖150个，占⟦85%⟧。→75%',
    '发出问卷400份，收回380份，占⟦96%⟧。→95%',
    '参加80人，其中女40人，占⟦45.5%⟧。→50.0%',
  ],
  clean: [
    '120人中有90人通过，占75%。',
    '90人中有30人通过，占33%。',
    '90人中有30人通过，占33.3%。',
    '参加近300人，其中党员60人，占25%。',
    '走访50户，送书5册，占15%。',
    '参加300人，党员60人，女性50人，占25%。',
  ],
})

proveRule('percent-sum', {
  found: [
    '分别占⟦40%、50%、30%⟧。',
    '占比分别为⟦60%、50%⟧。',
    '比例分别为⟦70%和40%⟧。',
    '老中青分别占⟦50%，40%，30%⟧。',
    '三类占比依次为⟦45%、45%、20%⟧。',
    '分别占⟦80.5%、30.5%⟧。',
  ],
  clean: [
    '分别占40%、30%、30%。',
    '占比分别为33.3%、33.3%、33.4%。',
    '分别增长80%、90%。',
    '分别占40%、30%。',
    '满意率为98%，参与率为99%。',
    '分别占33.5%、33.5%、33.5%。',
  ],
})

proveRule('people-attendances', {
  found: [
    '培训1200人。\n累计培训⟦1200人次⟧。',
    '参加群众300人次，⟦300名⟧群众受益。',
    '直播观看2.3万人次。\n⟦2.3万人⟧在线学习。',
    '义诊150人，服务⟦150人次⟧。',
    '参观800余人次。\n⟦800余名⟧学生参观。',
    '听讲500人次。\n⟦500位⟧居民听讲。',
  ],
  clean: [
    '培训1200人，累计1500人次。',
    '参加群众300人，发放手册300份。',
    '专家5人，义诊5人次。',
    '观看2.3万人次，再次观看2.3万人次。',
    '参观800余人，800余名学生受益。',
    '培训120人，服务1200人次。',
  ],
})

test('a figure without a source is noted where it stands, one with a source is not', () => {
  const text = '培训120人，发放手册300份。'
  const figures = [
    { start: 2, end: 6, supported: true },
    { start: 11, end: 15, supported: false },
    { start: 3, end: 3, supported: false },
    { start: 10, end: 99, supported: false },
  ]
  const issue = issueWith([itemOf([{ type: 'paragraph', text, figures }])])
  const found = proofread(issue, noRegister).filter(finding => finding.rule === 'figure-unsourced')
  expect(found.map(finding => finding.quote)).toEqual(['300份'])
})

const table = (rows: string[][], header: string[] | null = ['县区', '场次', '人次']) =>
  proofread(issueWith([itemOf(['见下表。', { type: 'table', header, rows }])]), noRegister)
    .filter(finding => finding.rule === 'table-total')
    .map(finding => ({ quote: finding.quote, mend: finding.mend, cell: finding.place.cell }))

test.each<[string, string[][], string[] | null, unknown[]]>([
  [
    'a column',
    [
      ['甲', '3', '120'],
      ['乙', '4', '80'],
      ['合计', '8', '200'],
    ],
    ['县区', '场次', '人次'],
    [{ quote: '8', mend: '7', cell: { row: 3, column: 1 } }],
  ],
  [
    'thousands',
    [
      ['甲', '1,200', '1'],
      ['乙', '800', '1'],
      ['总计', '2,100', '2'],
    ],
    ['县区', '场次', '人次'],
    [{ quote: '2,100', mend: '2000', cell: { row: 3, column: 1 } }],
  ],
  [
    'a row',
    [['甲', '3', '4', '8']],
    ['县区', '讲座', '展览', '合计'],
    [{ quote: '8', mend: '7', cell: { row: 1, column: 3 } }],
  ],
  [
    'decimals',
    [
      ['甲', '1.5', '1'],
      ['乙', '2.25', '1'],
      ['合计', '3.8', '2'],
    ],
    ['县区', '万元', '项'],
    [{ quote: '3.8', mend: '3.75', cell: { row: 3, column: 1 } }],
  ],
  [
    'no header',
    [
      ['县区', '场次'],
      ['甲', '3'],
      ['乙', '4'],
      ['合计', '9'],
    ],
    null,
    [{ quote: '9', mend: '7', cell: { row: 3, column: 1 } }],
  ],
  [
    'a dash is nothing',
    [
      ['甲', '3', '1'],
      ['乙', '—', '1'],
      ['丙', '2', '1'],
      ['合计', '6', '3'],
    ],
    ['县区', '场次', '项'],
    [{ quote: '6', mend: '5', cell: { row: 4, column: 1 } }],
  ],
])('totals of a table: %s', (_, rows, header, expected) => {
  expect(table(rows, header)).toEqual(expected)
})

test.each<[string, string[][], string[] | null]>([
  [
    'right sums',
    [
      ['甲', '3', '120'],
      ['乙', '4', '80'],
      ['合计', '7', '200'],
    ],
    ['县区', '场次', '人次'],
  ],
  [
    'subtotals',
    [
      ['甲', '3'],
      ['小计', '3'],
      ['乙', '4'],
      ['合计', '9'],
    ],
    ['县区', '场次'],
  ],
  [
    'approximate numbers',
    [
      ['甲', '3余'],
      ['乙', '4'],
      ['合计', '9'],
    ],
    ['县区', '场次'],
  ],
  [
    'no total',
    [
      ['甲', '3'],
      ['乙', '4'],
    ],
    ['县区', '场次'],
  ],
  [
    'a total of one row',
    [
      ['甲', '3'],
      ['合计', '9'],
    ],
    ['县区', '场次'],
  ],
  [
    'words',
    [
      ['甲', '已办'],
      ['乙', '在办'],
      ['合计', '2'],
    ],
    ['县区', '进度'],
  ],
])('no finding in a table: %s', (_, rows, header) => {
  expect(table(rows, header)).toEqual([])
})
