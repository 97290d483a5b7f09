import { act } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ContestRules, secondsOf } from '../../contract/index.ts'
import { noteContestStep } from './note-step.ts'
import { tellKeepers } from './tell-keepers.ts'

type Open = {
  readonly id: string
  readonly title: string
  readonly unitId: string
  readonly rules: ContestRules
}

/**
 * When nothing of a contest is on its way any more: its window, or the moment it was closed before, the time of a paper, and
 * what a bad line is allowed.
 */
export function endOf(rules: ContestRules, closedAt: string | Date = rules.closesAt): number {
  const paper = secondsOf(rules) ?? 0
  return new Date(closedAt).getTime() + (paper + rules.graceSeconds) * 1000
}

const program = { id: 'contest', name: '系统' } as const

/** Closes the contests whose time has come, each once however many processes look. Answers how many. */
export async function closeDue(db: Database, clock: Clock): Promise<number> {
  const now = clock.now()
  const open = await rowsOf<Open>(
    db,
    sql`select id, title, unit_id as "unitId", rules from contest
      where state = 'open' and (rules ->> 'closesAt')::timestamptz <= ${now.toISOString()}`,
  )
  let closed = 0
  for (const contest of open.filter(({ rules }) => endOf(rules) <= now.getTime()))
    closed += (await closeOne(db, clock, contest)) ? 1 : 0
  return closed
}

class OtherWasFirst extends Error {}

async function closeOne(db: Database, clock: Clock, { id, title, unitId, rules }: Open): Promise<boolean> {
  const deed = { actor: { kind: 'system', id: program.id }, action: 'contest.close', object: id } as const
  const now = clock.now()
  try {
    await act(db, clock, deed, async (tx, entry) => {
      // Looked at again under the lock: it may have been closed, or given more time.
      const moved = await rowsOf(
        tx,
        sql`update contest set state = 'closed', revision = revision + 1, updated_at = ${now.toISOString()},
            version = version + 1
          where id = ${id} and state = 'open' and rules ->> 'closesAt' = ${rules.closesAt} returning id`,
      )
      if (!moved.length) throw new OtherWasFirst()
      await noteContestStep(tx, id, 'close', { person: program, now })
      Object.assign(entry, { words: title, unitId })
      await tellKeepers(tx, { id, title, unitId }, 'contest.ended', { person: null, now })
    })
    return true
  } catch (error) {
    if (error instanceof OtherWasFirst) return false
    throw error
  }
}
