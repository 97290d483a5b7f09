/** Many writers at once on a real server: one chain without gaps, nobody waiting for another but to commit. */
import { act, chainHead, verifyChain } from '@jianbao/platform/audit'
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openPostgres, type TestPostgres } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestPostgres
let connection: Connection
beforeAll(async () => {
  server = await openPostgres()
  connection = await openDatabase(server)
  await migrate(connection, await allMigrations())
  await connection.db.execute(sql`create table thing (id int primary key, seen int not null default 0)`)
  await connection.db.execute(sql`insert into thing select generate_series(1, 10)`)
}, 120_000)
afterAll(async () => {
  await connection?.close()
  await server?.close()
})

const deed = { actor: { kind: 'system', id: 'tester' } as const, action: 'thing.see', object: null }

test('a thousand actions of ten writers are one chain without gaps', async () => {
  const { db } = connection
  const before = await chainHead(db)
  const one = async (n: number): Promise<void> => {
    // Every seventh comes to nothing: it leaves no entry and no gap.
    const broken = act(db, systemClock, deed, async (tx, entry) => {
      await tx.execute(sql`update thing set seen = seen + 1 where id = ${(n % 10) + 1}`)
      entry.after = { n }
      if (n % 7 === 0) throw new Error('broken')
    })
    await broken.catch(error => {
      if (!String(error).includes('broken')) throw error
    })
  }
  await Promise.all(Array.from({ length: 1000 }, (_, n) => one(n)))
  const done = 1000 - Math.ceil(1000 / 7)
  const [{ sum } = { sum: 0 }] = await rowsOf<{ sum: number }>(
    db,
    sql`select sum(seen)::int as sum from thing`,
  )
  expect([(await chainHead(db)).id - before.id, sum]).toEqual([done, done])
  expect((await verifyChain(db)).fault).toBeNull()
})

test('several actions in one transaction and single ones in another order do not lock each other out', async () => {
  const { db } = connection
  const see = (on: typeof db, id: number) =>
    act(on, systemClock, deed, async tx => {
      await tx.execute(sql`update thing set seen = seen + 1 where id = ${id}`)
    })
  const several = () =>
    db.transaction(async tx => {
      for (let id = 1; id <= 5; id++) await see(tx, id)
    })
  const before = await chainHead(db)
  await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? several() : see(db, 5 - (n % 5)))))
  expect((await chainHead(db)).id - before.id).toBe(30 * 5 + 30)
  expect((await verifyChain(db)).fault).toBeNull()
})
