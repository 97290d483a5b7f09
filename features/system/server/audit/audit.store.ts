import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { AuditDetail, AuditEntry } from '../../contract/index.ts'

const columns = sql`e.id::int8::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  case when e.actor_kind = 'system' then 'system' when e.actor_id = 'anonymous' then 'stranger' else 'person' end as actor,
  e.actor_id as "actorId", e.actor_name as "actorName", e.unit_id as "unitId", e.unit_name as "unitName",
  e.action, e.object, e.words, e.outcome, e.before is not null or e.after is not null as changed`

type Row<T> = Omit<T, 'id'> & { id: string }

const viewed = <T extends { id: number }>(row: Row<T>): T => ({ ...row, id: Number(row.id) }) as unknown as T

/** A page of the entries that fulfil `where`, newest first. */
export async function selectEntries(
  tx: Database,
  where: SQL,
  { limit, offset }: { limit: number; offset: number },
): Promise<AuditEntry[]> {
  const rows = await rowsOf<Row<AuditEntry>>(
    tx,
    sql`select ${columns} from audit_entry e where ${where}
      order by e.at desc, e.id desc limit ${limit} offset ${offset}`,
  )
  return rows.map(viewed)
}

/** How many entries fulfil `where`, counted up to `most`. */
export async function countEntries(tx: Database, where: SQL, most: number): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (select from audit_entry e where ${where} limit ${most}) as counted`,
  )
  return row!.n
}

export async function findEntry(tx: Database, where: SQL): Promise<AuditDetail | null> {
  const rows = await rowsOf<Row<AuditDetail>>(
    tx,
    sql`select ${columns}, e.before, e.after, e.hash from audit_entry e where ${where}`,
  )
  return rows[0] ? viewed(rows[0]) : null
}

/** Where an export goes on: the last entry it wrote. */
export type ExportPlace = { readonly at: string; readonly id: number }

export type ExportRow = AuditDetail & { readonly exact: string }

/** The next entries of an export with both sides as text, newest first. */
export async function selectForExport(
  tx: Database,
  where: SQL,
  upTo: number,
  after: ExportPlace | null,
  limit: number,
): Promise<ExportRow[]> {
  const from = after ? sql`and (e.at, e.id) < (${after.at}::timestamptz, ${after.id}::int8)` : sql``
  const rows = await rowsOf<Row<ExportRow>>(
    tx,
    sql`select ${columns}, e.before, e.after, e.hash, e.at::text as exact from audit_entry e
      where ${where} and e.id <= ${upTo} ${from} order by e.at desc, e.id desc limit ${limit}`,
  )
  return rows.map(viewed)
}
