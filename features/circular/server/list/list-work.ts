/** What waits for somebody: documents to be signed, drafts given back, files that were not made, answers that are late. */
import { overdueReply } from '@jianbao/edition/server'
import { localDay } from '@jianbao/platform/clock'
import { rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { missiveReaders } from '../../contract/index.ts'
import { ofScope, selectLines } from '../missive.store.ts'
import { instant, numberOf } from '../missive.view.ts'

const unitsWith = ({ person }: WorkAsked, roles: readonly string[]): SQL =>
  sql`${`{${person.posts
    .filter(({ role }) => roles.includes(role))
    .map(({ unitId }) => unitId)
    .join(',')}}`}::uuid[]`

export const missiveWork: WorkSource = {
  roles: missiveReaders,
  list: async asked => {
    const { person, now } = asked
    const signs = sql`(m.unit_id = any (${unitsWith(asked, ['signatory'])}) or (m.unit_id = any (${unitsWith(asked, ['unit-lead'])})
      and not exists (select from office_holders(m.unit_id, '{signatory}'))))`
    const drafts = sql`m.unit_id = any (${unitsWith(asked, ['coordinator', 'inspector'])})`
    const late = sql`exists (select from delivery d where d.missive_id = m.id and ${overdueReply(localDay(now))})`
    const groups = [
      await group(asked, 'waiting', sql`m.state = 'waiting' and ${signs}`, '/missives?tab=waiting'),
      await group(
        asked,
        'returned',
        sql`m.state = 'draft' and m.return_reason is not null and m.created_by = ${person.id}`,
        '/missives?tab=draft',
      ),
      await group(
        asked,
        'failed',
        sql`m.problem is not null and (${signs} or ${drafts})`,
        '/missives?tab=issued',
      ),
      await group(
        asked,
        'unanswered',
        sql`m.state = 'issued' and ${drafts} and ${late}`,
        '/missives?tab=unanswered',
      ),
    ]
    return groups.filter(({ count }) => count > 0)
  },
}

async function group(asked: WorkAsked, name: string, is: SQL, link: string): Promise<WorkGroup> {
  const where = sql`${ofScope(asked)} and ${is}`
  const [counted] = await rowsOf<{ count: number }>(
    asked.tx,
    sql`select count(*)::int as count from missive m where ${where}`,
  )
  const rows = await selectLines(asked.tx, where, sql`order by m.updated_at, m.id limit ${workRows}`)
  return {
    kind: `missive.${name}`,
    count: counted!.count,
    link,
    rows: rows.map(row => ({
      title: row.title,
      note: numberOf(row) ?? row.addresseeName,
      at: instant(row.updatedAt),
      link: `/missives/${row.id}`,
    })),
  }
}
