import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Import, ImportKind } from '../../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const headings = ['编码', '全称', '类别', '上级编码', '简称', '曾用名', '行政区划代码', '排序', '状态']
type Cells = readonly (ExcelJs.CellValue | undefined)[]

async function sheetOf(rows: readonly Cells[], heads: readonly string[] = headings): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet('单位')
  sheet.addRow(heads)
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function send(
  content: Uint8Array,
  { as = 'system-administrator' as Persona, kind = 'units' as ImportKind } = {},
) {
  const agent = await app.as(as)
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: '名册.xlsx', content }])
  const answer = await agent.upload(payload, contentType, `/api/imports?kind=${kind}`)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  await app.imports.queue.idle()
  return (await agent.get(`/api/imports/${answer.json().id}`)).json<Import>()
}

async function confirm(id: string, as: Persona = 'system-administrator'): Promise<Import> {
  const agent = await app.as(as)
  expect((await agent.post(`/api/imports/${id}/confirm`)).statusCode).toBe(200)
  await app.imports.queue.idle()
  return (await agent.get(`/api/imports/${id}`)).json<Import>()
}
const write = async (rows: readonly Cells[]): Promise<Import> => {
  const checked = await send(await sheetOf(rows))
  expect(checked.problems).toEqual([])
  expect(checked.state).toBe('checked')
  return confirm(checked.id)
}
const units = () =>
  rowsOf<{ code: string; name: string; parent: string | null; path: string; position: number }>(
    app.connection.db,
    sql`select u.code, u.name, p.code as parent, u.path, u.position from unit u left join unit p on p.id = u.parent_id
      order by u.code`,
  )
const lines = (checked: Import) => checked.problems.map(problem => problem.message)

test('a sheet is checked, confirmed and written; children may stand before their parents; a second time nothing changes', async () => {
  const rows = [
    ['T2', '青石镇科协', 'county', 'T1', '青石科协、青石镇科协会'],
    [990300, '青州市科学技术协会', '市级', 'ROOT', '青州市科协', '青州市科普协会', 410300, 1],
    ['T1', '青山县科学技术协会', '县级', '９９０３００', '', '', '', '', '在用'],
    ['T3', '停办学会', '学会', 'ROOT', '', '', '', '', '停用'],
  ]
  const before = await units()
  const checked = await send(await sheetOf(rows))
  expect(checked).toMatchObject({
    state: 'checked',
    counts: { new: 4, changed: 0, unchanged: 0, problems: 0 },
    actions: ['confirm', 'withdraw'],
    unitName: '本会',
  })
  expect(await units()).toEqual(before)
  const done = await confirm(checked.id)
  expect(done).toMatchObject({ state: 'done', counts: { new: 4 }, actions: [], annotated: true })
  const after = await units()
  const path = Object.fromEntries(after.map(unit => [unit.code, unit.path]))
  expect(after.filter(unit => unit.code.startsWith('T')).map(unit => unit.parent)).toEqual([
    '990300',
    'T1',
    'ROOT',
  ])
  expect(path['T2']!.startsWith(path['T1']!) && path['T1']!.startsWith(path['990300']!)).toBe(true)
  expect(after.find(unit => unit.code === '990300')!.position).toBe(0)
  const again = await send(await sheetOf(rows))
  expect(again).toMatchObject({ state: 'done', counts: { new: 0, changed: 0, unchanged: 4 } })
  expect(await units()).toEqual(after)
  const entries = await rowsOf(
    app.connection.db,
    sql`select action from audit_entry where object = ${checked.id} order by id`,
  )
  expect(entries.map(entry => entry['action'])).toEqual(['import.receive', 'import.confirm', 'unit.import'])
  const notices = (await (await app.as('system-administrator')).get('/api/notices')).json()
  expect(notices.rows.map((row: { kind: string }) => row.kind)).toContain('import.finished')
})

test('what is exported is imported without a change, also by an administrator of one city', async () => {
  for (const as of ['system-administrator', 'system-administrator@city'] as const) {
    const agent = await app.as(as)
    const exported = await agent.post('/api/units/export', { state: 'all' })
    expect(exported.statusCode).toBe(200)
    const checked = await send(exported.rawPayload, { as })
    expect(lines(checked)).toEqual([])
    expect(checked).toMatchObject({ state: 'done', counts: { new: 0, changed: 0 } })
    expect(checked.counts.unchanged).toBeGreaterThan(1)
  }
})

test('units are changed, moved and put in order by their codes; names given up stay as former ones', async () => {
  await write([
    ['M1', '甲市科协', '市级', 'ROOT'],
    ['M2', '乙市科协', '市级', 'ROOT'],
    ['M11', '甲一县科协', '县级', 'M1', '', '', '', 1],
    ['M12', '甲二县科协', '县级', 'M1', '', '', '', 2],
    ['M111', '甲一镇科协', '县级', 'M11'],
  ])
  // The two change places: M1 goes below what was below it.
  const done = await write([
    ['M11', '甲一县科学技术协会', '', 'M2'],
    ['M1', '', '', 'M111', '甲科协'],
    ['M12', '', '', 'M2', '', '', '', 1],
  ])
  expect(done.counts).toMatchObject({ new: 0, changed: 3 })
  const rows = await units()
  const path = Object.fromEntries(rows.map(unit => [unit.code, unit.path]))
  expect(path['M1']!.startsWith(path['M111']!) && path['M111']!.startsWith(path['M11']!)).toBe(true)
  expect(path['M11']!.startsWith(path['M2']!)).toBe(true)
  expect(rows.filter(unit => unit.parent === 'M2').sort((a, b) => a.position - b.position)).toMatchObject([
    { code: 'M12', position: 0 },
    { code: 'M11', position: 1 },
  ])
  const [named] = await rowsOf(
    app.connection.db,
    sql`select former_names as former from unit where code = 'M11'`,
  )
  expect(named).toEqual({ former: ['甲一县科协'] })
})

test.each<[string, readonly Cells[], string[]]>([
  ['no code', [['', '某会', '学会', 'ROOT']], ['第 2 行“编码”：必须填写。']],
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
  const checked = await send(await sheetOf(rows))
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
  const checked = await send(await sheetOf(rows), { as: 'system-administrator@city' })
  expect(lines(checked)).toEqual([
    '第 2 行“编码”：没有找到您可以修改的单位“990200”，这个编码也不能用于新单位，请换一个。',
    '第 3 行“上级编码”：未找到：990200。您是指 990100（云岭市科协）吗？',
    '第 4 行“上级编码”：未找到：ROOT。',
    '第 4 行“上级编码”：“云岭市科协”是您管理范围的最上级，不能在这里改它的上级、排序和状态。请留空。',
  ])
})

test('the sheet comes back with what came of each row', async () => {
  const checked = await send(
    await sheetOf([
      ['F1', '某一会', '学会', 'ROOT'],
      ['F2', '某二会', '学会', '410399'],
    ]),
  )
  const agent = await app.as('system-administrator')
  const answer = await agent.post(`/api/imports/${checked.id}/result`)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('名册（导入结果）.xlsx'))
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(answer.rawPayload as never)
  const texts = [1, 2, 3].map(row => book.worksheets[0]!.getRow(row).getCell(10).text)
  expect(texts[0]).toBe('导入结果')
  expect(texts[1]).toBe('未写入（本行没有问题，将新增）')
  expect(texts[2]).toMatch(/^第 3 行“上级编码”：未找到：410399。/)
})

test('what changed between check and confirmation is checked again, and nothing is written', async () => {
  const first = await send(await sheetOf([['G1', '庚会', '学会', 'ROOT']]))
  const second = await send(await sheetOf([['G2', '庚会', '学会', 'ROOT']]))
  expect((await confirm(first.id)).state).toBe('done')
  const late = await confirm(second.id)
  expect(late.state).toBe('refused')
  expect(lines(late)[0]).toContain('同一上级下已经有“庚会”')
  expect((await units()).some(unit => unit.code === 'G2')).toBe(false)
})

test('a withdrawn import is not written, and what is done cannot be withdrawn', async () => {
  const checked = await send(await sheetOf([['H1', '辛会', '学会', 'ROOT']]))
  const agent = await app.as('system-administrator')
  expect((await agent.post(`/api/imports/${checked.id}/withdraw`)).json()).toMatchObject({
    state: 'withdrawn',
    actions: [],
  })
  for (const deed of ['confirm', 'withdraw'])
    expect((await agent.post(`/api/imports/${checked.id}/${deed}`)).statusCode).toBe(409)
  expect((await units()).some(unit => unit.code === 'H1')).toBe(false)
})

test('rights that were lost meanwhile write nothing', async () => {
  const as = 'system-administrator@sister'
  const checked = await send(await sheetOf([['I1', '壬会', '学会', '990200']]), { as })
  expect(checked.state).toBe('checked')
  const { db } = app.connection
  await db.execute(sql`update organisation_import set state = 'confirmed' where id = ${checked.id}`)
  await db.execute(
    sql`delete from membership where role = 'system-administrator' and unit_id = ${testUnits.sister}`,
  )
  await db.transaction(tx => app.imports.queue.send(tx, 'import-sheet', [checked.id]))
  app.imports.queue.wake()
  await app.imports.queue.idle()
  const [row] = await rowsOf(
    db,
    sql`select state, problem_code from organisation_import where id = ${checked.id}`,
  )
  expect(row).toEqual({ state: 'failed', problem_code: 'not-found' })
  expect((await units()).some(unit => unit.code === 'I1')).toBe(false)
})
