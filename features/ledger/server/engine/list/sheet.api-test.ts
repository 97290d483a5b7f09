import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemPage, ItemSheetCheck } from '../../../contract/index.ts'
import { addItems, addLedger, addMatter } from './items.fixture.ts'

const now = new Date('2026-06-15T04:00:00Z')
let app: TestApp
let keeper: Agent
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
  keeper = await app.as('coordinator')
  await addLedger(app.connection.db, { unitId: testUnits.root, name: '全省整改台账' })
})
afterAll(() => app.close())

const sheetOf = async (rows: readonly (readonly unknown[])[], name = '台账事项'): Promise<Buffer> => {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet(name)
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}
const upload = async (url: string, content: Buffer, by = keeper) => {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: '整改.xlsx', content }])
  return by.upload(payload, contentType, url)
}
const check = async (content: Buffer, by = keeper): Promise<ItemSheetCheck> => {
  const answer = await upload('/api/ledger-items/import-check', content, by)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ItemSheetCheck>()
}
const write = async (content: Buffer, mark: string): Promise<ItemSheetCheck> => {
  const answer = await upload(`/api/ledger-items/import?mark=${mark}`, content)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ItemSheetCheck>()
}
const head = ['编号', '事项', '承办单位', '责任人', '时限', '措施', '台账', '系统编号']
const count = async () =>
  (await rowsOf<{ n: number }>(app.connection.db, sql`select count(*)::int as n from ledger_item`))[0]!.n

test('rows without a code become matters: equal ones of one ledger one matter, each with its own owner and deadline', async () => {
  const before = await count()
  const content = await sheetOf([
    head,
    ['', '围栏未修缮', '云岭市科协', '', '2026-08-30', '更换围栏', '', ''],
    ['', '围栏未修缮', '溪口县科协', 'reporter.county', new Date('2026-09-30T00:00:00Z'), '更换围栏', '', ''],
    ['', '台账缺失', '990200', '', '2026年7月1日', '', '', ''],
  ])
  const checked = await check(content)
  expect(checked.problems).toEqual([])
  expect(checked).toMatchObject({ done: false, counts: { new: 3, changed: 0, unchanged: 0, problems: 0 } })
  expect(await count(), 'nothing is written before').toBe(before)
  expect((await write(content, checked.mark)).done).toBe(true)
  const rows = (await keeper.get('/api/ledger-items?state=draft&order=number')).json<ItemPage>().rows
  expect(
    rows.map(({ title, unitName, ownerName, dueDay, measure }) => [
      title,
      unitName,
      ownerName,
      dueDay,
      measure,
    ]),
  ).toEqual([
    ['围栏未修缮', '云岭市科协', '', '2026-08-30', '更换围栏'],
    ['围栏未修缮', '溪口县科协', 'reporter.county', '2026-09-30', '更换围栏'],
    ['台账缺失', '海州市科协', '', '2026-07-01', ''],
  ])
  expect(new Set(rows.slice(0, 2).map(({ matterId }) => matterId)).size).toBe(1)
})

test('a sheet that went out changes nothing when it comes back; what was typed into it is amended with its reason', async () => {
  const { db } = app.connection
  const matterId = await addMatter(
    db,
    await addLedger(db, { unitId: testUnits.root, name: '专项台账' }),
    '消防检查',
  )
  const [id] = await addItems(db, [
    { matterId, unitId: testUnits.city, state: 'doing', measure: '逐项核对\n补齐记录' },
    { matterId, unitId: testUnits.county, state: 'closed', closedDay: '2026-06-01' },
  ])
  const out = await keeper.post('/api/ledger-items/export', { matter: matterId })
  expect(out.statusCode).toBe(200)
  const bytes = Buffer.from(out.rawPayload)
  const same = await check(bytes)
  expect(same.problems).toEqual([])
  expect(same.counts).toEqual({ new: 0, changed: 0, unchanged: 2, problems: 0 })
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const at = (heading: string) => (sheet.getRow(1).values as string[]).indexOf(heading)
  const row = [2, 3].find(no => sheet.getRow(no).getCell(at('系统编号')).value === id)!
  sheet.getRow(row).getCell(at('时限')).value = '2026-09-01'
  sheet.getRow(row).getCell(at('责任人')).value = 'unit_lead.city'
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const checked = await check(content)
  expect(checked.changes).toMatchObject([{ kind: 'changed', columns: ['责任人', '时限'] }])
  // Somebody is quicker: the mark is of what was seen, and nothing is written.
  await db.execute(sql`update ledger_item set version = version + 1 where id = ${id!}`)
  expect((await write(content, checked.mark)).done).toBe(false)
  const again = await check(content)
  expect(await write(content, again.mark)).toMatchObject({ done: true, counts: { changed: 1, unchanged: 1 } })
  const [after] = await rowsOf(
    db,
    sql`select due_day::text as due, owner_name as owner from ledger_item where id = ${id!}`,
  )
  expect(after).toEqual({ due: '2026-09-01', owner: 'unit_lead.city' })
  const [step] = await rowsOf(
    db,
    sql`select action, words from ledger_step where item_id = ${id!} order by id desc limit 1`,
  )
  expect(step).toEqual({ action: 'amend', words: '按导入表格“整改.xlsx”调整' })
})

test('what is wrong is told of each cell, nothing is written, and the sheet comes back with it', async () => {
  const { db } = app.connection
  const matterId = await addMatter(
    db,
    await addLedger(db, { unitId: testUnits.root, name: '其他台账' }),
    '已办结的',
  )
  const [closed] = await addItems(db, [
    { matterId, unitId: testUnits.city, state: 'closed', closedDay: '2026-06-01' },
  ])
  const before = await count()
  const content = await sheetOf([
    head,
    ['', '甲事项', '云岭市科', '', '2026-08-30', '', '全省整改台账', ''],
    ['', '乙事项', '云岭市科协', '查无此人', '2026-13-01', '', '全省整改台账', ''],
    ['', '', '云岭市科协', '', '', '', '全省整改台帐', ''],
    ['', '丙事项', '云岭市科协', '', '2026-08-30', { formula: '1+1', result: 2 }, '全省整改台账', ''],
    ['', '丁事项', '溪口县科协', '', '2026-08-30', '', '全省整改台账', ''],
    ['', '丁事项', '溪口县科协', '', '2026-08-31', '', '全省整改台账', ''],
    ['', '戊事项', '溪口县科协', '', '2026-08-31', '', '', ''],
    ['ZG-999', '己事项', '溪口县科协', '', '2026-08-31', '', '', ''],
    ['', '已办结的', '云岭市科协', '', '2026-12-31', '', '', closed],
    ['', '已办结的', '溪口县科协', '', '', '', '', closed],
  ])
  const checked = await check(content)
  const told = checked.problems.map(({ row, code }) => [row, code])
  expect(told).toEqual([
    [2, 'unit-unknown'],
    [3, 'day-form'],
    [3, 'owner-unknown'],
    [4, 'required'],
    [4, 'required'],
    [4, 'ledger-unknown'],
    [5, 'formula'],
    [7, 'item-doubled'],
    [8, 'ledger-needed'],
    [9, 'item-unknown'],
    [10, 'item-fixed'],
    [11, 'item-doubled'],
  ])
  expect(checked.problems[0]!.message).toContain('您是指“云岭市科协”吗？')
  expect(checked.problems[5]!.message).toContain('您是指“全省整改台账”吗？')
  expect((await write(content, checked.mark)).done).toBe(false)
  expect(await count()).toBe(before)
  const back = await upload('/api/ledger-items/import-result', content)
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(Buffer.from(back.rawPayload) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  expect(sheet.getCell('I1').value).toBe('导入结果')
  expect(String(sheet.getCell('I2').value)).toContain('云岭市科协')
  expect(sheet.getCell('I6').value).toBe('新增')
})

test('a keeper below proposes in their own ledgers, for their own units; who keeps none has no such door', async () => {
  await addLedger(app.connection.db, { unitId: testUnits.city, name: '云岭台账' })
  const content = await sheetOf([head, ['', '自查', '海州市科协', '', '2026-08-30', '', '全省整改台账', '']])
  const { problems } = await check(content, await app.as('coordinator@city'))
  expect(problems.map(({ code }) => code)).toEqual(['unit-unknown', 'ledger-unknown'])
  const answer = await upload('/api/ledger-items/import-check', content, await app.as('reporter@city'))
  expect(answer.statusCode).toBe(404)
})

test('what is no workbook is refused as such', async () => {
  const answer = await upload('/api/ledger-items/import-check', Buffer.from('编号,事项\n'))
  expect(answer.json()).toMatchObject({ code: 'file-not-sheet' })
})
