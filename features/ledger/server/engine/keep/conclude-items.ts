import { nameUnits } from '@jianbao/organisation/server'
import { localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ClosedSummary } from '../../../contract/index.ts'
import { summaryOf } from '../close-summary.ts'
import { type ItemRow, selectItems } from '../item.store.ts'
import { keepLights } from '../keep-lights.ts'
import { program } from '../note-step.ts'
import { tellOfItem } from '../tell-of-item.ts'
import type { Kept } from './keep.types.ts'
import type { Moment } from './write-items.ts'

const words = '要求的稿件均已采用。'

type Closed = {
  readonly row: ItemRow
  readonly at: Date
  readonly day: string
  readonly summary: ClosedSummary
}

/** 自动销号, as of the moment the last report that was wanted was adopted, hundreds as well as one. */
export async function concludeItems(tx: Database, kept: readonly Kept[], moment: Moment): Promise<void> {
  const concluded = kept.filter(keeping => keeping.concluded !== null)
  if (!concluded.length) return
  const closed = await readClosed(tx, concluded, moment)
  const rows = closed.map(({ row, at, day, summary }) => {
    const recheck = row.rules.steps.recheckDays
    return { id: row.id, at: at.toISOString(), day, summary, recheck: recheck && nextDay(day, recheck) }
  })
  await tx.execute(sql`update ledger_item i set state = 'closed', percent = 100, closed_at = n.at, closed_day = n.day,
      recheck_day = n.recheck, summary = n.summary, flag = null, flagged_at = null, updated_at = n.at, version = i.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(id uuid, at timestamptz, day date, recheck date, summary jsonb) where i.id = n.id`)
  await tx.execute(sql`insert into ledger_step (item_id, at, action, state, by_id, by_name, words)
    select n.id, n.at, 'conclude', 'closed', ${program.id}, ${program.name}, ${words}
    from json_to_recordset(${JSON.stringify(rows.map(({ id, at }) => ({ id, at })))}::json) as n(id uuid, at timestamptz)`)
  const turns = closed.map(({ row, day }) => ({
    ...{ id: row.id, before: row, day },
    after: { ...row, state: 'closed' as const },
  }))
  await keepLights(tx, turns, moment.today)
  // What was done before the ledger knew of it is no news.
  const known = new Set(concluded.filter(({ before }) => before !== null).map(({ after }) => after.id))
  for (const { row, at } of closed)
    if (known.has(row.id)) await tellOfItem(tx, { row, action: 'conclude', by: program, now: at, words })
}

async function readClosed(tx: Database, concluded: readonly Kept[], { now }: Moment): Promise<Closed[]> {
  const momentOf = new Map(concluded.map(({ after, concluded: at }) => [after.id, new Date(at!)]))
  const ids = sql`(select x::uuid from json_array_elements_text(${JSON.stringify([...momentOf.keys()])}::json) x)`
  const rows = await selectItems(tx, sql`i.id in ${ids}`, sql`order by i.id`)
  const names = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  const more = await readMore(tx, ids)
  return rows.map(row => {
    const begun = row.dispatchedAt === null ? 0 : new Date(row.dispatchedAt).getTime()
    // Within its own life, and never in the future of the clock.
    const at = new Date(Math.max(begun, Math.min(momentOf.get(row.id)!.getTime(), now.getTime())))
    const unitName = names.get(row.unitId)?.name ?? ''
    const closing = { by: program.name, now: at, words }
    const summary = summaryOf({ ...row, percent: 100 }, closing, { unitName, ...more.get(row.id)! })
    return { row, at, day: localDay(at), summary }
  })
}

type More = { readonly spent: string | null; readonly evidence: ClosedSummary['evidence'] }

async function readMore(tx: Database, ids: SQL): Promise<Map<string, More>> {
  const rows = await rowsOf<More & { id: string }>(
    tx,
    sql`select i.id, i.spent::text, (select json_agg(json_build_object('name', e.name,
          'kind', case when e.sha256 is null then 'report' else 'file' end, 'reportId', e.report_id)
          order by e.added_at, e.id) from ledger_evidence e where e.item_id = i.id and e.withdrawn_at is null) as evidence
      from ledger_item i where i.id in ${ids}`,
  )
  return new Map(rows.map(row => [row.id, row]))
}
