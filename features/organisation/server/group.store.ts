import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { GroupKind, GroupMember, UnitKind } from '../contract/index.ts'

export type GroupRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly kind: GroupKind
  readonly name: string
  readonly duties: string | null
  readonly unitKinds: UnitKind[]
  readonly heads: string[]
  readonly members: number
  readonly version: number
  readonly createdAt: string | Date
  readonly updatedAt: string | Date
}

/** Groups that meet a condition on `g`; people outside the scope are neither named nor counted. */
export function selectGroups(tx: Database, scope: Scope, where: SQL, rest: SQL): Promise<GroupRow[]> {
  return rowsOf<GroupRow>(
    tx,
    sql`select g.id, g.unit_id as "unitId", u.name as "unitName", g.scope_path as path, g.kind, g.name, g.duties, g.unit_kinds as "unitKinds",
        g.version, g.created_at as "createdAt", g.updated_at as "updatedAt",
        array(select p.name from group_member m join person p on p.id = m.person_id
          where m.group_id = g.id and m.post = 'head' and p.state = 'active' order by m.position, p.id) as heads,
        (select count(*)::int from group_member m join person p on p.id = m.person_id
          where m.group_id = g.id and p.state = 'active') as members
      from working_group g join unit u on u.id = g.unit_id
      where ${within(scope, sql`g.scope_path`)} and ${where} ${rest}`,
  )
}

export async function countGroups(tx: Database, scope: Scope, where: SQL): Promise<number> {
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from working_group g where ${within(scope, sql`g.scope_path`)} and ${where}`,
  )
  return counted!.total
}

/** Throws Problem `not-found` for what is not there or not in the scope. */
export async function getGroupRow(tx: Database, scope: Scope, id: string): Promise<GroupRow> {
  const [row] = await selectGroups(tx, scope, sql`g.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** The same, held against other changes of it. Throws `changed-meanwhile` when the caller saw an older version. */
export async function takeGroup(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version: number },
): Promise<GroupRow> {
  await tx.execute(sql`select from working_group g where g.id = ${id} for update`)
  const row = await getGroupRow(tx, scope, id)
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.name })
  return row
}

/** Members in their order, as far as the caller sees the people. */
export function listMembers(tx: Database, groupId: string): Promise<GroupMember[]> {
  return rowsOf<GroupMember>(
    tx,
    sql`select p.id as "personId", p.name, p.title, u.name as "unitName", m.post, p.state = 'left' as left
      from group_member m join person p on p.id = m.person_id join unit u on u.id = p.unit_id
      where m.group_id = ${groupId} order by m.position, p.id`,
  )
}
