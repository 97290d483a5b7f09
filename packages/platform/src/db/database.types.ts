import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What stores take: the database or a transaction of it; both engines look the same through it. */
export type Database = PgDatabase<PgQueryResultHKT>

export type Row = Record<string, unknown>

/** Runs one statement with values, or a whole script without. */
export type Run = (statement: string, values?: unknown[]) => Promise<Row[]>

export type Connection = {
  readonly db: Database
  /** `embedded`: PGlite in one folder, this process alone. `server`: PostgreSQL, perhaps with other processes. */
  readonly kind: 'embedded' | 'server'
  /** One transaction below Drizzle, for scripts of several statements; rolled back when `work` throws. */
  inTransaction(work: (run: Run) => Promise<void>): Promise<void>
  close(): Promise<void>
}
