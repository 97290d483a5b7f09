/** What is wrong with a sheet of units is told in one line each, and nothing is written. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cells, importer, lines } from './import.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const { send } = importer(() => app, 'units')
const units = () =>
  rowsOf(app.connection.db, sql`select id, code, name, path, version from unit order by code`)

test.each<[string, readonly Cells[], string[]]>([
  ['no code', [['', '某会', '学会', 'ROOT']], ['第 2 行“编码”：必须填写。']],
  [
    'no code, and something else in the same row',
    [['', '某会', '学会', 'ROOT', '', '', '', 'x']],
    ['第 2 行“编码”：必须填写。', '第 2 行“排序”：“x”不是 1 至 100000 的整数。'],
  ],
  [
    'a code twice',
    [
      ['D1', '某一会', '学会', 'ROOT'],
      ['D1', '某二会', '学会', 'ROOT'],
    ],
    ['第 3 行“编码”：编码“D1”与第 2 行重复。'],
  ],
  [
    'an unknown kind',
    [['D1', '某一会', '学会会', 'ROOT']],
    [
      '第 2 行“类别”：没有“学会会”这一项。可以填：省级、市级、县级、学会、高校、医院、企业、机关部室、直属单位、党支部。您是指“学会”吗？',
    ],
  ],
  [
    'an unknown parent',
    [['D1', '某一会', '学会', '990109']],
    ['第 2 行“上级编码”：未找到：990109。您是指 990100（云岭市科协）吗？'],
  ],
  [
    'a name instead of the code above',
    [['D1', '某一会', '学会', '海州市科协']],
    ['第 2 行“上级编码”：未找到：海州市科协。您是指 990200（海州市科协）吗？'],
  ],
  [
    'a circle',
    [
      ['D1', '某一会', '学会', 'D3'],
      ['D2', '某二会', '学会', 'D1'],
      ['D3', '某三会', '学会', 'D2'],
    ],
    [
      '第 2 行“上级编码”：上下级绕成了一圈：D1 → D3 → D2 → D1。',
      '第 3 行“上级编码”：上下级绕成了一圈：D2 → D1 → D3 → D2。',
      '第 4 行“上级编码”：上下级绕成了一圈：D3 → D2 → D1 → D3。',
    ],
  ],
  [
    'a circle with units that are there',
    [['990100', '', '', '990101']],
    ['第 2 行“上级编码”：上下级绕成了一圈：990100 → 990101 → 990100。'],
  ],
  ['itself above itself', [['D1', '某一会', '学会', 'D1']], ['第 2 行“上级编码”：上级不能是自己。']],
  [
    'the top moved',
    [['ROOT', '', '', '990100']],
    [
      '第 2 行“上级编码”：“本会”是您管理范围的最上级，不能在这里改它的上级、排序和状态。请留空。',
      '第 2 行“上级编码”：上下级绕成了一圈：ROOT → 990100 → ROOT。',
    ],
  ],
  [
    'retired with active units below',
    [['990100', '', '', '', '', '', '', '', '停用']],
    ['第 2 行“状态”：“云岭市科协”下面还有 1 个在用单位，不能停用。'],
  ],
  [
    'a name that is taken',
    [['D1', '云岭市 科协', '市级', 'ROOT']],
    ['第 2 行“全称”：同一上级下已经有“云岭市 科协”，请换一个名称，或者把两个单位合并。'],
  ],
  [
    'numbers that are none',
    [['D1', '某一会', '学会', 'ROOT', '', '', '999999', '第一']],
    [
      '第 2 行“行政区划代码”：“999999”不是现行的行政区划代码（6 位数字）。',
      '第 2 行“排序”：“第一”不是 1 至 100000 的整数。',
    ],
  ],
  [
    'a formula and a missing name in two rows: both are told',
    [
      ['D1', { formula: 'A1' }, '学会', 'ROOT'],
      ['D2', '', '学会', 'ROOT'],
    ],
    ['第 2 行“全称”：这一格是公式。请复制后“选择性粘贴—数值”，再上传。', '第 3 行“全称”：必须填写。'],
  ],
])('%s is one line, and nothing is written', async (_, rows, expected) => {
  const before = await units()
  const checked = await send(rows)
  expect(lines(checked)).toEqual(expected)
  expect(checked).toMatchObject({ state: 'refused', actions: [], counts: { problems: expected.length } })
  expect(await units()).toEqual(before)
})

test('units outside the scope are not found, and not told', async () => {
  const rows = [
    ['990200', '改名的科协', '', ''],
    ['E1', '某一会', '学会', '990200'],
    ['990100', '', '', 'ROOT'],
  ]
  const checked = await send(rows, 'system-administrator@city')
  expect(lines(checked)).toEqual([
    '第 2 行“编码”：没有找到您可以修改的单位“990200”，这个编码也不能用于新单位，请换一个。',
    '第 3 行“上级编码”：未找到：990200。您是指 990100（云岭市科协）吗？',
    '第 4 行“上级编码”：未找到：ROOT。',
    '第 4 行“上级编码”：“云岭市科协”是您管理范围的最上级，不能在这里改它的上级、排序和状态。请留空。',
  ])
})
