/** 下发, 结束, 重新开始, 取消. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { type TourAction, tourAfter } from '../../contract/index.ts'
import type { Actor } from '../inspection.services.ts'
import { tellTeam, tellVisited } from '../tell.ts'
import { settled } from './plan-tour.ts'
import { holdTour, type TourRow } from './tour.store.ts'

type Asked = { readonly id: string; readonly version: number }
type Deed = Exclude<TourAction, 'edit'>

/** Throws `not-found`, `changed-meanwhile`, `tour-settled`, `tour-unready`. */
export async function moveTour(
  tx: Database,
  actor: Actor,
  asked: Asked & { readonly reason?: string },
  deed: Deed,
  entry: EntryDraft,
): Promise<void> {
  const row = await holdTour(tx, actor, asked)
  entry.words = row.name
  entry.unitId = row.unitId
  const next = tourAfter(deed, row.state)
  if (next === null) throw new Problem('tour-settled', settled(row))
  if (deed === 'open') await requireReady(tx, row)
  if (deed === 'finish') await requireFinished(tx, row)
  const reason = asked.reason === undefined ? null : storableText(asked.reason).trim()
  await tx.execute(sql`update inspection_tour set state = ${next}, reason = ${reason},
    opened_at = case when ${next} = 'open' then coalesce(opened_at, ${actor.now.toISOString()}) else opened_at end,
    updated_at = ${actor.now.toISOString()}, version = version + 1 where id = ${row.id}`)
  if (deed === 'open') {
    await tellTeam(tx, row, 'tour.assigned', actor)
    await tellVisited(tx, row, 'visit.announced', actor)
  }
  if (deed === 'cancel' && row.state === 'open') {
    await tellTeam(tx, row, 'tour.cancelled', actor, reason ?? '')
    await tellVisited(tx, row, 'visit.cancelled', actor, reason ?? '')
  }
  entry.before = { state: row.state }
  entry.after = { state: next, ...(reason ? { reason } : {}) }
}

async function requireReady(tx: Database, row: TourRow): Promise<void> {
  const lack = (reason: string) => new Problem('tour-unready', { name: row.name, reason })
  if (row.members === 0) throw lack('还没有督导人员')
  if (row.leaderName === null) throw lack('还没有指定组长')
  const stops = await rowsOf(tx, sql`select from inspection_stop where tour_id = ${row.id} limit 1`)
  if (stops.length === 0) throw lack('还没有安排站点')
}

async function requireFinished(tx: Database, row: TourRow): Promise<void> {
  const [left] = await rowsOf<{ stops: number }>(
    tx,
    sql`select count(*)::int as stops from inspection_stop where tour_id = ${row.id} and state <> 'done'`,
  )
  if (left!.stops > 0)
    throw new Problem('tour-unready', { name: row.name, reason: `还有 ${left!.stops} 个站点没有结束检查` })
}
