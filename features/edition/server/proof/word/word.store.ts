/** Rows of the word list (用语规范). A unit goes by its own words and by those of the units above it. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { OfficeWordFilters, OfficeWordRow } from '../../../contract/index.ts'
import type { Viewer } from '../../edition.store.ts'
import { instant } from '../../edition.view.ts'

export type WordUnit = { readonly id: string; readonly name: string; readonly path: string }

/** The unit whose list is asked for: one of the caller's scope, or the first they are an editor of. Throws `not-found`. */
export async function getWordUnit(
  tx: Database,
  { scope, person }: Viewer,
  asked?: string,
): Promise<WordUnit> {
  const id = asked ?? person.posts.find(({ role }) => role === 'editor')?.unitId ?? null
  const [unit] = await rowsOf<WordUnit>(
    tx,
    sql`select id, name, path from unit where id = ${id} and ${within(scope, sql`path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  return unit
}

/** Whose list the caller may write. */
export function keeps({ person }: Viewer, unitId: string): boolean {
  return person.posts.some(post => post.role === 'editor' && post.unitId === unitId)
}

type Found = Omit<OfficeWordRow, 'inherited' | 'actions'>

/** Of each word what the nearest unit says, that of the unit itself or of one above it. */
function nearest({ path }: WordUnit): SQL {
  return sql`(select distinct on (w.wrong) w.* from office_word w where starts_with(${path}, w.scope_path)
    order by w.wrong, length(w.scope_path) desc) w join lateral (select name from offices_by_id(array[w.unit_id])) u on true`
}

function meets({ q, level }: OfficeWordFilters): SQL {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null
  const words = like
    ? sql`(w.wrong ilike ${like} or w.meant ilike ${like} or w.reason ilike ${like})`
    : sql`true`
  return sql`${words} and ${level ? sql`w.level = ${level}` : sql`true`}`
}

export async function selectWords(
  tx: Database,
  viewer: Viewer,
  unit: WordUnit,
  filters: OfficeWordFilters,
  rest: SQL,
): Promise<OfficeWordRow[]> {
  const rows = await rowsOf<Found>(
    tx,
    sql`select w.id, w.wrong, w.meant as "right", w.reason, w.level, w.unit_id as "unitId", u.name as "unitName",
        w.updated_name as "updatedName", w.updated_at as "updatedAt", w.version
      from ${nearest(unit)} where ${meets(filters)} ${rest}`,
  )
  return rows.map(row => ({
    ...row,
    updatedAt: instant(row.updatedAt),
    inherited: row.unitId !== unit.id,
    actions: keeps(viewer, row.unitId) ? ['edit', 'remove'] : [],
  }))
}

export async function countWords(tx: Database, unit: WordUnit, filters: OfficeWordFilters): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from ${nearest(unit)} where ${meets(filters)}`,
  )
  return row!.count
}

export type WordRow = {
  readonly id: string
  readonly unitId: string
  readonly wrong: string
  readonly right: string | null
  readonly reason: string | null
  readonly level: OfficeWordRow['level']
  readonly version: number
}

/** One the caller keeps, held. Throws `not-found`, `changed-meanwhile`. */
export async function holdWord(tx: Database, viewer: Viewer, id: string, version?: number): Promise<WordRow> {
  const [row] = await rowsOf<WordRow>(tx, wordsWhere(viewer.scope, sql`w.id = ${id} for update`))
  if (!row || !keeps(viewer, row.unitId)) throw new Problem('not-found')
  if (version !== undefined && row.version !== version)
    throw new Problem('changed-meanwhile', { name: row.wrong })
  return row
}

export function ownWords(tx: Database, { scope }: Viewer, unitId: string): Promise<WordRow[]> {
  return rowsOf<WordRow>(tx, wordsWhere(scope, sql`w.unit_id = ${unitId} for update`))
}

function wordsWhere(scope: Scope, where: SQL): SQL {
  return sql`select w.id, w.unit_id as "unitId", w.wrong, w.meant as "right", w.reason, w.level, w.version
    from office_word w where ${within(scope, sql`w.scope_path`)} and ${where}`
}
