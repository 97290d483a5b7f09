import { Problem } from '@jianbao/errors'
import type { Act, Person } from '@jianbao/platform/access'
import type { InboxDeed, InboxDone } from '../../contract/index.ts'
import { actOnReport, type DeedInput } from '../act-on-report.ts'
import type { Asked } from '../check-report.ts'
import { findReport } from '../report.store.ts'

type Many = {
  readonly deed: InboxDeed
  readonly reports: readonly { readonly id: string; readonly version: number }[]
  readonly input: Omit<DeedInput, 'version'>
}

/**
 * Does one deed to several reports, each in a transaction and with an audit entry of its own: all that can be done is
 * done, the others are named with the reason.
 */
export async function actOnMany(
  act: Act,
  person: Person,
  { deed, reports, input }: Many,
  asked: Asked & { readonly now: Date },
): Promise<InboxDone> {
  const answer: InboxDone = { done: [], refused: [] }
  const once = new Map(reports.map(({ id, version }) => [id.toLowerCase(), version]))
  for (const [id, version] of once) {
    let title = ''
    try {
      const after = await act(id, async (tx, scope, entry) => {
        const viewer = { scope, person }
        title = (await findReport(tx, viewer, id))?.title ?? ''
        await actOnReport(tx, viewer, { id, deed, input: { ...input, version } }, asked, entry)
        return (await findReport(tx, viewer, id))!.version
      })
      answer.done.push({ id, version: after })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.refused.push({ id, title, code: error.code, reason: error.text(asked.language) })
    }
  }
  // That somebody tried is on record also of those of which nothing came, others' among them.
  const { refused } = answer
  if (refused.length)
    await act(null, async (_tx, _scope, entry) => {
      entry.after = {
        refused: refused.length,
        reports: refused.map(({ id, code }) => `${id} ${code}`).join(', '),
      }
    })
  return answer
}
