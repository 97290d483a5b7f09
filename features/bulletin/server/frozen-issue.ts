/** Issues made at the desk as they were issued: their forms to the byte, and whether they still are what they were. */
import { createHash } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { findEntry } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { type DownloadFormat, downloadFormats, type Issue, type IssueSeal } from '../contract/index.ts'

export type Frozen = {
  readonly id: string
  readonly files: Partial<Record<DownloadFormat, string>>
  readonly articles: number
  readonly chainHead: string | null
  readonly signedName: string | null
  readonly signedAt: string | Date | null
}

/** Null for an imported issue. Whoever may not read all its articles gets no form that holds them. */
export async function findFrozen(
  tx: Database,
  scope: Scope,
  { id, columns }: Pick<Issue, 'id' | 'columns'>,
): Promise<Frozen | null> {
  const [row] = await rowsOf<Frozen>(
    tx,
    sql`select i.id, i.files, i.articles, i.model -> 'seal' ->> 'chainHead' as "chainHead",
        i.signed_name as "signedName", i.signed_at as "signedAt"
      from issue i where i.id = ${id} and i.files is not null
        and (${within(scope, sql`i.scope_path`)} or i.published_at is not null)`,
  )
  const read = columns.reduce((sum, column) => sum + column.articles.length, 0)
  return row && read >= row.articles ? row : null
}

/** The entry of the signature in the trail: still there with the hash that is printed, or not. */
export async function isSealKept(tx: Database, { id, chainHead }: Frozen): Promise<boolean> {
  // The trail is closed to readers of issues; that this one entry is whole is no secret.
  const actions = ['edition.sign', 'edition.force']
  const entry = await withRole(tx, 'owner', () => findEntry(tx, { object: id, actions }))
  return entry !== null && entry.hash === chainHead
}

/** Reads every form that is kept and compares it with the hash it was issued under. */
export async function checkForms(store: FileStore, { files }: Frozen): Promise<IssueSeal['forms']> {
  const forms: IssueSeal['forms'] = []
  for (const format of downloadFormats) {
    const sha256 = files[format]
    if (sha256 === undefined) continue
    const found = await hashOf(store, sha256)
    const state = found === null ? 'missing' : found.sha256 === sha256 ? 'whole' : 'changed'
    forms.push({ format, sha256, sizeBytes: found?.sizeBytes ?? null, state })
  }
  return forms
}

/** The bytes of a form as it was issued. Throws `issue-form-damaged` rather than hand out others. */
export async function readForm(store: Pick<FileStore, 'read'>, sha256: string): Promise<Uint8Array> {
  const bytes = await store.read(sha256).catch(() => null)
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Problem('issue-form-damaged')
  return bytes
}

async function hashOf(
  store: FileStore,
  sha256: string,
): Promise<{ sha256: string; sizeBytes: number } | null> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  try {
    for await (const chunk of store.stream(sha256)) {
      hash.update(chunk as Buffer)
      sizeBytes += (chunk as Buffer).length
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}
