import { type Database, rowsOf, sql } from '../db/index.ts'

export type Notice = {
  readonly id: number
  readonly kind: string
  readonly details: Record<string, string | number>
  readonly link: string | null
  readonly at: string
  readonly read: boolean
}

export type NoticeList = { readonly rows: Notice[]; readonly total: number; readonly unread: number }

/** One page of a person's notices, newest first. `tx` is in the scope of that person, which is the second lock. */
export async function listNotices(
  tx: Database,
  personId: string,
  { page, pageSize, unreadOnly = false }: { page: number; pageSize: number; unreadOnly?: boolean },
): Promise<NoticeList> {
  const own = sql`person_id = ${personId} ${unreadOnly ? sql`and read_at is null` : sql``}`
  const rows = await rowsOf<Omit<Notice, 'at'> & { at: Date | string }>(
    tx,
    sql`select id::int as id, kind, details, link, at, read_at is not null as read from notice
      where ${own} order by notice.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number; unread: number }>(
    tx,
    sql`select count(*)::int as total, count(*) filter (where read_at is null)::int as unread
      from notice where ${own}`,
  )
  return { rows: rows.map(row => ({ ...row, at: new Date(row.at).toISOString() })), ...counted! }
}

/** How many notices a person has not read. */
export async function countUnread(tx: Database, personId: string): Promise<number> {
  const [row] = await rowsOf<{ unread: number }>(
    tx,
    sql`select count(*)::int as unread from notice where person_id = ${personId} and read_at is null`,
  )
  return row!.unread
}

/** Marks notices of a person as read: some by id, or all up to one of them. Returns how many were not yet. */
export async function readNotices(
  tx: Database,
  personId: string,
  which: { readonly ids: readonly number[] } | { readonly upTo: number },
  at: Date,
): Promise<number> {
  if ('ids' in which && !which.ids.length) return 0
  const these = 'ids' in which ? sql`id in ${[...which.ids]}` : sql`id <= ${which.upTo}`
  const rows = await rowsOf(
    tx,
    sql`update notice set read_at = ${at.toISOString()}
      where person_id = ${personId} and read_at is null and ${these} returning id`,
  )
  return rows.length
}
