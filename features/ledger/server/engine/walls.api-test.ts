/** Nothing of an item comes through a wall: not in a list, a count, a name, a file or a notice, whatever is asked. */
import { localDay, nextDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemState } from '../../contract/index.ts'
import { bring, openLedgerOf } from './engine.fixture.ts'

let app: TestApp
let ledgerId: string
const hidden: { id: string; state: ItemState; matterId: string }[] = []
const secret = '绝密事项'
const due = nextDay(localDay(new Date()), 3)

beforeAll(async () => {
  app = await openTestApp()
  ledgerId = await openLedgerOf(app.connection.db)
  const facts = { title: secret, ownerName: secret, measure: secret, dueDay: due, leadId: testUnits.sister }
  for (const state of ['draft', 'review', 'ready'] as const)
    hidden.push(await bring(app, { ledgerId, state, facts }))
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const outside: Persona[] = [
  ...(['reporter', 'unit-lead', 'coordinator', 'inspector', 'editor', 'signatory'] as const).map(
    role => `${role}@city` as const,
  ),
  'unit-lead@county',
  'coordinator@sister',
]

async function textOf(bytes: Buffer): Promise<string> {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return JSON.stringify(book.worksheets.map(sheet => sheet.getSheetValues()))
}

test.each(outside)('%s: of what is not dispatched nothing is seen, counted or named', async persona => {
  const by = await app.as(persona)
  const { id, matterId } = hidden[2]!
  const filters = [
    '',
    `matter=${matterId}`,
    `ledger=${ledgerId}`,
    'state=ready',
    'as=part',
    `lead=${testUnits.sister}`,
  ]
  const pages = ['items', 'item-counts', 'board', 'matrix', 'timeline', 'calendar', 'statistics']
  for (const page of pages)
    for (const filter of [...filters, `q=${encodeURIComponent(secret)}`]) {
      const answer = await by.get(`/api/ledger-${page}?${filter}`)
      if (answer.statusCode === 400) continue
      expect([page, filter, answer.statusCode]).toEqual([page, filter, 200])
      expect(answer.body.includes(secret), `${page}?${filter}`).toBe(false)
      const numbers = answer.body.match(/"(total|count|before|all|open|items|matters|columnTotal)":[1-9]/g)
      expect(numbers, `${page}?${filter}: ${answer.body}`).toBe(null)
    }
  for (const each of hidden)
    for (const more of ['', '/circulars']) {
      const answer = await by.get(`/api/ledger-items/${each.id}${more}`)
      expect([401, 404]).toContain(answer.statusCode)
    }
  for (const path of [
    'services',
    'service-totals',
    'needs',
    'need-targets',
    'missives',
    'visits',
    'findings',
    'work',
    'notices',
  ])
    expect((await by.get(`/api/${path}`)).body.includes(secret), path).toBe(false)
  for (const path of ['ledger-items', 'ledger-matrix', 'ledger-calendar', 'ledger-statistics']) {
    const answer = await by.post(`/api/${path}/export`, {})
    if (answer.statusCode !== 200) continue
    const bytes = answer.rawPayload
    const text = bytes.subarray(0, 2).toString() === 'PK' ? await textOf(bytes) : bytes.toString()
    expect(text.includes(secret), path).toBe(false)
  }
  const bulk = await by.post('/api/ledger-items/bulk', {
    deed: 'cancel',
    words: '试一试',
    items: [{ id, version: 0 }],
  })
  expect(bulk.body.includes(secret)).toBe(false)
  const plan = await by.post('/api/missive-plan', { kind: 'supervision', items: [id] })
  expect(plan.body.includes(secret)).toBe(false)
})

test('no notice was written to anybody below', async () => {
  const told = await rowsOf<{ username: string }>(
    app.connection.db,
    sql`select p.username from notice n join person p on p.id = n.person_id where n.details::text like ${`%${secret}%`}`,
  )
  expect(told.filter(({ username }) => /\.(city|county|sister)$/.test(username))).toEqual([])
})
