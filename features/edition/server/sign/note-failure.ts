import { wholeScope } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { getEditionRow } from '../edition.store.ts'
import { tell, tellRoles } from './tell-of-edition.ts'

/** Writes down why an issue could not be made and tells who can have it tried again; a second failure tells nobody anew. */
export async function noteFailure(tx: Database, id: string, problem: string, now: Date): Promise<void> {
  const [before] = await rowsOf<{ tried: number }>(
    tx,
    sql`update edition_freeze set problem = ${problem}, tried = tried + 1, at = ${now.toISOString()}
      where edition_id = ${id} returning tried`,
  )
  if (!before || before.tried > 1) return
  const viewer = { scope: wholeScope, person: { id: 'issuing', name: '系统', posts: [] } }
  const row = await getEditionRow(
    tx,
    viewer as unknown as Parameters<typeof getEditionRow>[1],
    id,
    '2000-01-01',
  )
  const told = { kind: 'edition.freeze-failed', row, by: viewer.person, now, details: { reason: problem } }
  await tellRoles(tx, ['editor'], told)
  if (row.signedBy) await tell(tx, [row.signedBy], told)
}
