import { localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { closeSummary } from '../close-summary.ts'
import { selectItems } from '../item.store.ts'
import { program } from '../note-step.ts'
import { changeItem } from '../take-step.ts'
import type { Kept } from './keep.types.ts'
import type { Moment } from './write-items.ts'

const words = '要求的稿件均已采用。'

/** 自动销号, as of the moment the last report that was wanted was adopted; the people of the unit hear of it. */
export async function concludeItems(tx: Database, kept: readonly Kept[], { now }: Moment): Promise<void> {
  const momentOf = new Map(
    kept.flatMap(({ after, concluded }) => (concluded === null ? [] : [[after.id, concluded] as const])),
  )
  if (!momentOf.size) return
  const ids = JSON.stringify([...momentOf.keys()])
  const rows = await selectItems(
    tx,
    sql`i.id in (select x::uuid from json_array_elements_text(${ids}::json) x)`,
    sql`order by i.id`,
  )
  for (const row of rows) {
    const adopted = new Date(momentOf.get(row.id)!)
    const begun = row.dispatchedAt === null ? adopted : new Date(row.dispatchedAt)
    // Within its own life, and never in the future of the clock.
    const closed = new Date(Math.max(begun.getTime(), Math.min(adopted.getTime(), now.getTime())))
    const today = localDay(closed)
    const whole = { ...row, percent: 100 }
    const { fedBackDay } = row
    const summary = await closeSummary(tx, whole, {
      ...{ by: program.name, now: closed, words },
      ...(fedBackDay === null ? {} : { doneDay: fedBackDay }),
    })
    const recheck = row.rules.steps.recheckDays
    const set = sql`percent = 100, closed_at = ${closed.toISOString()}, closed_day = ${today},
      recheck_day = ${recheck === null ? null : nextDay(today, recheck)}::date,
      summary = ${JSON.stringify(summary)}::jsonb, flag = null, flagged_at = null`
    await changeItem(tx, row, { action: 'conclude', set, words }, { by: program, now: closed, today })
  }
}
