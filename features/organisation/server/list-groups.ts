import { holds, type Person, type Scope, scopeOf } from '@jianbao/platform/access'
import { type Database, type SQL, sql, storableText } from '@jianbao/platform/db'
import {
  type Group,
  type GroupPage,
  type GroupQuery,
  type GroupSummary,
  groupActions,
  groupKeepers,
} from '../contract/index.ts'
import { countGroups, type GroupRow, getGroupRow, listMembers, selectGroups } from './group.store.ts'
import { getNode } from './unit.store.ts'

/** Who looks: the scope of what is read, and that in which they keep the groups. */
export type GroupViewer = { readonly scope: Scope; readonly keeping: Scope }

export const groupViewerOf = (scope: Scope, person: Person | null | undefined): GroupViewer => ({
  scope,
  keeping: scopeOf(person ?? null, groupKeepers),
})

/** Groups of the scope, one page, those of one unit together. Throws `not-found` when `under` is out of sight. */
export async function listGroups(tx: Database, viewer: GroupViewer, query: GroupQuery): Promise<GroupPage> {
  const { page = 1, pageSize = 20 } = query
  const where = await filterGroups(tx, viewer.scope, query)
  const rows = await selectGroups(
    tx,
    viewer.scope,
    where,
    sql`order by g.scope_path, g.position, g.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const total = await countGroups(tx, viewer.scope, where)
  return { rows: rows.map(row => showGroup(viewer, row)), total, page, pageSize }
}

async function filterGroups(tx: Database, scope: Scope, query: GroupQuery): Promise<SQL> {
  const { kind, unit, under } = query
  const q = storableText(query.q ?? '').trim()
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const path = under === undefined ? null : (await getNode(tx, scope, under)).path
  const conditions = [
    sql`true`,
    ...(kind === undefined ? [] : [sql`g.kind = ${kind}`]),
    ...(unit === undefined ? [] : [sql`g.unit_id = ${unit}`]),
    ...(path === null ? [] : [sql`g.scope_path >= ${path} and g.scope_path < ${`${path}~`}`]),
    ...(q
      ? [
          sql`(g.name ilike ${pattern} or exists (select from unit n where n.id = g.unit_id and n.name ilike ${pattern})
            or exists (select from group_member m join person p on p.id = m.person_id
              where m.group_id = g.id and p.name ilike ${pattern}))`,
        ]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** One group with its members. Throws Problem `not-found`. */
export async function getGroup(tx: Database, viewer: GroupViewer, id: string): Promise<Group> {
  const row = await getGroupRow(tx, viewer.scope, id)
  return {
    ...showGroup(viewer, row),
    people: await listMembers(tx, id),
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  }
}

function showGroup({ keeping }: GroupViewer, row: GroupRow): GroupSummary {
  const { path, createdAt: _, updatedAt: __, ...shown } = row
  return { ...shown, actions: holds(keeping, path) ? [...groupActions] : [] }
}
