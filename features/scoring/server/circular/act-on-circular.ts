/** What is done with a circular that is there: worded, counted again, issued, revoked, removed. */
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import {
  type CircularAction,
  type CircularChange,
  type CircularFigures,
  type CircularRevoke,
  circularFlow,
} from '../../contract/index.ts'
import { type CircularRow, holdCircular } from './circular.store.ts'
import { getSubject } from './circular.subject.ts'
import { circularTitle, composeCircular, usualClosing, usualOpening } from './compose-circular.ts'
import { countFigures } from './count-figures.ts'
import type { Maker } from './make-circular.ts'
import { tellOfCircular } from './tell-of-circular.ts'

type Asked = { readonly id: string; readonly version: number }

async function take(
  tx: Database,
  scope: Scope,
  asked: Asked,
  action: CircularAction,
  entry: EntryDraft,
): Promise<CircularRow> {
  const row = await holdCircular(tx, scope, asked)
  if (!(circularFlow[action].from as readonly string[]).includes(row.state))
    throw new Problem('circular-settled', { title: row.title })
  entry.words = row.title
  entry.unitId = row.unitId
  return row
}

/** Changes the words that are named; figures cannot be written. */
export async function editCircular(
  tx: Database,
  scope: Scope,
  { id, version, ...change }: CircularChange & { id: string },
  { now }: Maker,
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, scope, { id, version }, 'edit', entry)
  const words = {
    docNumber: storableText(change.docNumber ?? row.docNumber).trim(),
    opening: storableText(change.opening ?? row.opening),
    closing: storableText(change.closing ?? row.closing),
  }
  entry.after = { docNumber: words.docNumber }
  await keep(tx, row, { figures: row.figures, words, now })
}

/** Counts a draft again. Words nobody changed are worded again too; others stay. */
export async function refreshCircular(
  tx: Database,
  scope: Scope,
  asked: Asked,
  { now }: Maker,
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, scope, asked, 'refresh', entry)
  const figures = await countFigures(tx, await getSubject(tx, scope, row, localDay(now)))
  const again = (written: string, usual: (figures: CircularFigures) => string): string =>
    written === usual(row.figures) ? usual(figures) : written
  const words = {
    docNumber: row.docNumber,
    opening: again(row.opening, usualOpening),
    closing: again(row.closing, usualClosing),
  }
  await keep(tx, row, { figures, words, now })
}

type Kept = {
  readonly figures: CircularFigures
  readonly words: { readonly docNumber: string; readonly opening: string; readonly closing: string }
  readonly now: Date
}

async function keep(tx: Database, { id }: CircularRow, { figures, words, now }: Kept): Promise<void> {
  const document = composeCircular(figures, { ...words, date: localDay(now) })
  await tx.execute(sql`update circular set title = ${circularTitle(figures)}, doc_number = ${words.docNumber},
    opening = ${words.opening}, closing = ${words.closing}, figures = ${JSON.stringify(figures)}::jsonb,
    document = ${JSON.stringify(document)}::jsonb, updated_at = ${now.toISOString()}, version = version + 1
    where id = ${id}`)
}

/** Issues a draft with the date of today, and tells the units below. */
export async function issueCircular(
  tx: Database,
  scope: Scope,
  asked: Asked,
  { person, now }: Maker,
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, scope, asked, 'issue', entry)
  const date = localDay(now)
  const document = composeCircular(row.figures, { ...row, date })
  await tx.execute(sql`update circular set state = 'issued', date = ${date}, document = ${JSON.stringify(document)}::jsonb,
    issued_at = ${now.toISOString()}, issued_name = ${person.name}, updated_at = ${now.toISOString()}, version = version + 1
    where id = ${row.id}`)
  await tellOfCircular(tx, { kind: 'circular.issued', row, by: person.id, now })
}

/** 撤销: it stays to be read, marked, with the reason; those who were told of it are told. */
export async function revokeCircular(
  tx: Database,
  scope: Scope,
  { id, version, reason }: CircularRevoke & { id: string },
  { person, now }: Maker,
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, scope, { id, version }, 'revoke', entry)
  const words = storableText(reason).trim()
  entry.after = { reason: words }
  await tx.execute(sql`update circular set state = 'revoked', revoked_at = ${now.toISOString()},
    revoked_name = ${person.name}, revoke_reason = ${words}, updated_at = ${now.toISOString()}, version = version + 1
    where id = ${row.id}`)
  await tellOfCircular(tx, { kind: 'circular.revoked', row, by: person.id, now })
}

/** Removes a draft. */
export async function removeCircular(
  tx: Database,
  scope: Scope,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, scope, asked, 'remove', entry)
  await tx.execute(sql`delete from circular where id = ${row.id}`)
}
