/** Drafts from items of ledgers: one for each unit, or one circular for all; all of them or none. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import {
  type MissiveDraft,
  type MissiveDrafted,
  type MissiveItem,
  mostItems,
  mostUnits,
} from '../../contract/index.ts'
import { usualNumberWord } from '../compose/compose-missive.ts'
import { type Subject, usualWords } from '../compose/usual-words.ts'
import { countFigures, type Issuing, selectItems } from '../items/read-items.ts'
import type { Viewer } from '../missive.store.ts'
import { issuingUnit } from './issuing-unit.ts'
import { usualReplyDay } from './plan-missives.ts'

/** Throws `not-found`, `missive-no-items`, `missive-too-many`, `missive-reply-day`. */
export async function draftMissives(
  tx: Database,
  viewer: Viewer,
  draft: MissiveDraft,
  now: Date,
  entry: EntryDraft,
): Promise<MissiveDrafted> {
  if (!draft.items && Object.keys(draft.filter ?? {}).length === 0) throw new Problem('missive-no-items')
  const today = localDay(now)
  const issuing = issuingUnit(viewer, draft.kind, draft.issuer)
  const replyDueDay = replyDay(draft, today)
  const { basis: _, replyDueDay: __, ...source } = draft
  const found = await selectItems(tx, issuing, source, { today, limit: mostItems })
  if (found.length > mostItems) throw new Problem('missive-too-many', { limit: mostItems })
  const figures = draft.kind === 'circular' ? await countFigures(tx, issuing, source, today) : null
  if (figures ? figures.items === 0 : found.length === 0) throw new Problem('missive-no-items')
  const ledger = await findLedger(tx, draft, found)
  const groups = figures
    ? [{ unit: await nameUnit(tx, draft.filter?.under ?? issuing.unitId), items: found }]
    : groupByUnit(found)
  if (groups.length > mostUnits) throw new Problem('missive-too-many', { limit: mostUnits })
  const basis = storableText(draft.basis ?? '').trim()
  const numberWord = await lastNumberWord(tx, issuing, draft.kind)
  const batchId = randomUUID()
  const rows = groups.map(({ unit, items }) => {
    const subject: Subject = {
      ...{ kind: draft.kind, ledgerName: ledger?.name ?? null, unitName: issuing.unitName },
      ...{ addresseeName: unit.name, items, figures, day: today, replyDueDay, basis },
    }
    return { id: randomUUID(), addresseeId: unit.id, items, ...usualWords(subject) }
  })
  await tx.execute(sql`insert into missive (id, unit_id, scope_path, kind, batch_id, addressee_id, ledger_id, source,
      basis, number_word, title, salutation, opening, closing, signed_by, table_place, reply_due_day, figures, item_count, day,
      created_by, created_name, created_at, updated_at)
    select r.id, ${issuing.unitId}, '', ${draft.kind}, ${batchId}, r."addresseeId", ${ledger?.id ?? null},
      ${JSON.stringify(source)}::jsonb, ${basis}, ${numberWord}, r.title, r.salutation, r.opening, r.closing, ${issuing.unitName},
      ${draft.kind === 'circular' ? 'attachment' : 'text'}, ${replyDueDay}, ${figures && JSON.stringify(figures)}::jsonb,
      r.count, ${today}, ${viewer.person.id}, ${viewer.person.name}, ${now.toISOString()}, ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ items, ...row }) => ({ ...row, count: items.length })))}::jsonb)
      as r(id uuid, "addresseeId" uuid, title text, salutation text, opening text, closing text, count int)`)
  await keepItems(tx, rows)
  entry.words = rows[0]!.title
  entry.unitId = issuing.unitId
  entry.after = { documents: rows.length, items: found.length }
  return { batchId, ids: rows.map(({ id }) => id), count: rows.length }
}

/** Writes the items of documents as they are now. */
export async function keepItems(
  tx: Database,
  missives: readonly { readonly id: string; readonly items: readonly MissiveItem[] }[],
): Promise<void> {
  const rows = missives.flatMap(({ id, items }) => items.map((facts, position) => ({ id, position, facts })))
  if (rows.length === 0) return
  await tx.execute(sql`insert into missive_item (missive_id, position, item_id, facts)
    select r.id, r.position, (r.facts ->> 'itemId')::uuid, r.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, position int, facts jsonb)`)
}

function replyDay({ kind, replyDueDay }: MissiveDraft, today: string): string | null {
  if (kind !== 'supervision') return null
  const day = replyDueDay === undefined ? usualReplyDay(today) : replyDueDay
  if (day !== null && day < today) throw new Problem('missive-reply-day')
  return day
}

function groupByUnit(items: readonly MissiveItem[]) {
  const by = new Map<string, { unit: { id: string; name: string }; items: MissiveItem[] }>()
  for (const item of items) {
    const group = by.get(item.unitId) ?? { unit: { id: item.unitId, name: item.unitName }, items: [] }
    group.items.push(item)
    by.set(item.unitId, group)
  }
  return [...by.values()]
}

async function nameUnit(tx: Database, id: string): Promise<{ id: string; name: string }> {
  const [unit] = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from unit where id = ${id}`,
  )
  if (!unit) throw new Problem('not-found')
  return unit
}

/** The ledger all of them stand in. */
async function findLedger(
  tx: Database,
  draft: MissiveDraft,
  items: readonly MissiveItem[],
): Promise<{ id: string; name: string } | null> {
  const rows = draft.filter?.ledger
    ? await rowsOf<{ id: string; name: string }>(
        tx,
        sql`select id, name from ledger where id = ${draft.filter.ledger}`,
      )
    : await rowsOf<{ id: string; name: string }>(
        tx,
        sql`select distinct l.id, l.name from ledger l join ledger_item i on i.ledger_id = l.id
          where i.id = any (${`{${items.map(({ itemId }) => itemId).join(',')}}`}::uuid[]) limit 2`,
      )
  return rows.length === 1 ? rows[0]! : null
}

/** As the unit wrote it the last time; else made of its short name. */
async function lastNumberWord(
  tx: Database,
  { unitId }: Issuing,
  kind: MissiveDraft['kind'],
): Promise<string> {
  const [last] = await rowsOf<{ word: string }>(
    tx,
    sql`select number_word as word from missive where unit_id = ${unitId} and kind = ${kind} and no is not null
      order by issued_at desc, id limit 1`,
  )
  if (last) return last.word
  const [unit] = await rowsOf<{ name: string }>(
    tx,
    sql`select coalesce(short_names[1], name) as name from unit where id = ${unitId}`,
  )
  return usualNumberWord(unit?.name ?? '', kind)
}
