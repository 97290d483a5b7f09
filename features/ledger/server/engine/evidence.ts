/** 举证: reports and files that show that something was done. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { subtreeOf } from './create-matter.ts'
import { getItemRow } from './item.store.ts'
import { changeItem, type ItemAsker, takeForDeed } from './take-step.ts'

type Asked<T> = T & { readonly id: string; readonly version: number }

/** Puts reports of the unit or below it, which have left it, to the proof. Throws what `takeForDeed` throws, `item-proof`. */
export async function proveByReports(
  tx: Database,
  asker: ItemAsker,
  { id, version, reportIds, note = '' }: Asked<{ reportIds: readonly string[]; note?: string }>,
  entry: EntryDraft,
): Promise<void> {
  const asked = [...new Set(reportIds.map(each => each.toLowerCase()))]
  const listed = sql`r.id in (select x::uuid from json_array_elements_text(${JSON.stringify(asked)}::json) x)
    and ${within(asker.scope, sql`r.scope_path`)}`
  // Reports before the item, as whoever takes a report back holds them.
  await tx.execute(sql`select from report r where ${listed} order by r.id for share of r`)
  const row = await takeForDeed(tx, asker, { id, version, action: 'prove' }, entry)
  const { person: by, now, today } = asker
  const fits = sql`${listed} and ${within(subtreeOf(row.path), sql`r.scope_path`)}
    and r.state not in ('draft', 'review', 'returned', 'withdrawn')`
  const found = await rowsOf<{ id: string }>(tx, sql`select r.id from report r where ${fits}`)
  if (found.length < asked.length) {
    const unit = (await nameUnits(tx, [row.unitId])).get(row.unitId)?.name ?? ''
    throw new Problem('item-proof', { count: asked.length - found.length, unit })
  }
  const added = await rowsOf<{ name: string }>(
    tx,
    sql`insert into ledger_evidence (id, item_id, report_id, name, note, added_by, added_name, added_at)
      select gen_random_uuid(), ${id}, r.id, r.title, ${storableText(note)}, ${by.id}, ${by.name}, ${now.toISOString()}
        from report r where ${fits}
      on conflict (item_id, report_id) where report_id is not null and withdrawn_at is null do nothing returning name`,
  )
  await tx.execute(sql`select sum_evidence(array[${id}]::uuid[])`)
  const details = { reports: added.map(({ name }) => name) }
  await changeItem(tx, row, { action: 'prove', details }, { by, now, today }, entry)
}

export type ProofFile = {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** The same for a file that lies in the store. Answers its id. */
export async function proveByFile(
  tx: Database,
  asker: ItemAsker,
  { id, version, file, note = '' }: Asked<{ file: ProofFile; note?: string }>,
  entry: EntryDraft,
): Promise<string> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'prove' }, entry)
  const { person: by, now, today } = asker
  const evidenceId = randomUUID()
  await tx.execute(sql`insert into ledger_evidence (id, item_id, sha256, name, media_type, bytes, note, added_by,
      added_name, added_at)
    values (${evidenceId}, ${id}, ${file.sha256}, ${storableText(file.name)}, ${file.mediaType}, ${file.bytes},
      ${storableText(note)}, ${by.id}, ${by.name}, ${now.toISOString()})`)
  await changeItem(tx, row, { action: 'prove', details: { files: [file.name] } }, { by, now, today }, entry)
  return evidenceId
}

/** Takes a piece of proof back, as long as the item is open; it stays in the story, struck out. */
export async function withdrawEvidence(
  tx: Database,
  asker: ItemAsker,
  { id, version, evidenceId, words }: Asked<{ evidenceId: string; words: string }>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'prove' }, entry)
  const { person: by, now, today } = asker
  const [gone] = await rowsOf<{ name: string }>(
    tx,
    sql`update ledger_evidence set withdrawn_at = ${now.toISOString()}, withdrawn_why = ${storableText(words)}
      where id = ${evidenceId} and item_id = ${id} and withdrawn_at is null returning name`,
  )
  if (!gone) throw new Problem('not-found')
  await tx.execute(sql`select sum_evidence(array[${id}]::uuid[])`)
  // What stands without proof cannot wait to be verified.
  const bare = row.state === 'feedback' && row.evidence <= 1
  const back = { to: 'doing', set: sql`fed_back_day = null`, days: { fedBackDay: null } } as const
  const change = { action: 'prove', ...(bare ? back : {}), words, details: { withdrawn: gone.name } } as const
  await changeItem(tx, row, change, { by, now, today }, entry)
}

/** A file of the proof of an item the caller may see. Throws `not-found`. */
export async function findProofFile(
  tx: Database,
  scope: Scope,
  { id, evidenceId }: { readonly id: string; readonly evidenceId: string },
): Promise<ProofFile> {
  await getItemRow(tx, scope, id)
  const [file] = await rowsOf<ProofFile>(
    tx,
    sql`select sha256, name, media_type as "mediaType", bytes::int from ledger_evidence
      where id = ${evidenceId} and item_id = ${id} and sha256 is not null`,
  )
  if (!file) throw new Problem('not-found')
  return file
}
