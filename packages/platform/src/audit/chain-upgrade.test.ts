import { expect, test } from 'vitest'
import { databaseMigrations, migrate, openEmbedded, rowsOf, sql } from '../db/index.ts'
import { act, auditMigrations, verifyChain } from './index.ts'

test('entries of a version without a chain are numbered, named and chained in their order', async () => {
  const connection = await openEmbedded({})
  const { db } = connection
  const [first, ...later] = await auditMigrations()
  const before = [...(await databaseMigrations()), first!]
  await migrate(connection, before)
  await db.execute(sql`create table account_user (id text primary key, name text not null)`)
  await db.execute(sql`insert into account_user values ('p1', '老甲')`)
  // A transaction that came to nothing left a gap.
  for (const actor of ['p1', 'gone', 'rolled-back', 'p1']) {
    const insert = sql`insert into audit_entry (at, actor_kind, actor_id, action, object, outcome)
      values ('2026-01-01T08:00:00.123Z', 'person', ${actor}, 'document.receive', 'd', 'done')`
    const work = db.transaction(async tx => {
      await tx.execute(insert)
      if (actor === 'rolled-back') throw new Error('rolled back')
    })
    await work.catch(() => undefined)
  }
  await migrate(connection, [...before, ...later])
  const deed = { actor: { kind: 'system', id: 'tester' } as const, action: 'unit.edit', object: null }
  await act(db, { now: () => new Date() }, deed, async () => undefined)
  const rows = await rowsOf(
    db,
    sql`select id::int, actor_name as name from audit_entry order by audit_entry.id`,
  )
  expect(rows).toEqual([
    { id: 1, name: '老甲' },
    { id: 2, name: null },
    { id: 3, name: '老甲' },
    { id: 4, name: null },
  ])
  expect(await verifyChain(db)).toMatchObject({ checked: 4, fault: null })
  await connection.close()
})
