/** What waits for somebody at the desk: issues at their step, issues given back to them, issues that could not be made. */

import { localDay } from '@jianbao/platform/clock'
import { rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { editionReaders } from '../../contract/index.ts'
import { type EditionRow, editionName, ofScope, selectEditions } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import { atOwnStep } from '../list-editions.ts'
import { signLink } from './tell-of-edition.ts'

export const editionWork: WorkSource = {
  roles: editionReaders,
  list: async asked => [
    await group(asked, {
      kind: 'edition.waiting',
      where: atOwnStep(asked.person),
      link: '/editions?tab=waiting',
      row: row => ({ note: row.chain[row.step]?.name ?? null, link: signLink(row) }),
    }),
    await group(asked, {
      kind: 'edition.returned',
      // Whoever sent it last has it on their table again.
      where: sql`e.state = 'returned' and ${asked.person.id} = (select t.by_id from edition_step t
        where t.edition_id = e.id and t.action = 'send' order by t.seq desc limit 1)`,
      link: '/editions?tab=open',
      row: row => ({ note: row.title, link: `/editions/${row.id}` }),
    }),
    await group(asked, {
      kind: 'edition.failed',
      where: sql`e.state = 'signed' and ${own(asked)} and exists (select from edition_freeze f
        where f.edition_id = e.id and f.problem is not null)`,
      link: '/editions?tab=open',
      row: row => ({ note: row.title, link: `/editions/${row.id}` }),
    }),
  ],
}

/** Of a unit the caller has a post in. */
function own({ person }: WorkAsked): SQL {
  const units = person.posts.map(({ unitId }) => unitId)
  return sql`e.unit_id = any (${`{${units.join(',')}}`}::uuid[])`
}

type Asked = {
  readonly kind: string
  readonly where: SQL
  readonly link: string
  readonly row: (row: EditionRow) => { note: string | null; link: string }
}

async function group(
  { tx, scope, person, now }: WorkAsked,
  { kind, where, link, row }: Asked,
): Promise<WorkGroup> {
  const viewer = { scope, person }
  const [counted] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from edition e where ${ofScope(viewer)} and ${where}`,
  )
  const order = sql`order by e.updated_at, e.id limit ${workRows}`
  const rows = await selectEditions(tx, viewer, localDay(now), where, order)
  return {
    kind,
    count: counted!.count,
    link,
    rows: rows.map(each => ({ ...row(each), title: editionName(each), at: instant(each.updatedAt) })),
  }
}
