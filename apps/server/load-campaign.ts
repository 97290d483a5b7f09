import { join } from 'node:path'
import { packProblemLine } from '@jianbao/campaign/contract'
import {
  checkUnits,
  inYear,
  issueCommitment,
  loadPack,
  openPackFolder,
  readPack,
  signAsLeads,
} from '@jianbao/campaign/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { rootFolder } from './config.ts'

const folder = join(rootFolder, 'demo/campaign')
const signedAtFirst = 11

/**
 * Loads the invented campaign of the demonstration into this year and opens it, once: where it was done before, nothing
 * happens. Returns how many tasks it has, 0 when nothing was loaded.
 */
export async function loadCampaign({ db, clock }: { db: Database; clock: Clock }): Promise<number> {
  const done = await rowsOf(
    db,
    sql`select 1 from audit_entry where action = 'demonstration.campaign' limit 1`,
  )
  if (done.length) return 0
  const reading = readPack(await openPackFolder(folder))
  const now = clock.now()
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.campaign',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    const problems = reading.pack ? await checkUnits(tx, wholeScope, rootUnitId, reading) : reading.problems
    if (!reading.pack || problems.length)
      throw new Error(problems.map(problem => packProblemLine(problem, 'zh')).join('\n'))
    const pack = inYear(reading.pack, Number(localDay(now).slice(0, 4)))
    const loading = { unitId: rootUnitId, pack, now, state: 'open' } as const
    const { campaignId } = await loadPack(tx, wholeScope, loading)
    for (const { id: key } of pack.commitments)
      await issueCommitment(tx, wholeScope, { campaignId, key, by: { name: '演示' }, now }, {})
    // Some signed at once; the one whose lead can be signed in as has still to do it.
    await signAsLeads(tx, wholeScope, { campaignId, now, most: signedAtFirst })
    entry.words = pack.campaign.name
    entry.after = { tasks: pack.tasks.length }
    return pack.tasks.length
  })
}
