/** Writing the word list of an office: one word, or the rows of a sheet. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type {
  OfficeWordChange,
  OfficeWordDraft,
  OfficeWordImport,
  OfficeWordImported,
} from '../../../contract/index.ts'
import type { Viewer } from '../../edition.store.ts'
import { getWordUnit, holdWord, keeps, ownWords, type WordUnit } from './word.store.ts'

type Written = Pick<OfficeWordDraft, 'wrong' | 'right' | 'reason' | 'level'>

/** Throws `not-found`, `office-word-known`. */
export async function addWord(
  tx: Database,
  viewer: Viewer,
  { unitId, ...draft }: OfficeWordDraft,
  now: Date,
  entry: EntryDraft,
): Promise<string> {
  const unit = await takeList(tx, viewer, unitId, entry)
  const word = clean(draft)
  await refuseKnown(tx, viewer, unit.id, word.wrong)
  const id = randomUUID()
  await insert(tx, viewer, unit.id, [{ id, ...word }], now)
  entry.after = told(word)
  return id
}

/** Throws `not-found`, `changed-meanwhile`, `office-word-known`. */
export async function changeWord(
  tx: Database,
  viewer: Viewer,
  { id, change: { version, ...draft } }: { readonly id: string; readonly change: OfficeWordChange },
  now: Date,
  entry: EntryDraft,
): Promise<void> {
  const row = await holdWord(tx, viewer, id, version)
  await takeList(tx, viewer, row.unitId, entry)
  const word = clean(draft)
  if (word.wrong !== row.wrong) await refuseKnown(tx, viewer, row.unitId, word.wrong)
  await update(tx, viewer, id, word, now)
  entry.before = told(row)
  entry.after = told(word)
}

/** Throws `not-found`. */
export async function removeWord(tx: Database, viewer: Viewer, id: string, entry: EntryDraft): Promise<void> {
  const row = await holdWord(tx, viewer, id)
  await takeList(tx, viewer, row.unitId, entry)
  await tx.execute(sql`delete from office_word where id = ${id}`)
  entry.before = told(row)
}

/** A word that is there is written anew; of one that stands twice in the sheet the last row counts. Throws `not-found`. */
export async function importWords(
  tx: Database,
  viewer: Viewer,
  { unitId, rows }: OfficeWordImport,
  now: Date,
  entry: EntryDraft,
): Promise<OfficeWordImported> {
  const unit = await takeList(tx, viewer, unitId, entry)
  const known = new Map((await ownWords(tx, viewer, unit.id)).map(word => [word.wrong, word]))
  const wanted = new Map(rows.map(row => clean(row)).map(word => [word.wrong, word]))
  const added: (Written & { id: string })[] = []
  let changed = 0
  for (const word of wanted.values()) {
    const before = known.get(word.wrong)
    if (!before) added.push({ id: randomUUID(), ...word })
    else if (JSON.stringify(told(before)) !== JSON.stringify(told(word))) {
      await update(tx, viewer, before.id, word, now)
      changed++
    }
  }
  await insert(tx, viewer, unit.id, added, now)
  const result = { added: added.length, changed, same: wanted.size - added.length - changed }
  entry.after = result
  return result
}

async function takeList(tx: Database, viewer: Viewer, unitId: string, entry: EntryDraft): Promise<WordUnit> {
  const unit = await getWordUnit(tx, viewer, unitId)
  if (!keeps(viewer, unit.id)) throw new Problem('not-found')
  entry.words = `${unit.name}用语规范`
  entry.unitId = unit.id
  return unit
}

async function refuseKnown(tx: Database, viewer: Viewer, unitId: string, wrong: string): Promise<void> {
  const words = await ownWords(tx, viewer, unitId)
  if (words.some(word => word.wrong === wrong)) throw new Problem('office-word-known', { wrong })
}

function clean({ wrong, right, reason, level }: Written): Written {
  const text = (value: string | null): string | null => (value && storableText(value).trim()) || null
  return { wrong: text(wrong) ?? wrong, right: text(right), reason: text(reason), level }
}

const told = ({ wrong, right, reason, level }: Written) => ({ wrong, right, reason, level })

async function insert(
  tx: Database,
  { person }: Viewer,
  unitId: string,
  words: readonly (Written & { readonly id: string })[],
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await tx.execute(sql`insert into office_word (id, unit_id, scope_path, wrong, meant, reason, level, updated_name,
      created_at, updated_at)
    select w.id, ${unitId}, '', w.wrong, w."right", w.reason, w.level, ${storableText(person.name)}, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as w (id uuid, wrong text, "right" text, reason text, level text)`)
}

async function update(tx: Database, { person }: Viewer, id: string, word: Written, now: Date): Promise<void> {
  await tx.execute(sql`update office_word set wrong = ${word.wrong}, meant = ${word.right}, reason = ${word.reason},
      level = ${word.level}, updated_name = ${storableText(person.name)}, updated_at = ${now.toISOString()},
      version = version + 1 where id = ${id}`)
}
