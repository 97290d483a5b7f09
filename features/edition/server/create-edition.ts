import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { EditionChange, EditionDraft } from '../contract/index.ts'
import { noteStep, rolesAt, touchEdition, type Viewer } from './edition.store.ts'
import { takeForEditing } from './take-for-editing.ts'

/** Begins an issue of a series of the caller's own unit. Throws `not-found`, `series-closed`. */
export async function createEdition(
  tx: Database,
  { scope, person }: Viewer,
  { seriesId, special }: EditionDraft,
  now: Date,
  entry: EntryDraft,
): Promise<string> {
  const [series] = await rowsOf<{ name: string; unitId: string; state: string }>(
    tx,
    sql`select name, unit_id as "unitId", state from series s
      where s.id = ${seriesId} and ${within(scope, sql`s.scope_path`)} for share`,
  )
  if (!series || !rolesAt(person, series.unitId).includes('editor')) throw new Problem('not-found')
  if (series.state !== 'active') throw new Problem('series-closed', { name: series.name })
  const id = randomUUID()
  await tx.execute(sql`insert into edition (id, series_id, unit_id, scope_path, special, created_by, created_name,
      edited_name, created_at, updated_at)
    values (${id}, ${seriesId}, ${series.unitId}, '', ${special}, ${person.id}, ${person.name}, ${person.name},
      ${now.toISOString()}, ${now.toISOString()})`)
  const step = { action: 'begin', state: 'drafting', stepName: null, round: 0, reason: null } as const
  await noteStep(tx, id, step, person, now)
  entry.words = series.name
  entry.unitId = series.unitId
  return id
}

/** Its day, and whether it is a 增刊. Throws `not-found`, `edition-settled`, `changed-meanwhile`. */
export async function changeEdition(
  tx: Database,
  viewer: Viewer,
  { id, change, now, today }: { id: string; change: EditionChange; now: Date; today: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForEditing(tx, viewer, { id, today, version: change.version }, entry)
  await tx.execute(
    sql`update edition set date = ${change.date}::date, special = ${change.special} where id = ${id}`,
  )
  entry.before = { date: row.date, special: row.special }
  entry.after = { date: change.date, special: change.special }
  await touchEdition(
    tx,
    id,
    row.columns.map(({ key }) => key),
    viewer.person,
    now,
  )
}
