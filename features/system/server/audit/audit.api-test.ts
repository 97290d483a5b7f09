import { noteDeed } from '@jianbao/platform/audit'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditChain, type AuditDetail, type AuditPage, auditActions } from '../../contract/index.ts'

let app: TestApp
const ids: Record<string, string> = {}
const times = { now: () => new Date('2026-03-01T08:00:00.000Z') }

/** What the people of three units did on three days, and what nobody's person did. */
beforeAll(async () => {
  app = await openTestApp()
  const { db } = app.connection
  for (const { id, name } of await rowsOf<{ id: string; name: string }>(db, sql`select id, name from person`))
    ids[name] = id
  const note = (who: string, day: string, action: string, words: string) => {
    const actor = { kind: 'person', id: ids[who]! } as const
    const at = { now: () => new Date(`${day}T01:00:00Z`) }
    return noteDeed(db, at, { actor, action, object: `object-${words}` }, { words, after: { name: words } })
  }
  await note('editor.city', '2026-02-01', 'unit.move', '甲学会')
  await note('editor.county', '2026-02-02', 'unit.add', '乙学会')
  await note('editor.sister', '2026-02-03', 'unit.move', '丙学会')
  await noteDeed(db, times, { actor: { kind: 'system', id: 'reader' }, action: 'document.read', object: 'd' })
})
afterAll(() => app.close())

const list = async (persona: Parameters<TestApp['as']>[0], query = ''): Promise<AuditPage> => {
  const answer = await (await app.as(persona)).get(`/api/audit?${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<AuditPage>()
}
const wordsOf = ({ rows }: AuditPage) => rows.map(row => row.words)

test('every action a route declares has words', () => {
  const actions = app.routes.flatMap(route => route.audit ?? [])
  const lacking = actions.filter(action => !Object.hasOwn(auditActions, action))
  expect(lacking, 'give them words in features/system/contract/audit-actions.ts').toEqual([])
})

test('an auditor reads what was done in their units and below; at the top everything', async () => {
  const own = 'action=unit'
  expect(wordsOf(await list('auditor', own))).toEqual(['丙学会', '乙学会', '甲学会'])
  expect(wordsOf(await list('auditor@city', own))).toEqual(['乙学会', '甲学会'])
  expect(wordsOf(await list('auditor@county', own))).toEqual(['乙学会'])
  expect(wordsOf(await list('auditor@sister', own))).toEqual(['丙学会'])
  expect((await list('auditor', 'action=document.read')).total).toBe(1)
  expect((await list('auditor@city', 'action=document.read')).total).toBe(0)
})

test('nobody else does', async () => {
  for (const persona of ['editor', 'system-administrator', 'security-administrator', 'signed-in'] as const)
    expect((await (await app.as(persona)).get('/api/audit')).statusCode, persona).toBe(404)
  expect((await (await app.as('anonymous')).get('/api/audit')).statusCode).toBe(401)
})

test('below the routes too: an editor in the same scope sees no entry', async () => {
  const { db } = app.connection
  const seen = (person: string) =>
    db.transaction(async tx => {
      await tx.execute(sql`select set_config('role', 'jianbao_desk', true), set_config('app.scope_from', '1/', true),
        set_config('app.scope_to', '1/~', true), set_config('app.person', ${ids[person]!}, true)`)
      return (await rowsOf(tx, sql`select 1 from audit_entry`)).length > 0
    })
  expect([await seen('editor'), await seen('auditor')]).toEqual([false, true])
})

describe('filters', () => {
  const own = 'from=2026-02-01&to=2026-02-03'
  test.each([
    ['a person by part of the name', 'person=editor.c', ['乙学会', '甲学会']],
    ['a unit with all below', `unit=${testUnits.city}`, ['乙学会', '甲学会']],
    ['a unit below', `unit=${testUnits.county}`, ['乙学会']],
    ['an action', 'action=unit.move', ['丙学会', '甲学会']],
    ['all that is done with units', 'action=unit', ['丙学会', '乙学会', '甲学会']],
    ['what begins alike is something else', 'action=uni', []],
    ['an object', `object=${encodeURIComponent('object-甲学会')}`, ['甲学会']],
    ['words', `words=${encodeURIComponent('乙')}`, ['乙学会']],
    ['a name of the unit', `words=${encodeURIComponent('海州市')}`, ['丙学会']],
    ['what was done', 'outcome=done', ['丙学会', '乙学会', '甲学会']],
    ['what was refused', 'outcome=refused', []],
    ['no wildcard', 'words=%25', []],
    ['what no text can hold', 'words=%00%EF%BF%BF', []],
  ])('%s', async (_name, query, expected) => {
    expect(wordsOf(await list('auditor', `${own}&${query}`))).toEqual(expected)
  })

  test('a day is a day in China', async () => {
    expect(wordsOf(await list('auditor', 'action=unit&from=2026-02-02&to=2026-02-02'))).toEqual(['乙学会'])
    const late = { now: () => new Date('2026-02-09T16:30:00Z') }
    const actor = { kind: 'person', id: ids['editor']! } as const
    await noteDeed(app.connection.db, late, { actor, action: 'unit.edit', object: null }, { words: '深夜' })
    expect(wordsOf(await list('auditor', 'action=unit.edit&from=2026-02-10&to=2026-02-10'))).toEqual(['深夜'])
  })

  test.each(['from=0000-01-01', 'from=2026-02-30', 'unit=1', 'action=UNIT', 'outcome=x', 'page=0', 'x=1'])(
    '%s is refused',
    async query => {
      expect((await (await app.as('auditor')).get(`/api/audit?${query}`)).statusCode).toBe(400)
    },
  )
})

test('one entry tells what changed; outside the scope it is not there', async () => {
  const [row] = (await list('auditor@city', 'action=unit.move')).rows
  const detail = (await (await app.as('auditor@city')).get(`/api/audit/${row!.id}`)).json<AuditDetail>()
  expect(detail).toMatchObject({ after: { name: '甲学会' }, before: null, actor: 'person', changed: true })
  for (const path of [String(row!.id), '999999999999'])
    expect((await (await app.as('auditor@sister')).get(`/api/audit/${path}`)).statusCode).toBe(404)
})

test('verifying says that the chain is whole, is recorded, and shows who did it and when', async () => {
  const auditor = await app.as('auditor')
  const chain = (await auditor.post('/api/audit/verify')).json<AuditChain>()
  expect(chain.verified).toMatchObject({ by: 'auditor', fault: null, checked: chain.head.id - 1 })
  expect((await auditor.get('/api/audit/chain')).json()).toEqual(chain)
  // Not told to those who could not see who did it.
  expect((await (await app.as('auditor@city')).get('/api/audit/chain')).json()).toMatchObject({
    verified: null,
  })
})

test('a broken chain is found from the page', async () => {
  const { db } = app.connection
  await db.execute(sql`alter table audit_entry disable trigger all`)
  await db.execute(sql`update audit_entry set words = '丁学会' where words = '乙学会'`)
  const chain = (await (await app.as('auditor')).post('/api/audit/verify')).json<AuditChain>()
  expect(chain.verified?.fault).toMatchObject({ kind: 'changed' })
  await db.execute(sql`update audit_entry set words = '乙学会' where words = '丁学会'`)
  await db.execute(sql`alter table audit_entry enable always trigger append_only`)
})

describe('an export', () => {
  const download = async (persona: Parameters<TestApp['as']>[0], body: object) => {
    const answer = await (await app.as(persona)).post('/api/audit/export', body)
    expect(answer.statusCode).toBe(200)
    return answer
  }

  test('as CSV holds what the filters show and the end of the chain; it is recorded', async () => {
    const answer = await download('auditor@city', { format: 'csv', action: 'unit.move' })
    const lines = answer.body.replace('\ufeff', '').trimEnd().split('\r\n')
    expect(lines[0]).toBe('序号,时间,人员,单位,操作,对象,对象编号,结果,改动前,改动后,哈希')
    expect(lines[1]).toMatch(
      /^\d+,2026-02-01 09:00:00,editor.city,云岭市科协,移动了单位,甲学会,object-甲学会,完成,,"{""name"":""甲学会""}",[0-9a-f]{64}$/,
    )
    expect(lines[2]).toMatch(/^导出时链尾,\d+,[0-9a-f]{64}$/)
    expect(lines).toHaveLength(3)
    const [entry] = (await list('auditor@city', 'action=audit.export')).rows
    const detail = (await (await app.as('auditor')).get(`/api/audit/${entry!.id}`)).json<AuditDetail>()
    expect(detail.after).toMatchObject({ format: 'csv', action: 'unit.move', upTo: entry!.id - 1 })
  })

  test('as a workbook holds the same; no cell is a formula', async () => {
    const actor = { kind: 'person', id: ids['editor']! } as const
    const deed = { actor, action: 'unit.edit', object: null }
    await noteDeed(app.connection.db, times, deed, { words: '=1+1' })
    const answer = await download('auditor', { format: 'xlsx', words: '=1' })
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(answer.rawPayload as never)
    const rows = book.worksheets[0]!.getSheetValues().slice(1) as unknown[][]
    const cells = ['2026-03-01 16:00:00', 'editor', '本会', '修改了单位', '=1+1', undefined, '完成']
    expect(rows[1]!.slice(2, 9)).toEqual(cells)
    expect(rows.at(-1)!.slice(1, 3)).toEqual(['导出时链尾', expect.stringMatching(/^\d+$/)])
    const csv = (await download('auditor', { format: 'csv', words: '=1' })).body
    expect(csv).toContain(",'=1+1,")
  })

  test('of many goes on where it stopped, each entry once', async () => {
    const actor = { kind: 'system', id: 'many' } as const
    const before = (
      await rowsOf<{ n: number }>(app.connection.db, sql`select count(*)::int as n from audit_entry`)
    )[0]!.n
    // All at the same moment: the number decides.
    await app.connection.db.execute(sql`select write_audit_entry('2026-02-20', ${actor.kind}, 'many', null, 'unit.edit',
      n::text, null, 'done', null, null) from generate_series(1, 2500) as n`)
    const { body } = await download('auditor', { format: 'csv', from: '2026-02-20', to: '2026-02-20' })
    const numbers = body
      .split('\r\n')
      .slice(1, -2)
      .map(line => Number(line.split(',')[0]))
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 2500 }, (_, n) => before + 1 + n)))
    expect(numbers).toHaveLength(2500)
  })
})
