/** A need as it comes in: from a stranger by the form, or entered by staff who heard it. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { holds, type Person, type Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { NeedDraft, NeedKind } from '../../../contract/index.ts'
import { noteNeedStep } from './need.store.ts'
import { cleanLine, cleanText, needSearch } from './need.words.ts'
import { newNeedNumber } from './need-number.ts'

/** Cleaned and within the limits. */
export type AskedNeed = {
  readonly number: string
  readonly unitId: string
  readonly kind: NeedKind
  readonly words: string
  readonly place: string
  readonly mail: string | null
}

const mostAnHour = 300

/**
 * Takes what a stranger asks. The same form again changes nothing; `false`: it was sent before with other words.
 * Throws `too-many-requests` when more come than people write.
 */
export async function askNeed(
  tx: Database,
  asked: AskedNeed,
  { sealer, now }: { sealer: Sealer; now: Date },
  entry: EntryDraft,
): Promise<boolean> {
  const { number, unitId, kind, words, place, mail } = asked
  entry.words = number
  entry.unitId = unitId
  entry.after = { kind }
  await tx.execute(sql`select set_config('app.need', ${number}, true)`)
  const [before] = await rowsOf<{ words: string; unitId: string; kind: string }>(
    tx,
    sql`select words, unit_id as "unitId", kind from need where number = ${number}`,
  )
  if (before) return before.words === words && before.unitId === unitId && before.kind === kind
  const anHourAgo = new Date(now.getTime() - 3_600_000).toISOString()
  const [flood] = await rowsOf<{ count: string | number }>(tx, sql`select needs_since(${anHourAgo}) as count`)
  if (Number(flood!.count) >= mostAnHour) throw new Problem('too-many-requests', { retryAfterSeconds: 600 })
  const [id, at] = [randomUUID(), now.toISOString()]
  const added = await rowsOf(
    tx,
    sql`insert into need (id, number, unit_id, scope_path, source, kind, words, place, day, contact_sealed, search,
        created_at, updated_at)
      values (${id}, ${number}, ${unitId}, '', 'form', ${kind}, ${words}, ${place}, ${localDay(now)},
        ${mail === null ? null : sealer.seal(mail, id)}, ${needSearch(asked)}, ${at}, ${at})
      on conflict (number) do nothing returning id`,
  )
  // Sent twice at once: the other one was first.
  if (added.length > 0) await noteNeedStep(tx, { needId: id, action: 'ask', person: null, now })
  return true
}

/** Enters what was heard on a visit or in an opinion. Throws `need-unit-unknown`, `need-day-ahead`. */
export async function registerNeed(
  tx: Database,
  scope: Scope,
  draft: NeedDraft,
  { person, now }: { person: Pick<Person, 'id' | 'name'>; now: Date },
  entry: EntryDraft,
): Promise<string> {
  const [unit] = await rowsOf<{ path: string; state: string }>(
    tx,
    sql`select path, state from unit where id = ${draft.unitId}`,
  )
  if (unit?.state !== 'active' || !holds(scope, unit.path)) throw new Problem('need-unit-unknown')
  if (draft.day > localDay(now)) throw new Problem('need-day-ahead')
  const [id, number, at] = [randomUUID(), newNeedNumber(), now.toISOString()]
  const kept = { ...draft, number, words: cleanText(draft.words), place: cleanLine(draft.place) }
  if (kept.words.length < 2) throw new Problem('need-words-missing')
  await tx.execute(sql`insert into need (id, number, unit_id, scope_path, source, kind, words, place, day, registered_by,
      registered_name, search, created_at, updated_at)
    values (${id}, ${number}, ${kept.unitId}, '', ${kept.source}, ${kept.kind}, ${kept.words}, ${kept.place}, ${kept.day},
      ${person.id}, ${person.name}, ${needSearch(kept)}, ${at}, ${at})`)
  await noteNeedStep(tx, { needId: id, action: 'register', person, now })
  entry.words = number
  entry.unitId = kept.unitId
  entry.after = { source: kept.source, kind: kept.kind }
  return id
}
