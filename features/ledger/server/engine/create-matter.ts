/** 立项: a matter for one unit or for thousands, an item for each. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { holds, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import {
  type ItemFacts,
  type ItemState,
  type LedgerRules,
  type MatterMade,
  type MatterUnits,
  stateAfter,
} from '../../contract/index.ts'
import { checkOwner, checkParties, writeParties } from './check-parties.ts'
import { dispatchItems } from './dispatch-items.ts'
import { checkDays, milestoneDayOf, nearDayOf, orderMilestones } from './item-days.ts'
import { type ItemActor, noteSteps } from './note-step.ts'

export type LedgerRow = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly state: string
  readonly unitId: string
  readonly path: string
  readonly rules: LedgerRules
}

/** A ledger of the scope, held: numbers are taken one after the other. Throws `not-found`, `ledger-closed`. */
export async function takeLedger(tx: Database, scope: Scope, id: string): Promise<LedgerRow> {
  const [row] = await rowsOf<LedgerRow>(
    tx,
    sql`select l.id, l.kind, l.name, l.state, l.unit_id as "unitId", l.scope_path as path, l.rules from ledger l
      where l.id = ${id} and ${within(scope, sql`l.scope_path`)} for update`,
  )
  if (!row) throw new Problem('not-found')
  if (row.state === 'closed') throw new Problem('ledger-closed', { name: row.name })
  return row
}

/** A path with all that hangs below it, as a scope is. */
export const subtreeOf = (path: string): Scope => ({ roots: [{ unitId: '', path }], content: true })

/** The active units meant, below that of the ledger or itself. Throws `item-units`. */
export async function unitsOf(
  tx: Database,
  scope: Scope,
  ledger: Pick<LedgerRow, 'path'>,
  units: MatterUnits,
): Promise<string[]> {
  const below = sql`${within(subtreeOf(ledger.path), sql`u.path`)} and u.state = 'active'
    and ${within(scope, sql`u.path`)}`
  const asked = 'ids' in units ? [...new Set(units.ids)] : null
  const wish = asked
    ? sql`u.id in (select x::uuid from json_array_elements_text(${JSON.stringify(asked)}::json) x)`
    : underWish(units as Extract<MatterUnits, { under: string }>)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select u.id from unit u where ${wish} and ${below} order by u.path limit 20001`,
  )
  const missing = asked ? asked.length - rows.length : 0
  if (missing > 0)
    throw new Problem('item-units', { count: missing, reason: '不在本台账的范围内，或者已经撤销。' })
  if (!rows.length) throw new Problem('item-units', { count: 0, reason: '所选范围内没有单位。' })
  if (rows.length > 20_000)
    throw new Problem('item-units', { count: rows.length, reason: '一次最多 20000 个。' })
  return rows.map(({ id }) => id)
}

function underWish({ under, kinds, itself = false }: Extract<MatterUnits, { under: string }>) {
  const kind = kinds.length
    ? sql`u.kind in (select x from json_array_elements_text(${JSON.stringify(kinds)}::json) x)`
    : sql`true`
  return sql`u.path ^@ (select t.path from unit t where t.id = ${under}) and (${itself} or u.id <> ${under}) and ${kind}`
}

export type MatterWish = {
  readonly ledger: LedgerRow
  readonly facts: ItemFacts
  readonly unitIds: readonly string[]
  readonly origin?: { readonly kind: string; readonly id: string }
  readonly submit?: boolean
  readonly actor: ItemActor
  readonly now: Date
  readonly today: string
}

/**
 * Proposes a matter and an item of it for each unit. With `submit` they go on at once: to review, or where the ledger has
 * none to the units. `ledger` comes from `takeLedger`. Throws `item-days`, `item-units`, `item-owner`.
 */
export async function proposeMatter(tx: Database, scope: Scope, wish: MatterWish): Promise<MatterMade> {
  const { ledger, facts, unitIds, origin, submit = false, actor, now, today } = wish
  if (!holds(scope, ledger.path)) throw new Problem('not-found')
  const [at, matterId] = [now.toISOString(), randomUUID()]
  const startDay = facts.startDay ?? [today, facts.dueDay].sort()[0]!
  const milestones = orderMilestones(facts.milestones ?? [])
  checkDays({ startDay, dueDay: facts.dueDay }, milestones)
  const parties = await checkParties(tx, facts)
  const owner = await checkOwner(tx, facts, unitIds)
  const state: ItemState =
    submit && ledger.rules.steps.review ? stateAfter('submit', 'draft', ledger.rules) : 'draft'
  await tx.execute(sql`with numbered as (
      update ledger set last_no = last_no + 1 where id = ${ledger.id} returning last_no)
    insert into ledger_matter (id, ledger_id, no, title, origin, origin_id, created_by, created_name, created_at)
    select ${matterId}, ${ledger.id}, last_no, ${storableText(facts.title)}, ${origin?.kind ?? null},
      ${origin?.id ?? null}, ${actor.id}, ${actor.name}, ${at} from numbered`)
  const items = unitIds.map(unitId => ({ id: randomUUID(), unitId }))
  const target = facts.target ?? null
  await tx.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id,
      problem, measure, basis, target_measure, target_value, target_unit, owner_id, owner_name, leader_name, budget,
      milestones, start_day, due_day, near_day, milestone_day, state, submitted_at, submitted_by, updated_at)
    select n.id, ${matterId}, ${ledger.id}, ${ledger.kind}, ${storableText(facts.title)}, n."unitId", '', ${ledger.unitId},
      ${storableText(facts.problem ?? '')}, ${storableText(facts.measure ?? '')}, ${storableText(facts.basis ?? '')},
      ${target?.measure ?? null}, ${target?.value ?? null}::numeric, ${target?.unit ?? null}, ${owner.id}, ${owner.name},
      ${storableText(facts.leaderName ?? '')}, ${facts.budget ?? null}::numeric, ${JSON.stringify(milestones)}::jsonb,
      ${startDay}, ${facts.dueDay}, ${nearDayOf(facts.dueDay, ledger.rules)}, ${milestoneDayOf(milestones)}::date,
      ${state}, ${state === 'review' ? at : null}::timestamptz, ${state === 'review' ? actor.id : null}, ${at}
    from json_to_recordset(${JSON.stringify(items)}::json) as n(id uuid, "unitId" uuid)`)
  const ids = items.map(({ id }) => id)
  await writeParties(tx, ids, parties)
  await noteSteps(tx, ids, { action: 'propose', state: 'draft', by: actor, now })
  if (state === 'review') await noteSteps(tx, ids, { action: 'submit', state, by: actor, now })
  else if (submit) await dispatchItems(tx, ids, { rules: ledger.rules, by: actor, now, today })
  return { matterId, items: ids.length, first: ids[0]! }
}
