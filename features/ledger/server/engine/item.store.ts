/** Rows of items. A unit sees what it was given, and those above it; the keeper also what is not dispatched yet. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ItemState, LedgerKind, LedgerRules, Milestone } from '../../contract/index.ts'

export type When = string | Date

export type ItemRow = {
  readonly id: string
  readonly matterId: string
  readonly no: number
  readonly ledgerId: string
  readonly ledgerName: string
  readonly rules: LedgerRules
  readonly kind: LedgerKind
  readonly title: string
  readonly unitId: string
  readonly path: string
  readonly keeperId: string
  readonly parentId: string | null
  readonly taskId: string | null
  readonly state: ItemState
  readonly measure: string
  readonly ownerId: string | null
  readonly ownerName: string
  readonly ownerLeft: boolean
  readonly leadId: string | null
  readonly targetMeasure: string | null
  readonly targetValue: string | null
  readonly targetUnit: string | null
  readonly reached: string
  readonly percent: number
  readonly startDay: string
  readonly dueDay: string
  readonly nearDay: string
  readonly milestoneDay: string | null
  readonly fedBackDay: string | null
  readonly submittedBy: string | null
  readonly dispatchedAt: When | null
  readonly closedAt: When | null
  readonly recheckDay: string | null
  readonly reopened: number
  readonly flag: string | null
  readonly evidence: number
  readonly parts: number
  readonly openParts: number
  readonly asked: boolean
  readonly version: number
}

/** What lists and pages show of an item `i`, its matter `m` and its ledger `l`. */
export const itemColumns = sql`i.id, i.matter_id as "matterId", m.no, i.ledger_id as "ledgerId", l.name as "ledgerName",
  l.rules, i.kind, i.title, i.unit_id as "unitId", i.scope_path as path, i.keeper_id as "keeperId",
  i.parent_id as "parentId", i.task_id as "taskId", i.state, i.measure, i.owner_id as "ownerId",
  i.owner_name as "ownerName",
  i.owner_id is not null and exists (select from person p where p.id = i.owner_id and p.state = 'left') as "ownerLeft",
  (select p.unit_id from ledger_party p where p.item_id = i.id and p.part = 'lead' limit 1) as "leadId",
  i.target_measure as "targetMeasure", i.target_value::text as "targetValue", i.target_unit as "targetUnit",
  i.reached::text as reached, i.percent, i.start_day::text as "startDay", i.due_day::text as "dueDay",
  i.near_day::text as "nearDay", i.milestone_day::text as "milestoneDay", i.fed_back_day::text as "fedBackDay",
  i.submitted_by as "submittedBy", i.dispatched_at as "dispatchedAt", i.closed_at as "closedAt",
  i.recheck_day::text as "recheckDay", i.reopened, i.flag,
  (select count(*)::int from ledger_evidence e where e.item_id = i.id and e.withdrawn_at is null) as evidence,
  (select count(*)::int from ledger_item c where c.parent_id = i.id and c.state <> 'cancelled') as parts,
  (select count(*)::int from ledger_item c
    where c.parent_id = i.id and c.state not in ('closed', 'settled', 'cancelled')) as "openParts",
  exists (select from ledger_extension x where x.item_id = i.id and x.decision is null) as asked, i.version`

/** Looked up for each item: else the policy of matters is asked about all of them, which reads every item of the scope. */
const itemTables = sql`ledger_item i
  join lateral (select no from ledger_matter where id = i.matter_id offset 0) m on true
  join lateral (select name, rules from ledger where id = i.ledger_id offset 0) l on true`

/** The first lock: items of the scope; before they are dispatched only those whose keeper it holds. */
export function readableItems(scope: Scope): SQL {
  return sql`${within(scope, sql`i.scope_path`)} and (i.dispatched_at is not null
    or exists (select from unit k where k.id = i.keeper_id and ${within(scope, sql`k.path`)}))`
}

/** Items elsewhere that units of the scope lead or assist; the first lock of that list. */
export function partedItems(scope: Scope): SQL {
  return sql`i.dispatched_at is not null and i.id in (select p.item_id from ledger_party p
    where ${within(scope, sql`p.scope_path`)})`
}

export function selectItems(tx: Database, where: SQL, rest: SQL = sql``): Promise<ItemRow[]> {
  return rowsOf<ItemRow>(tx, sql`select ${itemColumns} from ${itemTables} where ${where} ${rest}`)
}

export async function findItemRow(tx: Database, scope: Scope, id: string): Promise<ItemRow | null> {
  const seen = sql`(${readableItems(scope)} or ${partedItems(scope)})`
  const [row] = await selectItems(tx, sql`i.id = ${id} and ${seen}`)
  return row ?? null
}

/** Throws Problem `not-found` for what is not there or not to be seen. */
export async function getItemRow(tx: Database, scope: Scope, id: string): Promise<ItemRow> {
  const row = await findItemRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  return row
}

/** One of the scope itself, held against other deeds. Throws `not-found`, `changed-meanwhile`. */
export async function takeItem(
  tx: Database,
  scope: Scope,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ItemRow> {
  // Held first: what its row says is read by the statement behind it, when whoever held it has ended.
  await tx.execute(
    sql`select 1 from ledger_item i where i.id = ${id} and ${within(scope, sql`i.scope_path`)} for update`,
  )
  const [row] = await selectItems(tx, sql`i.id = ${id} and ${readableItems(scope)}`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.title })
  return row
}

export type ItemMore = {
  readonly problem: string
  readonly basis: string
  readonly leaderName: string
  readonly budget: string | null
  readonly spent: string | null
  readonly milestones: Milestone[]
  readonly submittedAt: When | null
  readonly reviewedAt: When | null
  readonly acknowledgedAt: When | null
  readonly fedBackAt: When | null
  readonly settledAt: When | null
  readonly cancelledAt: When | null
  readonly flaggedAt: When | null
  readonly summary: unknown
  readonly origin: string | null
  readonly originId: string | null
}

/** What the page of one item shows besides. */
export async function getItemMore(tx: Database, id: string): Promise<ItemMore> {
  const [more] = await rowsOf<ItemMore>(
    tx,
    sql`select i.problem, i.basis, i.leader_name as "leaderName", i.budget::text, i.spent::text, i.milestones,
        i.submitted_at as "submittedAt", i.reviewed_at as "reviewedAt", i.acknowledged_at as "acknowledgedAt",
        i.fed_back_at as "fedBackAt", i.settled_at as "settledAt", i.cancelled_at as "cancelledAt",
        i.flagged_at as "flaggedAt", i.summary, m.origin, m.origin_id as "originId"
      from ledger_item i join ledger_matter m on m.id = i.matter_id where i.id = ${id}`,
  )
  return more!
}
