/** The two locks agree: what the scope parameter lets through, the policy lets through, and nothing else. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connection, databaseMigrations, migrate, openEmbedded, rowsOf, sql } from '../db/index.ts'
import { type Bearer, enterScope, holds, noScope, readInScope, type Scope, within } from './index.ts'

/** Three levels of units whose numbers begin like each other: 1/2/ must not hold 1/27/. */
const paths = [1, 2, 27].flatMap(a =>
  ['', ...[2, 27, 271].map(b => `${b}/`), '2/3/', '2/35/', '27/3/'].map(rest => `${a}/${rest}`),
)

let connection: Connection
beforeAll(async () => {
  connection = await openEmbedded({})
  await migrate(connection, await databaseMigrations())
  await connection.inTransaction(async run => {
    await run(`create table thing (id integer generated always as identity primary key,
      scope_path text collate "C" not null, shown boolean not null default false);
      call guard_by_scope('thing', true, 'shown');
      create table part (id integer primary key, thing_id integer not null references thing (id));
      call guard_by_parent('part', 'thing', 'thing_id');`)
    for (const path of paths) await run('insert into thing (scope_path) values ($1)', [path])
    await run('insert into part select id, id from thing', [])
  })
})
afterAll(() => connection.close())

const bearer = (scope: Scope): Bearer => ({ scope, personId: 'p' })
const scopeOfPaths = (roots: readonly string[], content = true): Scope => ({
  roots: roots
    .filter(path => !roots.some(other => other !== path && path.startsWith(other)))
    .sort()
    .map(path => ({ unitId: path, path })),
  content,
})
const paired = fc.uniqueArray(fc.constantFrom(...paths), { maxLength: 6 })

test('both locks let the same rows through, of the table and of what hangs on it', async () => {
  await fc.assert(
    fc.asyncProperty(paired, async roots => {
      const scope = scopeOfPaths(roots)
      const expected = paths.filter(path => holds(scope, path)).sort()
      const byPolicy = await readInScope(connection.db, bearer(scope), tx =>
        rowsOf<{ path: string }>(
          tx,
          sql`select t.scope_path as path from part p join thing t on t.id = p.thing_id order by 1`,
        ),
      )
      const byParameter = await rowsOf<{ path: string }>(
        connection.db,
        sql`select scope_path as path from thing where ${within(scope, sql`scope_path`)} order by 1`,
      )
      expect(byPolicy.map(row => row.path)).toEqual(expected)
      expect(byParameter.map(row => row.path)).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

const write = (scope: Scope, statement: ReturnType<typeof sql>) =>
  connection.db.transaction(async tx => {
    await enterScope(tx, bearer(scope))
    const rows = await rowsOf(tx, statement)
    tx.rollback()
    return rows
  })

test('nothing is written outside the scope, and nothing moved out of it', async () => {
  const scope = scopeOfPaths(['1/2/', '27/'])
  const refused = /row-level security/
  for (const path of ['1/', '1/27/', '2/2/'])
    await expect(write(scope, sql`insert into thing (scope_path) values (${path})`), path).rejects.toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({ message: expect.stringMatching(refused) }),
      }),
    )
  await expect(
    write(scope, sql`update thing set scope_path = '1/27/' where scope_path = '1/2/'`),
  ).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ message: expect.stringMatching(refused) }) }),
  )
})

test('what is shown to all is read from outside, never changed', async () => {
  await connection.db.execute(sql`update thing set shown = true where scope_path = '1/27/'`)
  const scope = scopeOfPaths(['1/2/'])
  const seen = await readInScope(connection.db, bearer(scope), tx =>
    rowsOf(tx, sql`select 1 from thing where scope_path = '1/27/'`),
  )
  expect(seen).toHaveLength(1)
  const changed = await connection.db.transaction(async tx => {
    await enterScope(tx, bearer(scope))
    const things = await rowsOf(
      tx,
      sql`update thing set shown = false where scope_path = '1/27/' returning 1`,
    )
    const parts = await rowsOf(
      tx,
      sql`delete from part where thing_id = (select id from thing where scope_path = '1/27/') returning 1`,
    )
    return [...things, ...parts]
  })
  await connection.db.execute(sql`update thing set shown = false`)
  expect(changed).toEqual([])
})

test.each<[string, Scope]>([
  ['without a scope', noScope],
  ['as an administrator, of what bulletins are made of', scopeOfPaths(['1/', '2/', '27/'], false)],
])('%s nothing is seen', async (_who, scope) => {
  expect(await readInScope(connection.db, bearer(scope), tx => rowsOf(tx, sql`select 1 from thing`))).toEqual(
    [],
  )
})

test('a read cannot write, and the scope ends with its transaction', async () => {
  const scope = scopeOfPaths(['1/'])
  await expect(
    readInScope(connection.db, bearer(scope), tx => tx.execute(sql`delete from part`)),
  ).rejects.toThrow(
    expect.objectContaining({
      cause: expect.objectContaining({ message: expect.stringMatching(/read-only/) }),
    }),
  )
  const [after] = await rowsOf<{ role: string; from: string | null }>(
    connection.db,
    sql`select current_user as role, nullif(current_setting('app.scope_from', true), '') as "from"`,
  )
  expect(after).toMatchObject({ from: null })
  expect(after!.role).not.toBe('jianbao_desk')
})
