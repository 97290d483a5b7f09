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

/** The same for a whole connection, on which pg-boss also runs scripts that bring their own `BEGIN` and `COMMIT`. */
export function bossConnection({ db, inTransaction }: Pick<Connection, 'db' | 'inTransaction'>): PgBoss.Db {
  const { executeSql } = bossDatabase(db)
  return {
    executeSql: async (text, values) => {
      const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1]
      if (script === undefined) return executeSql(text, values)
      await inTransaction(async run => {
        await run(script)
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
