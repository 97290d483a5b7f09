/** Short names that people taught the reader: what a printed name stands for from now on. */
import { Problem } from '@jianbao/errors'
import { defaultRegister, type RegisterEntry, type UnitRegister } from '@jianbao/intake'
import { and, type Database, eq, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { LearnedPage } from '../../contract/index.ts'
import { learnNames } from '../learn-names.ts'
import { learnedTable } from './review.table.ts'

/** Learned names as entries of a register, one for each full name; of each short name the newest teaching counts. */
export async function findLearnedNames(db: Database): Promise<RegisterEntry[]> {
  const rows = await rowsOf<{ id: string; surface: string; name: string }>(
    db,
    sql`select distinct on (surface) id, surface, name from learned_name where not undone order by surface, id desc`,
  )
  const byName = new Map<string, { id: string; shortNames: string[] }>()
  for (const { id, surface, name } of rows) {
    const known = byName.get(name)
    if (known) known.shortNames.push(surface)
    else byName.set(name, { id, shortNames: [surface] })
  }
  return [...byName].map(([name, { id, shortNames }]) => ({
    code: `learned-${id}`,
    kind: 'learned',
    name,
    shortNames,
    parent: null,
  }))
}

/** What was taught and counts now, one page, newest first. */
export async function listLearnedNames(
  db: Database,
  { page = 1, pageSize = 20 }: { page?: number; pageSize?: number },
): Promise<LearnedPage> {
  const newest = sql`(select distinct on (surface) * from learned_name where not undone order by surface, id desc) as newest`
  const rows = await rowsOf<Omit<LearnedPage['rows'][number], 'at'> & { at: string | Date }>(
    db,
    sql`select surface, name, by_name as "by", at, document_id as "documentId" from ${newest}
      order by id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(db, sql`select count(*)::int as total from ${newest}`)
  const shown = rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
  return { rows: shown, total: counted!.total, page, pageSize }
}

/** From now on the register alone says what a printed name stands for. Throws `not-found` when nobody taught it. */
export async function forgetName(tx: Database, surface: string): Promise<void> {
  const forgotten = await tx
    .update(learnedTable)
    .set({ undone: true })
    .where(and(eq(learnedTable.surface, storableText(surface)), eq(learnedTable.undone, false)))
    .returning({ id: learnedTable.id })
  if (!forgotten.length) throw new Problem('not-found')
}

let kept: { key: string; register: UnitRegister } | null = null

/** The shipped register with what people taught; built anew only when that changed. */
export async function learnedRegister(db: Database): Promise<UnitRegister> {
  const entries = await findLearnedNames(db)
  if (!entries.length) return defaultRegister()
  const key = JSON.stringify(entries)
  if (kept?.key !== key) kept = { key, register: learnNames(defaultRegister(), entries) }
  return kept.register
}

export async function learnName(
  tx: Database,
  name: Omit<typeof learnedTable.$inferInsert, 'id' | 'undone'>,
): Promise<void> {
  const { surface, byName } = name
  const storable = {
    surface: storableText(surface),
    name: storableText(name.name),
    byName: storableText(byName),
  }
  await tx.insert(learnedTable).values({ ...name, ...storable })
}

export async function markLearnedUndone(
  tx: Database,
  documentId: string,
  seq: number,
  undone: boolean,
): Promise<void> {
  await tx
    .update(learnedTable)
    .set({ undone })
    .where(and(eq(learnedTable.documentId, documentId), eq(learnedTable.seq, seq)))
}
