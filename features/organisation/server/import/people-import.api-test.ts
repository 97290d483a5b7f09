import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonPage } from '../../contract/index.ts'
import { type Cells, importer, lines } from './import.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const { sendFile, send, write } = importer(() => app, 'people')
const people = async (q: string) =>
  (
    await (
      await app.as('system-administrator')
    ).get(`/api/people?q=${encodeURIComponent(q)}&state=all&sort=name`)
  ).json<PersonPage>()

test('people are imported without roles or accounts; their numbers lie sealed; a second time nothing changes', async () => {
  const rows = [
    ['甲子一', 990100, '办公室主任', 13900000001, '', '系统管理员'],
    ['甲子二', '溪口县科协', '科员', '１３９ ０００００００２', '在职', '签发人'],
    ['甲子三', '990101', '', '', '离任'],
  ]
  expect((await write(rows)).counts).toMatchObject({ new: 3, changed: 0 })
  const found = await people('甲子')
  expect(
    found.rows.map(({ name, unitName, title, phone, state, username, posts }) => ({
      name,
      unitName,
      title,
      phone,
      state,
      username,
      posts,
    })),
  ).toEqual([
    {
      name: '甲子二',
      unitName: '溪口县科协',
      title: '科员',
      phone: '139****0002',
      state: 'active',
      username: null,
      posts: [],
    },
    {
      name: '甲子三',
      unitName: '溪口县科协',
      title: null,
      phone: null,
      state: 'left',
      username: null,
      posts: [],
    },
    {
      name: '甲子一',
      unitName: '云岭市科协',
      title: '办公室主任',
      phone: '139****0001',
      state: 'active',
      username: null,
      posts: [],
    },
  ])
  const { db } = app.connection
  const dump = JSON.stringify(await rowsOf(db, sql`select * from person where name like '甲子%'`))
  expect(dump).not.toContain('13900000001')
  expect(await send(rows)).toMatchObject({ state: 'done', counts: { unchanged: 3 } })
  const left = JSON.stringify([
    ...(await rowsOf(db, sql`select * from organisation_import`)),
    ...(await rowsOf(db, sql`select * from organisation_import_result`)),
    ...(await rowsOf(db, sql`select * from audit_entry`)),
  ])
  expect(left).not.toMatch(/1390000000/)
})

test('sheets with numbers in them lie sealed on the disk', async () => {
  const { id } = await send([['甲丑', '990100', '', '13912345678']])
  const [row] = await rowsOf<{ sha: string }>(
    app.connection.db,
    sql`select sealed_sha256 as sha from organisation_import where id = ${id}`,
  )
  const kept = Buffer.from(await app.archive.files.read(row!.sha)).toString('latin1')
  expect(kept).toMatch(/^v1\./)
})

test('what is exported, with masked numbers, is imported without a change', async () => {
  await write([['甲寅', '990101', '', '13811112222']])
  for (const as of ['system-administrator', 'system-administrator@city'] as const) {
    const agent = await app.as(as)
    const exported = await agent.post('/api/people/export', { state: 'all' })
    expect(exported.statusCode).toBe(200)
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(exported.rawPayload as never)
    const texts = JSON.stringify(book.worksheets[0]!.getSheetValues())
    expect(texts).toContain('138****2222')
    expect(texts).not.toContain('13811112222')
    const checked = await sendFile(exported.rawPayload, as)
    expect(lines(checked)).toEqual([])
    expect(checked).toMatchObject({ state: 'done', counts: { new: 0, changed: 0 } })
  }
})

test('people of one name in one unit are told apart by their numbers; without, they are ambiguous', async () => {
  const rows = [
    ['乙丑', '990100', '甲岗', '13700000001'],
    ['乙丑', '990100', '乙岗', '13700000002'],
  ]
  expect((await write(rows)).counts.new).toBe(2)
  expect(await send(rows)).toMatchObject({ state: 'done', counts: { unchanged: 2 } })
  expect(lines(await send([['乙丑', '990100', '丙岗']]))).toEqual([
    '第 2 行“姓名”：本单位有 2 位“乙丑”，不知道改哪一位。请从导出的表中复制“系统编号”。',
  ])
  const [first] = (await people('乙丑')).rows
  const done = await write([['乙丑改', '990101', '丁岗', '', '', '', first!.id]])
  expect(done.changes).toEqual([
    { row: 2, kind: 'changed', name: '乙丑改', columns: ['姓名', '单位编码', '职务'] },
  ])
  expect((await people('乙丑改')).rows[0]).toMatchObject({
    id: first!.id,
    unitName: '溪口县科协',
    phone: first!.phone,
  })
})

test('somebody leaves with all roles, and comes back without', async () => {
  await write([['丙寅', '990100']])
  const [{ id }] = (await people('丙寅')).rows as unknown as [{ id: string }]
  const guardian = await app.as('security-administrator')
  await guardian.post(`/api/people/${id}/posts`, { role: 'editor', unitId: testUnits.city })
  expect((await write([['丙寅', '990100', '', '', '离任']])).changes[0]!.columns).toEqual(['状态'])
  expect((await people('丙寅')).rows[0]).toMatchObject({ state: 'left', posts: [] })
  expect(lines(await send([['丙寅', '990100', '新岗']]))).toEqual([
    '第 2 行“状态”：“丙寅”已离任，不能修改。要改，请先把状态改为在职。',
  ])
  await write([['丙寅', '990100', '新岗', '', '在职']])
  expect((await people('丙寅')).rows[0]).toMatchObject({ state: 'active', title: '新岗', posts: [] })
})

test.each<[string, readonly Cells[], string[]]>([
  ['no name', [['', '990100']], ['第 2 行“姓名”：必须填写。']],
  [
    'an unknown unit',
    [['丁', '云岭市科学']],
    ['第 2 行“单位编码”：未找到：云岭市科学。您是指 990100（云岭市科协）吗？'],
  ],
  [
    'a unit out of reach by its code',
    [['丁', '990109']],
    ['第 2 行“单位编码”：未找到：990109。您是指 990100（云岭市科协）吗？'],
  ],
  [
    'a number that is none',
    [['丁', '990100', '', '139']],
    ['第 2 行“手机”：不是电话号码，应为 11 位手机号或带区号的座机号。'],
  ],
  [
    'a number Excel has spoilt',
    [['丁', '990100', '', '1.38E+10']],
    [
      '第 2 行“手机”：手机号“1.38E+10”被写成了科学计数法，后几位已经丢失。请把单元格格式改为“文本”后重新填写。',
    ],
  ],
  [
    'a masked number of somebody new',
    [['丁', '990100', '', '139****0000']],
    ['第 2 行“手机”：带 * 的手机号与系统中的不一致。请填写完整号码，或留空表示不改。'],
  ],
  [
    'an unknown state',
    [['丁', '990100', '', '', '借调']],
    ['第 2 行“状态”：没有“借调”这一项。可以填：在职、离任。'],
  ],
  [
    'an unknown number of the system',
    [['丁', '990100', '', '', '', '', 'abc']],
    ['第 2 行“系统编号”：没有找到系统编号为“abc”的人员。新增人员请留空。'],
  ],
  [
    'somebody twice',
    [
      ['丁', '990100'],
      ['丁', '云岭市科协', '主任'],
    ],
    ['第 3 行“姓名”：与第 2 行是同一个人。'],
  ],
])('%s is one line, and nobody is written', async (_, rows, expected) => {
  const checked = await send(rows)
  expect(lines(checked)).toEqual(expected)
  expect(checked.state).toBe('refused')
  expect((await people('丁')).total).toBe(0)
})

test('nobody leaves by their own sheet, and whoever has roles above is for those above', async () => {
  const [me] = (await people('system_administrator.city')).rows
  const own = await send([[me!.name, '990100', '', '', '离任', '', me!.id]], 'system-administrator@city')
  expect(lines(own)).toEqual(['第 2 行“状态”：不能把自己改为离任。'])
  await write([['戊', '990100']])
  const [{ id }] = (await people('戊')).rows as unknown as [{ id: string }]
  await (await app.as('security-administrator')).post(`/api/people/${id}/posts`, {
    role: 'editor',
    unitId: testUnits.root,
  })
  const beyond = await send([['戊', '990100', '', '', '离任']], 'system-administrator@city')
  expect(lines(beyond)).toEqual(['第 2 行“状态”：“戊”在您管理范围以外还有角色，状态要由上级管理员改。'])
})

test('units and people out of the scope are not found', async () => {
  const [sister] = (await people('editor.sister')).rows
  const checked = await send(
    [
      ['己', '990200'],
      ['己', '990100', '', '', '', '', sister!.id],
    ],
    'system-administrator@city',
  )
  expect(lines(checked)).toEqual([
    '第 2 行“单位编码”：未找到：990200。您是指 990100（云岭市科协）吗？',
    `第 3 行“系统编号”：没有找到系统编号为“${sister!.id}”的人员。新增人员请留空。`,
  ])
})
