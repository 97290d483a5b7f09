import { wholeScope } from '@jianbao/organisation/server'
import { type Database, sql } from '@jianbao/platform/db'
import { holdMissives } from '../missive.store.ts'
import { tell } from '../sign/tell-of-missive.ts'

const program = { id: 'missives', name: '系统', posts: [] }

/** Writes down why files could not be made, and tells who drafted and who signed it, once. */
export async function noteUnmade(tx: Database, id: string, problem: string, now: Date): Promise<void> {
  const viewer = { scope: wholeScope, person: program } as unknown as Parameters<typeof holdMissives>[1]
  const [row] = await holdMissives(tx, viewer, sql`m.id = ${id}`)
  if (!row) return
  await tx.execute(sql`update missive set problem = ${problem} where id = ${id}`)
  if (row.problem !== null) return
  const to = [...new Set([row.createdBy, row.issuedBy ?? row.createdBy])]
  await tell(tx, to, { kind: 'missive.failed', rows: [row], by: program, now, details: { reason: problem } })
}
