import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { acknowledgers, type ReceivedSummary } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import { errataOf, erratumJoined, selectErrata } from '../erratum/erratum.store.ts'
import { countChanges, nameChanges, waitingChanges } from '../erratum/list-changes.ts'
import { listReceived } from './list-received.ts'

const shown = (row: ReceivedSummary) => ({
  title: row.issueName,
  note: row.title ?? row.issuer,
  at: row.issuedAt,
  link: `/received/${row.id}`,
})

/** What nobody of the unit answered that was to be answered, and what nobody of the unit acknowledged yet. */
export const receivedWork: WorkSource = {
  roles: acknowledgers,
  list: async ({ tx, scope, person }) => {
    const query = { tab: 'open', pageSize: workRows } as const
    const { rows, counts } = await listReceived(tx, { scope, person }, query)
    const owed = await listReceived(tx, { scope, person }, { tab: 'reply', pageSize: workRows })
    const groups = [
      {
        kind: 'delivery.reply',
        count: counts.reply,
        link: '/received?tab=reply',
        rows: owed.rows.map(shown),
      },
      { kind: 'delivery.received', count: counts.open, link: '/received?tab=open', rows: rows.map(shown) },
    ]
    return groups.filter(({ count }) => count > 0)
  },
}

/** What editors of a desk have to look at: reports that changed under their issues, and errata to be approved. */
export const erratumWork: WorkSource = {
  roles: ['editor', 'reviser', 'signatory'],
  list: async ({ tx, scope, person }) => {
    const viewer = { scope, person }
    const groups = [await changes(tx, viewer), await approvals(tx, viewer)]
    return groups.filter(({ count }) => count > 0)
  },
}

const unitsWith = ({ person }: Viewer, role: string): string[] =>
  person.posts.filter(post => post.role === role).map(post => post.unitId)

async function changes(tx: Database, viewer: Viewer): Promise<WorkGroup> {
  const where = waitingChanges(unitsWith(viewer, 'editor'))
  const { count, issued } = await countChanges(tx, viewer, where)
  const rows = await nameChanges(tx, viewer, where, workRows)
  return {
    kind: 'change.open',
    count,
    link: `/changes${issued > 0 ? '' : '?tab=open'}`,
    rows: rows.map(row => ({
      title: row.reportTitle || '（无标题）',
      note: row.editionName,
      at: instant(row.at),
      link: `/changes?tab=${row.issued ? 'issued' : 'open'}`,
    })),
  }
}

async function approvals(tx: Database, viewer: Viewer): Promise<WorkGroup> {
  const posts = viewer.person.posts.filter(({ role }) => ['editor', 'reviser', 'signatory'].includes(role))
  const mine = posts.map(
    ({ role, unitId }) => sql`(e.unit_id = ${unitId} and (${role} = 'signatory'
      or coalesce(e.chain, s.chain) -> -1 ->> 'role' = ${role}))`,
  )
  const where: SQL = sql`x.state = 'draft' and (${mine.length ? sql.join(mine, sql` or `) : sql`false`})`
  const [counted] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from ${erratumJoined} where ${errataOf(viewer)} and ${where}`,
  )
  const rows = await selectErrata(tx, viewer, where, sql`order by x.created_at limit ${workRows}`)
  return {
    kind: 'erratum.approve',
    count: counted!.count,
    link: '/errata?state=draft',
    rows: rows.map(row => ({
      title: row.words,
      note: row.createdName,
      at: instant(row.createdAt),
      link: `/errata/${row.id}`,
    })),
  }
}
