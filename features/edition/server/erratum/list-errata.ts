import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type ErratumPage, type ErratumQuery, erratumStates } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { errataOf, erratumJoined, selectErrata, viewErratum } from './erratum.store.ts'

/** Errata of issues of the caller's units, one page, the newest first. */
export async function listErrata(tx: Database, viewer: Viewer, query: ErratumQuery): Promise<ErratumPage> {
  const { page = 1, pageSize = 30, state } = query
  const where = filter(query)
  const counted = await rowsOf<{ state: (typeof erratumStates)[number]; count: number }>(
    tx,
    sql`select x.state, count(*)::int as count from ${erratumJoined} where ${errataOf(viewer)} and ${where}
      group by x.state`,
  )
  const of = (wanted: string) => counted.find(row => row.state === wanted)?.count ?? 0
  const all = counted.reduce((sum, { count }) => sum + count, 0)
  const rows = await selectErrata(
    tx,
    viewer,
    sql`${where} and ${state ? sql`x.state = ${state}` : sql`true`}`,
    sql`order by x.created_at desc, x.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counts = Object.fromEntries(erratumStates.map(each => [each, of(each)]))
  return {
    rows: rows.map(row => viewErratum(row, viewer)),
    total: state ? of(state) : all,
    page,
    pageSize,
    counts: { all, ...counts } as ErratumPage['counts'],
  }
}

function filter({ q, edition }: ErratumQuery): SQL {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5))
    all.push(sql`x.words ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (edition) all.push(sql`x.edition_id = ${edition}`)
  return sql.join(all, sql` and `)
}
