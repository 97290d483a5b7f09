import { within } from '@jianbao/platform/access'
import { addWorkingDays } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { MissivePlan, MissiveSource } from '../../contract/index.ts'
import { countByUnit } from '../items/read-items.ts'
import type { Viewer } from '../missive.store.ts'
import { issuingChoices, issuingUnit } from './issuing-unit.ts'

const shownUnits = 50
const replyDays = 5

/** Until when an answer is usually expected. */
export const usualReplyDay = (today: string): string => addWorkingDays(today, replyDays)

/** What would be drafted from a source. Throws `not-found`. */
export async function planMissives(
  tx: Database,
  viewer: Viewer,
  source: MissiveSource,
  today: string,
): Promise<MissivePlan> {
  const issuing = issuingUnit(viewer, source.kind, source.issuer)
  const chosen = source.items !== undefined || Object.keys(source.filter ?? {}).length > 0
  const units = chosen ? await countByUnit(tx, issuing, source, today) : []
  const items = units.reduce((sum, unit) => sum + unit.items, 0)
  const ledgers = await rowsOf<MissivePlan['ledgers'][number]>(
    tx,
    sql`select l.id, l.name, l.kind from ledger l
      where l.state = 'open' and (${within(viewer.scope, sql`l.scope_path`)} or starts_with(${issuing.path}, l.scope_path))
      order by l.created_at, l.id limit 200`,
  )
  const recipients =
    source.kind === 'circular'
      ? await countBelow(tx, source.filter?.under ?? issuing.unitId, issuing)
      : units.length
  return {
    unitId: issuing.unitId,
    unitName: issuing.unitName,
    choices: issuingChoices(viewer, source.kind).map(({ unitId, unitName }) => ({ unitId, unitName })),
    ledgers,
    items,
    left: source.items ? source.items.length - items : 0,
    units: units.slice(0, shownUnits),
    unitCount: units.length,
    recipients,
    replyDueDay: usualReplyDay(today),
  }
}

async function countBelow(tx: Database, rootId: string, { unitId }: { unitId: string }): Promise<number> {
  const [counted] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from unit u where starts_with(u.path, (select path from unit where id = ${rootId}))
      and u.state = 'active' and u.id <> ${unitId}`,
  )
  return counted!.count
}
