import type PgBoss from 'pg-boss'
import { type Connection, type Database, type SQL, sql } from '../db/index.ts'

/** pg-boss on the database of the house, or inside a transaction of it: its statements go through Drizzle. */
export function bossDatabase(db: Database): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const result = await db.execute(bind(text, values ?? []))
      return result as unknown as { rows: unknown[] }
    },
  }
}

/** Any number will do as long as it stays; the one beside it is that of the migrations. */
const lockKey = 7_300_002

/**
 * The same for a whole connection, on which pg-boss also runs scripts that bring their own `BEGIN` and `COMMIT`. Lines
 * are made by one process at a time: two that make different ones wait for each other's tables.
 */
export function bossConnection({ db, inTransaction }: Pick<Connection, 'db' | 'inTransaction'>): PgBoss.Db {
  const { executeSql } = bossDatabase(db)
  return {
    executeSql: async (text, values) => {
      const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1]
      const makesLine = /\.create_queue\(/.test(text)
      if (script === undefined && !makesLine) return executeSql(text, values)
      await inTransaction(async run => {
        if (script !== undefined) return void (await run(script))
        await run('select pg_advisory_xact_lock($1)', [lockKey])
        await run(text, values)
      })
      return { rows: [] }
    },
  }
}

/** Every `$n` becomes a parameter of its own; an array stays one value. */
function bind(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, at) => (at % 2 ? sql`${sql.param(values[Number(part) - 1])}` : sql.raw(part))),
  )
}
