import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { LedgerKind, LedgerRules, OutcomeDraft } from '../../../contract/index.ts'
import { cleanText } from '../need/need.words.ts'
import { takeService } from './service.store.ts'

/** 填写成果: whom it reached, what it cost. Throws `changed-meanwhile`, `need-words-missing`. */
export async function writeOutcome(
  tx: Database,
  scope: Scope,
  { id, version, ...draft }: OutcomeDraft & { id: string },
  { person, now }: { person: Person; now: Date },
  entry: EntryDraft,
): Promise<void> {
  const item = await takeService(tx, scope, id, 'write-outcome', person)
  if (item.version !== version) throw new Problem('changed-meanwhile', { name: item.title })
  const words = cleanText(draft.words)
  if (words.length < 2) throw new Problem('need-words-missing')
  const at = now.toISOString()
  const [before] = await rowsOf<{ people: number; attendances: number | null }>(
    tx,
    sql`select people, attendances from service_outcome where item_id = ${id}`,
  )
  await tx.execute(sql`insert into service_outcome (item_id, people, attendances, words, updated_by, updated_name, updated_at)
    values (${id}, ${draft.people}, ${draft.attendances}, ${words}, ${person.id}, ${person.name}, ${at})
    on conflict (item_id) do update set people = excluded.people, attendances = excluded.attendances,
      words = excluded.words, updated_by = excluded.updated_by, updated_name = excluded.updated_name,
      updated_at = excluded.updated_at, version = service_outcome.version + 1`)
  await tx.execute(sql`update ledger_item set budget = ${draft.budget}::numeric, spent = ${draft.spent}::numeric,
    updated_at = ${at}, version = version + 1 where id = ${id}`)
  entry.words = item.title
  entry.unitId = item.unitId
  entry.before = { ...before, budget: item.budget, spent: item.spent }
  const { people, attendances, budget, spent } = draft
  entry.after = { people, attendances, budget, spent }
}

/** Throws `outcome-missing` where the ledger wants an outcome before a service is fed back as done. */
export async function requireOutcome(
  tx: Database,
  {
    id,
    title,
    kind,
    rules,
    parentId,
  }: { id: string; title: string; kind: LedgerKind; rules: LedgerRules; parentId: string | null },
): Promise<void> {
  // The whole has one, not each of its parts: people would be counted twice.
  if (kind !== 'service' || !rules.outcome || parentId !== null) return
  const found = await rowsOf(tx, sql`select 1 from service_outcome where item_id = ${id}`)
  if (found.length === 0) throw new Problem('outcome-missing', { title })
}
