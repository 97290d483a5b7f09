/** 综合采用: reports of one activity become one piece, each with an adoption of its own under one `composite_id`. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Act, Person } from '@jianbao/platform/access'
import { sql } from '@jianbao/platform/db'
import type { InboxComposite, InboxCompositeDone } from '../../contract/index.ts'
import { actOnReport } from '../act-on-report.ts'
import type { Asked } from '../check-report.ts'
import { findReport } from '../report.store.ts'

/**
 * All of them or none: a piece that lacks one of its sources is not what was put together. Throws Problem
 * `composite-refused` with the title of the first that could not be adopted and why.
 */
export function adoptTogether(
  act: Act,
  person: Person,
  { reports, column, title, body }: InboxComposite,
  asked: Asked & { readonly now: Date },
): Promise<InboxCompositeDone> {
  const compositeId = randomUUID()
  return act(compositeId, async (tx, scope, entry) => {
    const viewer = { scope, person }
    const done: InboxCompositeDone['done'] = []
    const names: string[] = []
    // In one order, so that two editors who put the same reports together wait for each other in no ring.
    const wanted = new Map(reports.map(({ id, version }) => [id.toLowerCase(), version]))
    if (wanted.size < 2) throw new Problem('composite-of-one')
    for (const [id, version] of [...wanted].toSorted(([a], [b]) => a.localeCompare(b))) {
      const before = await findReport(tx, viewer, id)
      try {
        const input = { version, column, title, body }
        await actOnReport(tx, viewer, { id, deed: 'adopt', input }, asked, {})
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        throw new Problem('composite-refused', {
          title: before?.title || '（无标题）',
          reason: error.text(asked.language),
        })
      }
      await tx.execute(sql`update adoption set composite_id = ${compositeId}
        where report_id = ${id} and unit_id = ${before!.deskId} and revoked_at is null`)
      const after = (await findReport(tx, viewer, id))!
      names.push(`${after.unitName}《${after.title}》`)
      done.push({ id, version: after.version })
    }
    entry.words = title
    entry.after = { column, reports: names.join('；') }
    return { compositeId, done }
  })
}
