/** What belongs to an item: assisting units, parts, proof, wishes for more time, the story of its steps. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Evidence, Extension, ItemState, ItemStepRecord } from '../../contract/index.ts'
import { type ItemRow, selectItems, type When } from './item.store.ts'

const iso = (at: When): string => new Date(at).toISOString()

export async function listAssists(tx: Database, itemId: string): Promise<string[]> {
  const rows = await rowsOf<{ unitId: string }>(
    tx,
    sql`select unit_id as "unitId" from ledger_party where item_id = ${itemId} and part = 'assist'
      order by scope_path, unit_id`,
  )
  return rows.map(({ unitId }) => unitId)
}

export function listChildren(tx: Database, scope: Scope, itemId: string): Promise<ItemRow[]> {
  return selectItems(
    tx,
    sql`i.parent_id = ${itemId} and ${within(scope, sql`i.scope_path`)}`,
    sql`order by i.scope_path, i.id limit 500`,
  )
}

type EvidenceRow = Omit<Evidence, 'kind' | 'actions' | 'addedAt' | 'withdrawnAt' | 'bytes' | 'adds'> & {
  readonly adds: string | null
  readonly addedAt: When
  readonly withdrawnAt: When | null
  readonly bytes: string | number | null
}

/** Reports that the caller may not see stand there by name alone. */
export async function listEvidence(
  tx: Database,
  { id, targetMeasure, targetUnit }: Pick<ItemRow, 'id' | 'targetMeasure' | 'targetUnit'>,
  mayWithdraw: boolean,
): Promise<Evidence[]> {
  const rows = await rowsOf<EvidenceRow>(
    tx,
    sql`select e.id, e.report_id as "reportId", e.name, e.media_type as "mediaType", e.bytes, e.note,
        r.state as "reportState", e.added_name as "addedName", e.added_at as "addedAt",
        e.withdrawn_at as "withdrawnAt", e.withdrawn_why as "withdrawnWhy",
        (select sum(f.value)::text from report_figure f where f.report_id = e.report_id
          and f.measure = ${targetMeasure} and f.unit = ${targetUnit}) as adds
      from ledger_evidence e left join report r on r.id = e.report_id where e.item_id = ${id}
      order by e.added_at, e.id`,
  )
  return rows.map(row => ({
    ...row,
    kind: row.mediaType === null ? 'report' : 'file',
    bytes: row.bytes === null ? null : Number(row.bytes),
    adds: row.adds === null ? null : Number(row.adds),
    addedAt: iso(row.addedAt),
    withdrawnAt: row.withdrawnAt && iso(row.withdrawnAt),
    actions: mayWithdraw && row.withdrawnAt === null ? ['withdraw'] : [],
  }))
}

type ExtensionRow = Omit<Extension, 'askedAt' | 'decidedAt'> & {
  readonly askedAt: When
  readonly decidedAt: When | null
}

export async function listExtensions(tx: Database, itemId: string): Promise<Extension[]> {
  const rows = await rowsOf<ExtensionRow>(
    tx,
    sql`select id, from_day::text as "fromDay", to_day::text as "toDay", reason, asked_name as "askedName",
        asked_at as "askedAt", decision, decided_name as "decidedName", decided_at as "decidedAt", answer
      from ledger_extension where item_id = ${itemId} order by asked_at, id`,
  )
  return rows.map(row => ({
    ...row,
    askedAt: iso(row.askedAt),
    decidedAt: row.decidedAt && iso(row.decidedAt),
  }))
}

type StepRow = Omit<ItemStepRecord, 'at' | 'state'> & { readonly at: When; readonly state: ItemState }

/** Its story. What was said while it was made is for those whose scope holds its keeper. */
export async function listSteps(tx: Database, scope: Scope, itemId: string): Promise<ItemStepRecord[]> {
  const rows = await rowsOf<StepRow>(
    tx,
    sql`select s.at, s.action, s.state, s.by_name as "byName", s.words, s.details
      from ledger_step s join ledger_item i on i.id = s.item_id
      where s.item_id = ${itemId} and (s.state not in ('draft', 'review', 'ready') or s.action in ('propose', 'decline')
        or exists (select from unit k where k.id = i.keeper_id and ${within(scope, sql`k.path`)}))
      order by s.id desc limit 500`,
  )
  return rows.map(row => ({ ...row, at: iso(row.at) }))
}
