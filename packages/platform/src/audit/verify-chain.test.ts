/** Attacks by somebody who owns the database: triggers switched off, rows changed, each of them found. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Connection, databaseMigrations, migrate, openEmbedded, rowsOf, sql } from '../db/index.ts'
import {
  act,
  auditMigrations,
  chainHead,
  noteRefusal,
  openAnchors,
  readAnchors,
  verifyChain,
} from './index.ts'

let connection: Connection
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-anchors-'))
  connection = await openEmbedded({})
  await migrate(connection, [...(await databaseMigrations()), ...(await auditMigrations())])
})
afterAll(async () => {
  await connection.close()
  await rm(folder, { recursive: true, force: true })
})

const length = 12
const clock = { now: () => new Date('2026-03-01T08:00:00.123Z') }
const actor = { kind: 'person', id: '甲:1,' } as const
const anchors = () => readAnchors(join(folder, 'anchors.txt'))

/** As the owner can: with the trigger off, and on again so that nobody notices. */
async function attack(...statements: string[]): Promise<void> {
  await connection.inTransaction(async run => {
    await run('alter table audit_entry disable trigger all')
    for (const statement of statements) await run(statement)
    await run('alter table audit_entry enable always trigger append_only')
    await run('alter table audit_entry enable always trigger chain_only')
  })
}

/** Writes the hashes of all entries and the end of the chain anew, as the database itself would. */
const recompute = `do $$
  declare e audit_entry; last text := ''; n bigint := 0;
  begin
    for e in select * from audit_entry order by id loop
      e.hash := audit_hash(last, e); last := e.hash; n := e.id;
      update audit_entry set hash = e.hash where id = e.id;
    end loop;
    update audit_head set id = n, hash = last;
  end $$`

beforeEach(async () => {
  await attack('truncate audit_entry', `update audit_head set id = 0, hash = ''`)
  await rm(join(folder, 'anchors.txt'), { force: true })
  const { db } = connection
  const keeper = await openAnchors({ db, clock, path: join(folder, 'anchors.txt'), onError: fail })
  for (let n = 0; n < length; n++) {
    const deed = { actor, action: 'unit.rename', object: `unit-${n}` }
    if (n % 5 === 4) await noteRefusal(db, clock, deed, 'not-found')
    else
      await act(db, clock, deed, async (_tx, entry) => {
        entry.words = n % 2 ? '溪口县科协' : null
        entry.after = { name: `第${n}个` }
      })
    if (n === 5) await keeper.keep()
  }
  await keeper.close()
})
function fail(error: unknown): void {
  throw error
}

test('a chain nobody touched is whole; its anchors stand in a file for its owner alone', async () => {
  const head = await chainHead(connection.db)
  expect(head.id).toBe(length)
  const progress: number[] = []
  const report = await verifyChain(connection.db, { anchors: anchors(), onProgress: n => progress.push(n) })
  expect(report).toEqual({ checked: length, head, anchors: 2, fault: null })
  expect(progress).toEqual([length])
  expect((await stat(join(folder, 'anchors.txt'))).mode & 0o777).toBe(0o600)
  const last = (await readFile(join(folder, 'anchors.txt'), 'utf8')).trimEnd().split('\n').at(-1)
  expect(last).toBe(`${length} ${head.hash} 2026-03-01T08:00:00.123Z`)
})

const columns = 'at, actor_kind, actor_id, action, outcome, hash'
test.each<[string, string[], { kind: string; id: number }]>([
  ['a changed word', [`update audit_entry set words = '乙' where id = 3`], { kind: 'changed', id: 3 }],
  ['a changed outcome', [`update audit_entry set outcome = 'done' where id = 5`], { kind: 'changed', id: 5 }],
  [
    'a moved time',
    [`update audit_entry set at = at + interval '1 microsecond' where id = 7`],
    { kind: 'changed', id: 7 },
  ],
  [
    'a changed side',
    [`update audit_entry set after = '{"name": "第0个"}' where id = 1`],
    { kind: 'changed', id: 1 },
  ],
  [
    'words put into the next column',
    [`update audit_entry set object = 'unit-1溪口县科协', words = '' where id = 2`],
    { kind: 'changed', id: 2 },
  ],
  [
    'a changed hash',
    [`update audit_entry set hash = repeat('0', 64) where id = 4`],
    { kind: 'changed', id: 4 },
  ],
  ['a removed entry', ['delete from audit_entry where id = 6'], { kind: 'missing', id: 6 }],
  ['the first removed', ['delete from audit_entry where id = 1'], { kind: 'missing', id: 1 }],
  [
    'a removed entry, the gap closed',
    [
      'delete from audit_entry where id = 6',
      'update audit_entry set id = id - 1 where id > 6',
      'update audit_head set id = id - 1',
    ],
    { kind: 'changed', id: 6 },
  ],
  ['the end cut off', ['delete from audit_entry where id > 9'], { kind: 'cut-off', id: 10 }],
  ['all cut off', ['delete from audit_entry'], { kind: 'cut-off', id: 1 }],
  [
    'the end cut off, its number too',
    ['delete from audit_entry where id > 9', 'update audit_head set id = 9'],
    { kind: 'head', id: 9 },
  ],
  [
    'two swapped',
    [
      'update audit_entry set id = 99 where id = 3',
      'update audit_entry set id = 3 where id = 4',
      'update audit_entry set id = 4 where id = 99',
    ],
    { kind: 'changed', id: 3 },
  ],
  [
    'one put at the end',
    [`insert into audit_entry (id, ${columns}) values (13, now(), 'system', 'x', 'x.x', 'done', 'x')`],
    { kind: 'surplus', id: 13 },
  ],
  [
    'one put in between',
    [
      'update audit_entry set id = id + 100 where id > 4',
      'update audit_entry set id = id - 99 where id > 4',
      `insert into audit_entry (id, ${columns}) select 5, ${columns} from audit_entry where id = 4`,
      'update audit_head set id = 13',
    ],
    { kind: 'changed', id: 5 },
  ],
  [
    'the end of the chain taken away',
    ['delete from audit_head', `insert into audit_head (id, hash) values (0, '')`],
    { kind: 'surplus', id: 1 },
  ],
])('%s is found', async (_name, statements, fault) => {
  await attack(...statements)
  const report = await verifyChain(connection.db)
  expect(report.fault).toEqual(fault)
})

test('two entries of one number are found, though only one is in sight', async () => {
  await attack(
    'alter table audit_entry drop constraint audit_entry_pkey',
    'insert into audit_entry select * from audit_entry where id = 12',
  )
  expect((await verifyChain(connection.db)).fault).not.toBeNull()
  await attack('truncate audit_entry', 'alter table audit_entry add primary key (id)')
})

test.each([
  ['written anew', `update audit_entry set words = '乙' where id = 3`, { kind: 'rewritten', id: 6 }],
  ['cut off with its end', 'delete from audit_entry where id > 9', { kind: 'cut-off', id: 10 }],
])('a chain that was %s is whole in itself; its anchors tell', async (_name, statement, fault) => {
  await attack(statement, recompute)
  expect((await verifyChain(connection.db)).fault).toBeNull()
  expect((await verifyChain(connection.db, { anchors: anchors() })).fault).toEqual(fault)
})

test('whatever is done to an entry is found, and found at or before it', async () => {
  const texts = ['actor_id', 'actor_name', 'unit_name', 'action', 'object', 'words', 'outcome']
  const change = fc.oneof(
    fc.record({ column: fc.constantFrom(...texts), value: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
    fc.record({
      column: fc.constantFrom('before', 'after'),
      value: fc.json({ maxDepth: 1 }).map(text => text.replaceAll('\\u0000', '')),
    }),
    fc.record({ column: fc.constant('unit_id'), value: fc.uuid() }),
    fc.record({
      column: fc.constant('at'),
      value: fc
        .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
        .map(at => at.toISOString()),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: length }), change, async (id, { column, value }) => {
      const kept = await rowsOf(
        connection.db,
        sql`select ${sql.raw(column)}::text as value from audit_entry where id = ${id}`,
      )
      const was = kept[0]!['value']
      await attack(`update audit_entry set ${column} = ${quote(value)} where id = ${id}`)
      const [now] = await rowsOf(
        connection.db,
        sql`select ${sql.raw(column)}::text as value from audit_entry where id = ${id}`,
      )
      const { fault } = await verifyChain(connection.db)
      expect(fault).toEqual(now!['value'] === was ? null : { kind: 'changed', id })
      await attack(
        `update audit_entry set ${column} = ${was === null ? 'null' : quote(String(was))} where id = ${id}`,
      )
      expect((await verifyChain(connection.db)).fault).toBeNull()
    }),
    { numRuns: 60 },
  )
})

const quote = (text: string): string => `'${text.replaceAll('\u0000', '').replaceAll("'", "''")}'`

test('a line of anchors that was cut off spoils neither itself nor the next', async () => {
  const path = join(folder, 'anchors.txt')
  await writeFile(path, `${await readFile(path, 'utf8')}12 abc`)
  const { db } = connection
  await act(db, clock, { actor, action: 'unit.rename', object: null }, async () => undefined)
  await (await openAnchors({ db, clock, path, onError: fail })).close()
  const report = await verifyChain(db, { anchors: anchors() })
  expect(report).toMatchObject({ checked: length + 1, anchors: 3, fault: null })
})

test('a start says when the chain is not what the last anchor kept', async () => {
  await attack(`update audit_entry set words = '乙' where id = 3`, recompute)
  const errors: unknown[] = []
  const path = join(folder, 'anchors.txt')
  const keeper = await openAnchors({ db: connection.db, clock, path, onError: error => errors.push(error) })
  await keeper.close()
  expect(String(errors[0])).toContain('last anchor')
})
