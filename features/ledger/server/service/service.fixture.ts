/** A service ledger with one item in any state, for tests that begin there. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'
import { type ItemState, type LedgerRules, ordinaryRules } from '../../contract/index.ts'

export type ServiceItemWish = {
  readonly unitId?: string
  readonly keeperId?: string
  readonly state?: ItemState
  readonly title?: string
  readonly dueDay?: string
  readonly percent?: number
  readonly milestones?: readonly { no: number; name: string; day: string; done: string | null }[]
  readonly rules?: Partial<LedgerRules>
  readonly budget?: number
  readonly spent?: number
}

export async function addServiceItem(
  db: Database,
  wish: ServiceItemWish = {},
): Promise<{ id: string; ledgerId: string; title: string }> {
  const { unitId = testUnits.city, keeperId = testUnits.city, state = 'doing', dueDay = '2021-12-31' } = wish
  const { title = '为柳树沟村讲果树剪枝', percent = 0, milestones = [], budget = null, spent = null } = wish
  const [id, ledgerId, matterId] = [randomUUID(), randomUUID(), randomUUID()]
  const rules = { ...ordinaryRules.service, ...wish.rules }
  const at = '2021-06-01T02:00:00Z'
  const dispatched = ['draft', 'review', 'ready'].includes(state) ? null : at
  const done = ['closed', 'settled'].includes(state)
  const milestone = milestones.find(each => each.done === null)?.day ?? null
  await db.execute(sql`insert into ledger (id, unit_id, scope_path, key, kind, name, rules, last_no, created_at)
    values (${ledgerId}, ${keeperId}, '', ${ledgerId}, 'service', '办实事清单', ${JSON.stringify(rules)}, 1, ${at})`)
  await db.execute(sql`insert into ledger_matter (id, ledger_id, no, title, created_by, created_name, created_at)
    values (${matterId}, ${ledgerId}, 1, ${title}, 'x', '甲', ${at})`)
  await db.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id, start_day,
      due_day, near_day, milestone_day, milestones, percent, budget, spent, state, dispatched_at, closed_at, closed_day,
      summary, updated_at)
    values (${id}, ${matterId}, ${ledgerId}, 'service', ${title}, ${unitId}, '', ${keeperId}, '2021-06-01', ${dueDay},
      ${dueDay}::date - 3, ${milestone}, ${JSON.stringify(milestones)}, ${percent}, ${budget}, ${spent}, ${state},
      ${dispatched}, ${done ? at : null}, ${done ? '2021-06-20' : null}, ${done ? '{}' : null}, ${at})`)
  return { id, ledgerId, title }
}
