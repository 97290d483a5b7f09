/** One batch of pairs whose items are made true to the plan and to what was handed in. */
import { randomUUID } from 'node:crypto'
import { type Clock, localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { nearDayOf } from '../item-days.ts'
import { cancelPartsOf } from './cancel-parts.ts'
import { concludeItems } from './conclude-items.ts'
import { keepPair } from './keep.rules.ts'
import type { Kept } from './keep.types.ts'
import { readPairs, takeDue } from './read-pairs.ts'
import { readPlan } from './read-plan.ts'
import { ensureMatter, insertItems, updateItems, writeStory } from './write-items.ts'

/** So many at once that the round trips do not count, and nobody who hands in a report waits long for their pair. */
const batch = 500

/** Answers how many pairs were taken; 0: nothing of the task is due any more. */
export async function keepDue(tx: Database, clock: Clock, taskId: string): Promise<number> {
  const unitIds = await takeDue(tx, taskId, batch)
  if (!unitIds.length) return 0
  const found = await readPlan(tx, taskId)
  if (!found) return unitIds.length
  const now = clock.now()
  const moment = { now, today: localDay(now) }
  const pairs = await readPairs(tx, found, unitIds)
  const kept = pairs
    .map(pair =>
      keepPair({ plan: found, pair, nearDayOf: day => nearDayOf(day, found.rules), freshId: randomUUID }),
    )
    .filter(keeping => keeping !== null)
  if (!kept.length) return unitIds.length
  const matterId = await ensureMatter(tx, found, moment)
  const fresh = kept.filter(({ before }) => before === null).map(({ after }) => after)
  await insertItems(tx, found, matterId, fresh, moment)
  const changed = kept.filter(({ before, changed }) => before !== null && changed)
  await updateItems(tx, changed, moment)
  await writeStory(tx, kept, moment)
  const idsOf = (some: readonly Kept[]) => some.map(({ after }) => after.id)
  const cancelled = changed.filter(({ after }) => after.state === 'cancelled')
  await cancelPartsOf(tx, idsOf(cancelled), 'cancelled', moment)
  const concluded = kept.filter(({ concluded: at }) => at !== null)
  await concludeItems(tx, concluded, moment)
  await cancelPartsOf(tx, idsOf(concluded), 'closed', moment)
  return unitIds.length
}
