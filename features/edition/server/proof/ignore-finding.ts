import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import { sayRule } from '@jianbao/proofreading/contract'
import type { Viewer } from '../edition.store.ts'
import { takeForEditing } from '../take-for-editing.ts'
import { findingsOf } from './proofread-edition.ts'
import { readProof } from './read-proof.ts'

type Asked = {
  readonly id: string
  readonly fingerprint: string
  readonly now: Date
  readonly today: string
}

/** Leaves a finding of the texts as it is, and says why. Throws `not-found`, `edition-settled`, `finding-gone`. */
export async function ignoreFinding(
  tx: Database,
  viewer: Viewer,
  { id, fingerprint, reason, now, today }: Asked & { readonly reason: string },
  entry: EntryDraft,
): Promise<void> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  const finding = findingsOf(await readProof(tx, viewer, id, today)).find(
    each => each.fingerprint === fingerprint,
  )
  if (!finding) throw new Problem('finding-gone')
  const { rule, quote } = finding
  const words = storableText(reason).trim()
  await tx.execute(sql`insert into edition_ignored_finding (edition_id, fingerprint, rule, quote, reason, by_id, by_name, at)
    values (${id}, ${fingerprint}, ${rule}, ${storableText(quote).slice(0, 200)}, ${words}, ${viewer.person.id},
      ${storableText(viewer.person.name)}, ${now.toISOString()})
    on conflict (edition_id, fingerprint) do update set reason = excluded.reason, by_id = excluded.by_id,
      by_name = excluded.by_name, at = excluded.at`)
  entry.after = { rule: sayRule(rule, 'zh'), quote: quote.slice(0, 60), reason: words }
}

/** Takes notice of it again. Throws `not-found`, `edition-settled`. */
export async function heedFinding(
  tx: Database,
  viewer: Viewer,
  { id, fingerprint, today }: Omit<Asked, 'now'>,
  entry: EntryDraft,
): Promise<void> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  await tx.execute(
    sql`delete from edition_ignored_finding where edition_id = ${id} and fingerprint = ${fingerprint}`,
  )
}
