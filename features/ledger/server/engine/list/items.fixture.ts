/** Items as rows, for tests of what lists find: no deed stands between. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import {
  type ItemState,
  type LedgerKind,
  type LedgerRules,
  ordinaryRules,
  statesBefore,
} from '../../../contract/index.ts'

export async function addLedger(
  db: Database,
  wish: {
    unitId: string
    kind?: LedgerKind
    name?: string
    rules?: Partial<LedgerRules>
    campaignId?: string
  },
): Promise<string> {
  const id = randomUUID()
  const { unitId, kind = 'rectification', name = ordinaryRules[kind].name, campaignId = null } = wish
  const rules = { ...ordinaryRules[kind], ...wish.rules, name }
  await db.execute(sql`insert into ledger (id, campaign_id, unit_id, scope_path, key, kind, name, rules, created_at)
    values (${id}, ${campaignId}, ${unitId}, '', ${`l-${id.slice(0, 8)}`}, ${kind}, ${name}, ${JSON.stringify(rules)}::jsonb, now())`)
  return id
}

export async function addMatter(db: Database, ledgerId: string, title = '整改事项'): Promise<string> {
  const id = randomUUID()
  await db.execute(sql`with numbered as (update ledger set last_no = last_no + 1 where id = ${ledgerId} returning last_no)
    insert into ledger_matter (id, ledger_id, no, title, created_by, created_name, created_at)
    select ${id}, ${ledgerId}, last_no, ${title}, 'nobody', '张三', now() from numbered`)
  return id
}

export type ItemWish = {
  readonly matterId: string
  readonly unitId: string
  /** The ledger's unit when left out. */
  readonly keeperId?: string
  readonly parentId?: string | null
  readonly state?: ItemState
  readonly title?: string
  readonly measure?: string
  readonly ownerId?: string | null
  readonly ownerName?: string
  readonly startDay?: string
  readonly dueDay?: string
  readonly nearDay?: string
  readonly milestoneDay?: string | null
  readonly fedBackDay?: string | null
  readonly closedDay?: string | null
  readonly recheckDay?: string | null
  readonly reopened?: number
  readonly flag?: string | null
  readonly submittedBy?: string | null
  readonly dispatched?: boolean
}

/** One statement for all of them; their ids in the order of the wishes. */
export async function addItems(db: Database, wishes: readonly ItemWish[]): Promise<string[]> {
  const rows = wishes.map(wish => {
    const { state = 'doing', dueDay = '2026-06-30', closedDay = null } = wish
    return {
      id: randomUUID(),
      keeperId: null,
      title: null,
      measure: '',
      ownerName: '',
      startDay: '2026-01-01',
      nearDay: dueDay,
      reopened: 0,
      dispatched: !statesBefore.includes(state),
      ...wish,
      ...{ state, dueDay, closedDay },
      summary: state === 'closed' || state === 'settled' ? {} : null,
    }
  })
  await db.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id,
      parent_id, measure, owner_id, owner_name, start_day, due_day, near_day, milestone_day, fed_back_day, closed_day,
      closed_at, recheck_day, reopened, flag, submitted_by, dispatched_at, summary, state, updated_at)
    select w.id, m.id, l.id, l.kind, coalesce(w.title, m.title), w."unitId", '', coalesce(w."keeperId", l.unit_id),
      w."parentId", w.measure, w."ownerId", w."ownerName", w."startDay", w."dueDay", w."nearDay", w."milestoneDay",
      w."fedBackDay", w."closedDay", w."closedDay"::timestamptz, w."recheckDay", w.reopened, w.flag, w."submittedBy",
      case when w.dispatched then now() end, w.summary, w.state, now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as w(id uuid, "matterId" uuid, "unitId" uuid, "keeperId" uuid,
      "parentId" uuid, title text, measure text, "ownerId" text, "ownerName" text, "startDay" date, "dueDay" date,
      "nearDay" date, "milestoneDay" date, "fedBackDay" date, "closedDay" date, "recheckDay" date, reopened int,
      flag text, "submittedBy" text, dispatched boolean, summary jsonb, state text)
    join ledger_matter m on m.id = w."matterId" join ledger l on l.id = m.ledger_id`)
  return rows.map(({ id }) => id)
}

export async function addParty(
  db: Database,
  itemId: string,
  unitId: string,
  part: 'lead' | 'assist',
): Promise<void> {
  await db.execute(
    sql`insert into ledger_party (item_id, unit_id, scope_path, part) values (${itemId}, ${unitId}, '', ${part})`,
  )
}
