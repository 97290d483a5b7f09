import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { DistributionRow } from '../../contract/index.ts'
import { issuedName } from '../edition.store.ts'
import { deliver, type Outgoing } from './deliver.ts'

/**
 * Delivers an issue that was just recorded: a row for each recipient of its series, a notice to the people of every unit
 * among them, and letters that `openDistribution` writes afterwards. Called by what freezes an edition, inside its
 * transaction; a second call adds nothing. Throws `not-found` for an edition without an issue.
 */
export function distribute(tx: Database, { id }: { readonly id: string }, now: Date): Promise<void> {
  // The program's own list: no caller asked to see anything of it.
  return withRole(tx, 'owner', async () => {
    const { distribution, ...issue } = await getIssued(tx, id)
    const recipients = distribution.flatMap(row =>
      row.recipients.map(recipient => ({ ...recipient, to: row.to })),
    )
    await deliver(tx, issue, recipients, { now })
  })
}

/** An issue as it goes out. Throws `not-found`. */
export function outgoingIssue(tx: Database, id: string): Promise<Outgoing> {
  return withRole(tx, 'owner', () => getIssued(tx, id))
}

async function getIssued(
  tx: Database,
  id: string,
): Promise<Outgoing & { readonly distribution: DistributionRow[] }> {
  const [row] = await rowsOf<Omit<Outgoing, 'document'> & { distribution: DistributionRow[] }>(
    tx,
    sql`select e.id, e.unit_id as "unitId", s.publisher as issuer, e.title, i.files, s.distribution,
        ${issuedName} as name
      from edition e join series s on s.id = e.series_id join issue i on i.id = e.id where e.id = ${id}`,
  )
  if (!row) throw new Problem('not-found')
  return { document: 'issue', ...row }
}
