import type { Pack } from '@jianbao/campaign/contract'
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { daysOf } from '../../contract/index.ts'
import type { CircularSubject } from './count-figures.ts'

/**
 * Unit, campaign and period of a circular, as they are today. Throws `not-found` for units outside the scope and campaigns
 * that are neither of the unit, nor of one above or below it, and `circular-too-early`.
 */
export async function getSubject(
  tx: Database,
  scope: Scope,
  asked: { unitId: string; campaignId: string; period: string },
  today: string,
): Promise<CircularSubject> {
  const [unit] = await rowsOf<CircularSubject['unit']>(
    tx,
    sql`select id, name, path from unit where id = ${asked.unitId} and ${within(scope, sql`path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  const [campaign] = await rowsOf<{ id: string; name: string; fromDay: string; scoring: Pack['scoring'] }>(
    tx,
    sql`select c.id, c.name, to_char(c.from_day, 'YYYY-MM-DD') as "fromDay", c.pack -> 'scoring' as scoring
      from campaign c where c.id = ${asked.campaignId} and c.state <> 'draft'
        and (starts_with(${unit.path}::text, c.scope_path) or starts_with(c.scope_path, ${unit.path}::text))`,
  )
  if (!campaign) throw new Problem('not-found')
  const { from } = daysOf(asked.period)
  if (from > today) throw new Problem('circular-too-early', { period: asked.period, from })
  return { unit, campaign, period: asked.period, today }
}
