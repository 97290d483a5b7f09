/**
 * Short names that people taught the reader: what a printed name stands for from now on, in the documents of the unit
 * it was taught in and of all below.
 */
import { Problem } from '@jianbao/errors'
import { defaultRegister, learnNames, type RegisterEntry, type UnitRegister } from '@jianbao/intake'
import { readUnitNames } from '@jianbao/organisation/server'
import { type Scope, within } from '@jianbao/platform/access'
import { and, type Database, eq, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { LearnedPage } from '../../contract/index.ts'
import { learnedTable } from './review.table.ts'

/** For the jobs of reading: the names that hold for documents of the unit at `path`; the nearest teaching wins. */
export function findNamesTaughtFor(db: Database, path: string): Promise<RegisterEntry[]> {
  return selectNames(db, sql`starts_with(${path}, scope_path)`)
}

/** Names taught in the scope or above it: what may be meant by a word there. */
export function findLearnedNames(tx: Database, scope: Scope): Promise<RegisterEntry[]> {
  return selectNames(tx, sql`(${within(scope, sql`scope_path`)} or ${above(scope)})`)
}

const above = ({ roots }: Scope): SQL =>
  roots.length
    ? sql`(${sql.join(
        roots.map(({ path }) => sql`starts_with(${path}, scope_path)`),
        sql` or `,
      )})`
    : sql`false`

/** Entries of a register, one for each full name; of each short name the nearest, then the newest teaching counts. */
async function selectNames(tx: Database, which: SQL): Promise<RegisterEntry[]> {
  const rows = await rowsOf<{ id: string; surface: string; name: string }>(
    tx,
    sql`select distinct on (surface) id, surface, name from learned_name where not undone and ${which}
      order by surface, length(scope_path) desc, id desc`,
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

/** What was taught in the scope and counts now, one page, newest first. */
export async function listLearnedNames(
  tx: Database,
  scope: Scope,
  { page = 1, pageSize = 20 }: { page?: number; pageSize?: number },
): Promise<LearnedPage> {
  const newest = sql`(select distinct on (surface) * from learned_name
    where not undone and ${within(scope, sql`scope_path`)} order by surface, id desc) as newest`
  const rows = await rowsOf<Omit<LearnedPage['rows'][number], 'at'> & { at: string | Date }>(
    tx,
    sql`select surface, name, by_name as "by", at, document_id as "documentId" from ${newest}
      order by id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(tx, sql`select count(*)::int as total from ${newest}`)
  const shown = rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
  return { rows: shown, total: counted!.total, page, pageSize }
}

/** From now on the register alone says what a printed name stands for. Throws `not-found` when nobody in the scope taught it. */
export async function forgetName(tx: Database, scope: Scope, surface: string): Promise<void> {
  const forgotten = await tx
    .update(learnedTable)
    .set({ undone: true })
    .where(
      and(eq(learnedTable.surface, storableText(surface)), eq(learnedTable.undone, false), inScope(scope)),
    )
    .returning({ id: learnedTable.id })
  if (!forgotten.length) throw new Problem('not-found')
}

/** The first lock of writing; names from above are read and never changed. */
const inScope = (scope: Scope): SQL => within(scope, sql`${learnedTable.scopePath}`)

let kept: { key: string; register: UnitRegister } | null = null

/** The register with the units and what people taught for documents at `path`; built anew only when that changed. */
export async function learnedRegister(tx: Database, scope: Scope, path: string): Promise<UnitRegister> {
  const open = sql`(${within(scope, sql`scope_path`)} or ${above(scope)})`
  const taught = await selectNames(tx, sql`starts_with(${path}, scope_path) and ${open}`)
  const { revision, entries } = await readUnitNames(tx)
  const key = `${revision} ${JSON.stringify(taught)}`
  if (kept?.key !== key) kept = { key, register: learnNames(defaultRegister(), [...entries, ...taught]) }
  return kept.register
}

export async function learnName(
  tx: Database,
  name: Omit<typeof learnedTable.$inferInsert, 'id' | 'scopePath' | 'undone'>,
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
  scope: Scope,
  documentId: string,
  seq: number,
  undone: boolean,
): Promise<void> {
  await tx
    .update(learnedTable)
    .set({ undone })
    .where(and(eq(learnedTable.documentId, documentId), eq(learnedTable.seq, seq), inScope(scope)))
}
