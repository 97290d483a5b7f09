import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Connection, Database } from './database.types.ts'
import { keepPlans } from './keep-plans.ts'

/** Opens a pool on a PostgreSQL server. `onError` hears of connections that broke; the pool replaces them. */
export async function openServer(
  url: string,
  onError: (error: Error) => void = () => {},
): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
  // Every connection, also one in use between two statements: unheard, its error would end the process.
  pool.on('connect', client => {
    client.on('error', onError)
    keepPlans(client)
  })
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    db: drizzle({ client: pool }) as unknown as Database,
    kind: 'server',
    inTransaction: async work => {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('begin')
        await work(async (statement, values) => (await client.query(statement, values)).rows ?? [])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(lost => {
          broken = lost
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}
