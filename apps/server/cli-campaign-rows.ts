import type { CampaignState, Pack } from '@jianbao/campaign/contract'
import { Problem } from '@jianbao/errors'
import { rootUnitId } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

/** The unit with a code, the topmost without one. Throws `bad-request`. */
export async function findUnit(db: Database, code: string | undefined): Promise<{ id: string }> {
  if (code === undefined) return { id: rootUnitId }
  const [unit] = await rowsOf<{ id: string }>(
    db,
    sql`select id from unit where code = ${code.replaceAll('\0', '')} and state = 'active'`,
  )
  if (!unit) throw new Problem('bad-request', { reason: `没有编码为“${code}”的在用单位。` })
  return unit
}

export type CampaignLine = {
  readonly key: string
  readonly name: string
  readonly unitName: string
  readonly fromDay: string
  readonly toDay: string
  readonly state: CampaignState
  readonly tasks: number
}

export function listCampaigns(db: Database): Promise<CampaignLine[]> {
  return rowsOf(
    db,
    sql`select c.key, c.name, u.name as "unitName", to_char(c.from_day, 'YYYY-MM-DD') as "fromDay",
        to_char(c.to_day, 'YYYY-MM-DD') as "toDay", c.state,
        (select count(*)::int from task t where t.campaign_id = c.id and not t.dropped) as tasks
      from campaign c join unit u on u.id = c.unit_id order by c.from_day desc, u.path, c.key`,
  )
}

type Named = { readonly id: string; readonly name: string; readonly pack: Pack }

/** The campaign with a key, of the unit with a code where several have it. Throws `bad-request`. */
export async function getNamed(db: Database, key: string, code: string | undefined): Promise<Named> {
  const [one, other] = await rowsOf<Named>(
    db,
    sql`select c.id, c.name, c.pack from campaign c join unit u on u.id = c.unit_id
      where c.key = ${key.replaceAll('\0', '')} ${code === undefined ? sql`` : sql`and u.code = ${code.replaceAll('\0', '')}`}
      order by c.id limit 2`,
  )
  if (!one) throw new Problem('bad-request', { reason: `没有标识为“${key}”的工作方案。` })
  if (other) throw new Problem('bad-request', { reason: `几个单位都有“${key}”，请加 --unit 单位编码。` })
  return one
}
