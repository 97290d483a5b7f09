import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importer, lines } from './import.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const { sendFile, send, confirm, write } = importer(() => app, 'units')
const units = () =>
  rowsOf<{ code: string; name: string; parent: string | null; path: string; position: number }>(
    app.connection.db,
    sql`select u.code, u.name, p.code as parent, u.path, u.position from unit u left join unit p on p.id = u.parent_id
      order by u.code`,
  )

test('a sheet is checked, confirmed and written; children may stand before their parents; a second time nothing changes', async () => {
  const rows = [
    ['T2', '青石镇科协', 'county', 'T1', '青石科协、青石镇科协会'],
    [990300, '青州市科学技术协会', '市级', 'ROOT', '青州市科协', '青州市科普协会', 410300, 1],
    ['T1', '青山县科学技术协会', '县级', '９９０３００', '', '', '', '', '在用'],
    ['T3', '停办学会', '学会', 'ROOT', '', '', '', '', '停用'],
  ]
  const before = await units()
  const checked = await send(rows)
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
  const again = await send(rows)
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
    const checked = await sendFile(exported.rawPayload, as)
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

test('the sheet comes back with what came of each row', async () => {
  const checked = await send([
    ['F1', '某一会', '学会', 'ROOT'],
    ['F2', '某二会', '学会', '410399'],
  ])
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
  const first = await send([['G1', '庚会', '学会', 'ROOT']])
  const second = await send([['G2', '庚会', '学会', 'ROOT']])
  expect((await confirm(first.id)).state).toBe('done')
  const late = await confirm(second.id)
  expect(late.state).toBe('refused')
  expect(lines(late)[0]).toContain('同一上级下已经有“庚会”')
  expect((await units()).some(unit => unit.code === 'G2')).toBe(false)
})

test('a withdrawn import is not written, and what is done cannot be withdrawn', async () => {
  const checked = await send([['H1', '辛会', '学会', 'ROOT']])
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
  const checked = await send([['I1', '壬会', '学会', '990200']], as)
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
