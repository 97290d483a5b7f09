import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { CircularRow } from './circular.store.ts'

/** Whom a circular is addressed to: unit leads and reporters of all units below, except the one who did it. */
export async function tellOfCircular(
  tx: Database,
  told: {
    readonly kind: 'circular.issued' | 'circular.revoked'
    readonly row: CircularRow
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  const { kind, row, by, now } = told
  // People of the units it goes to: the program's own list of recipients, nothing of it is shown to anybody.
  const people = await withRole(tx, 'owner', () =>
    rowsOf<{ id: string }>(
      tx,
      sql`select distinct p.id from membership m join person p on p.id = m.person_id
        where m.scope_path >= ${row.path} and m.scope_path < ${`${row.path}~`}
          and m.role in ('unit-lead', 'reporter') and p.state = 'active' and p.id <> ${by}`,
    ),
  )
  const to = people.map(({ id }) => id)
  await notify(tx, {
    to,
    kind,
    details: { title: row.title, unit: row.unitName },
    link: `/circulars/${row.id}`,
    at: now,
  })
}
