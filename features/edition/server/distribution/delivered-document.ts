/** A document whose recipients somebody looks at: what lists and deeds of distribution need to know of it. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type DocumentKind, seriesReaders } from '../../contract/index.ts'
import { type EditionRow, editionName, getEditionRow, rolesAt, type Viewer } from '../edition.store.ts'

export type DeliveredDocument = {
  readonly document: DocumentKind
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly title: string | null
  readonly issuer: string
  readonly issuedAt: string | Date
  readonly replyDueDay: string | null
  /** The caller reminds its recipients and sends it to more. */
  readonly keeps: boolean
  /** Addresses outside are for the unit that issued it; others see none of them. */
  readonly addresses: boolean
}

/** An issued edition of the caller's. Throws `not-found` for others, also while it is in the making. */
export async function getIssuedEdition(
  tx: Database,
  viewer: Viewer,
  { id, today }: { readonly id: string; readonly today: string },
): Promise<EditionRow> {
  const row = await getEditionRow(tx, viewer, id, today)
  if (row.state !== 'issued') throw new Problem('not-found')
  return row
}

/** The same as what was delivered; an editor in the very unit of the series keeps its list. */
export async function getDeliveredIssue(
  tx: Database,
  viewer: Viewer,
  asked: { readonly id: string; readonly today: string },
): Promise<DeliveredDocument> {
  const edition = await getIssuedEdition(tx, viewer, asked)
  const roles = rolesAt(viewer.person, edition.unitId)
  const [head] = await rowsOf<{ issuer: string }>(
    tx,
    sql`select s.publisher as issuer from edition e join series s on s.id = e.series_id where e.id = ${edition.id}`,
  )
  return {
    document: 'issue',
    id: edition.id,
    unitId: edition.unitId,
    name: editionName(edition),
    title: edition.title,
    issuer: head!.issuer,
    issuedAt: edition.issuedAt ?? edition.updatedAt,
    replyDueDay: null,
    keeps: roles.includes('editor'),
    addresses: seriesReaders.some(role => roles.includes(role)),
  }
}

/** Refuses whoever only looks on, and names the document in the audit trail. Throws `not-found`. */
export function keepList(document: DeliveredDocument, entry: EntryDraft): void {
  if (!document.keeps) throw new Problem('not-found')
  entry.words = document.name
  entry.unitId = document.unitId
}

/** Deliveries `d` of a document that lie in the scope. */
export const of = ({ scope }: Viewer, { id }: Pick<DeliveredDocument, 'id'>): SQL =>
  sql`${within(scope, sql`d.scope_path`)} and d.document_id = ${id}`
