import { openDatabase, sql } from '@jianbao/platform/db'
import type { TestPostgres } from './open-postgres.ts'

/**
 * A second database on the server whose owner is no superuser and may only create roles, as offices are given one.
 * Returns its address.
 */
export async function ordinaryDatabase(server: TestPostgres, { createsRoles = true } = {}): Promise<string> {
  const [owner, password] = [createsRoles ? 'office' : 'bare_office', 'office']
  const connection = await openDatabase(server)
  try {
    const may = createsRoles ? 'createrole' : 'nocreaterole'
    await connection.db.execute(
      sql.raw(`create role ${owner} login nosuperuser ${may} password '${password}'`),
    )
    await connection.db.execute(sql.raw(`create database ${owner} owner ${owner}`))
  } finally {
    await connection.close()
  }
  const url = new URL(server.url)
  url.username = owner
  url.password = password
  url.pathname = `/${owner}`
  return url.href
}
