/** Rows of the tree. Whatever changes its structure holds `lockTree` first. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { UnitKind, UnitState } from '../contract/index.ts'
import type { UnitNames } from './unit.rules.ts'
import { unitSearchText } from './unit-search.ts'

export type UnitNode = UnitNames & {
  readonly id: string
  readonly path: string
  readonly parentId: string | null
  readonly code: string
  readonly kind: UnitKind
  readonly division: string | null
  readonly position: number
  readonly state: UnitState
  readonly mergedInto: string | null
  readonly version: number
}

const nodeColumns = sql`u.id, u.path, u.parent_id as "parentId", u.code, u.kind, u.name, u.short_names as "shortNames",
  u.former_names as "formerNames", u.division, u.position, u.state, u.merged_into as "mergedInto", u.version`

/** One change of the tree at a time, in all processes; held to the end of the transaction. */
export async function lockTree(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('unit', 0))`)
}

export async function findNode(tx: Database, scope: Scope, id: string): Promise<UnitNode | null> {
  const [node] = await rowsOf<UnitNode>(
    tx,
    sql`select ${nodeColumns} from unit u where u.id = ${id} and ${within(scope, sql`u.path`)}`,
  )
  return node ?? null
}

/** Throws Problem `not-found` for what is not there or not in the scope. */
export async function getNode(tx: Database, scope: Scope, id: string): Promise<UnitNode> {
  const node = await findNode(tx, scope, id)
  if (!node) throw new Problem('not-found')
  return node
}

/** The units right below one, in their order. */
export function listChildren(tx: Database, scope: Scope, parentId: string): Promise<UnitNode[]> {
  return rowsOf<UnitNode>(
    tx,
    sql`select ${nodeColumns} from unit u where u.parent_id = ${parentId} and ${within(scope, sql`u.path`)}
      order by u.position, u.seq`,
  )
}

/** All units of the scope, those above before those below. */
export function listNodes(tx: Database, scope: Scope): Promise<UnitNode[]> {
  return rowsOf<UnitNode>(
    tx,
    sql`select ${nodeColumns} from unit u where ${within(scope, sql`u.path`)}
      order by length(u.path) - length(replace(u.path, '/', '')), u.position, u.seq`,
  )
}

export type NewUnit = Pick<
  UnitNode,
  'id' | 'code' | 'kind' | 'name' | 'shortNames' | 'formerNames' | 'division' | 'position'
> & { readonly parentId: string }

const rowsAtOnce = 1000

/**
 * Adds units, each below one that is there or stands before it in `units`; `paths` are those of the units that are
 * there, by id, and get those of the new ones.
 */
export async function insertUnits(
  tx: Database,
  now: Date,
  units: readonly NewUnit[],
  paths: Map<string, string>,
): Promise<void> {
  const numbers = await rowsOf<{ seq: string | number }>(
    tx,
    sql`select nextval('unit_seq_seq') as seq from generate_series(1, ${units.length})`,
  )
  const rows = units.map((unit, at) => {
    const parentPath = paths.get(unit.parentId)
    if (parentPath === undefined) throw new Error(`unit ${unit.code} stands before the unit above it`)
    const seq = Number(numbers[at]!.seq)
    const path = `${parentPath}${seq}/`
    paths.set(unit.id, path)
    return { ...unit, seq, path, search: unitSearchText(unit) }
  })
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.execute(sql`insert into unit (id, seq, path, parent_id, code, kind, name, short_names, former_names,
        division, position, search, created_at, updated_at)
      overriding system value
      select id, seq, path, "parentId", code, kind, name, "shortNames", "formerNames", division, position, search,
        ${now.toISOString()}, ${now.toISOString()}
      from json_to_recordset(${JSON.stringify(rows.slice(from, from + rowsAtOnce))}::json) as x(id uuid, seq int,
        path text, "parentId" uuid, code text, kind text, name text, "shortNames" text[], "formerNames" text[],
        division text, position int, search text)`)
}

export type UnitFacts = Pick<
  UnitNode,
  'code' | 'kind' | 'name' | 'shortNames' | 'formerNames' | 'division' | 'state' | 'mergedInto'
>

/** Writes what is said about units, not where they stand; each gets its next version. */
export async function updateUnits(
  tx: Database,
  now: Date,
  units: readonly (UnitFacts & { readonly id: string })[],
): Promise<void> {
  for (let from = 0; from < units.length; from += rowsAtOnce) {
    const rows = units.slice(from, from + rowsAtOnce).map(unit => ({ ...unit, search: unitSearchText(unit) }))
    await tx.execute(sql`update unit u set code = x.code, kind = x.kind, name = x.name, short_names = x."shortNames",
        former_names = x."formerNames", division = x.division, state = x.state, merged_into = x."mergedInto",
        search = x.search, version = u.version + 1, updated_at = ${now.toISOString()}
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, code text, kind text, name text,
        "shortNames" text[], "formerNames" text[], division text, state text, "mergedInto" uuid, search text)
      where u.id = x.id`)
  }
}

/** Puts siblings into the order of `ids`; only those that stand elsewhere are written. */
export async function orderSiblings(tx: Database, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`update unit u set position = x.at - 1
    from json_array_elements_text(${JSON.stringify(ids)}::json) with ordinality as x(id, at)
    where u.id = x.id::uuid and u.position <> x.at - 1`)
}

/** A unit with all below it, and all rows that belong to them, from one path to another. */
export async function movePath(tx: Database, from: string, to: string): Promise<void> {
  await tx.execute(sql`update unit set path = ${to} || substr(path, ${from.length + 1})
    where path >= ${from} and path < ${`${from}~`}`)
  await tx.execute(sql`select rescope(${from}, ${to})`)
}

/** Codes are unique in the whole federation, also where the caller sees nothing. */
export function listCodes(tx: Database, like: readonly string[]): Promise<string[]> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<{ code: string }>(
      tx,
      sql`select code from unit where code like any (select json_array_elements_text(${JSON.stringify(like)}::json))`,
    )
    return rows.map(row => row.code)
  })
}

/** Active units right below one, also those beside the top of a scope: they have names all the same. */
export function listActiveNames(tx: Database, parentId: string): Promise<{ id: string; name: string }[]> {
  return withRole(tx, 'owner', () =>
    rowsOf(tx, sql`select id, name from unit where parent_id = ${parentId} and state = 'active'`),
  )
}
