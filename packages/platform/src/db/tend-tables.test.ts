import { expect, test } from 'vitest'
import { openEmbedded, rowsOf, sql, tendTables } from './index.ts'

test('the embedded database knows its tables after they changed, and is left alone when they did not', async () => {
  const connection = await openEmbedded({})
  const { db } = connection
  await db.execute(sql`create table seed (id integer primary key, kind integer)`)
  await db.execute(sql`create table quiet (id integer)`)
  await db.execute(sql`insert into seed select n, n % 3 from generate_series(1, 9000) n`)
  expect(await tendTables(connection)).toBe(1)
  const [known] = await rowsOf(
    db,
    sql`select reltuples::int as rows, (select count(*)::int from pg_stats where tablename = 'seed') as columns
      from pg_class where relname = 'seed'`,
  )
  expect(known).toEqual({ rows: 9000, columns: 2 })
  expect(await tendTables(connection)).toBe(0)
  await db.execute(sql`update seed set kind = kind + 1`)
  expect(await tendTables(connection)).toBe(1)
  await connection.close()
})

test('a server tends its tables itself', async () => {
  const connection = await openEmbedded({})
  expect(await tendTables({ db: connection.db, kind: 'server' })).toBe(0)
  await connection.close()
})
