import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

/** Names of units, also of those above the caller's scope whose plan they read: what an office is called is no secret. */
export async function nameUnits(tx: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await withRole(tx, 'owner', () =>
    rowsOf<{ id: string; name: string }>(tx, sql`select id, name from unit where id in ${[...new Set(ids)]}`),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
