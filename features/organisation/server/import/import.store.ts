import type { ProblemDetails } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { ImportKind, ImportQuery, ImportState, SheetProblem } from '../../contract/index.ts'
import type { RowOutcome } from './import.types.ts'

export type ImportRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string | null
  readonly kind: ImportKind
  readonly personId: string
  readonly personName: string | null
  readonly actsFor: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly sealedSha256: string | null
  readonly state: ImportState
  readonly done: number
  readonly total: number
  readonly newRows: number
  readonly changedRows: number
  readonly unchangedRows: number
  readonly problemCount: number
  readonly problemCode: string | null
  readonly problemDetails: string | null
  readonly createdAt: string | Date
  readonly updatedAt: string | Date
}

const importColumns = sql`i.id, i.unit_id as "unitId", i.kind, i.person_id as "personId", i.acts_for as "actsFor",
  i.file_name as "fileName", i.size_bytes::int as "sizeBytes", i.sealed_sha256 as "sealedSha256", i.state, i.done, i.total,
  i.new_rows as "newRows", i.changed_rows as "changedRows", i.unchanged_rows as "unchangedRows",
  i.problem_count as "problemCount", i.problem_code as "problemCode", i.problem_details as "problemDetails",
  i.created_at as "createdAt", i.updated_at as "updatedAt",
  (select u.name from unit u where u.id = i.unit_id) as "unitName",
  (select p.name from person p where p.id = i.person_id) as "personName"`

export type NewImport = Pick<
  ImportRow,
  'id' | 'unitId' | 'kind' | 'personId' | 'fileName' | 'sizeBytes' | 'sealedSha256'
>

export async function insertImport(tx: Database, row: NewImport, now: Date): Promise<void> {
  const at = now.toISOString()
  await tx.execute(sql`insert into organisation_import (id, unit_id, scope_path, kind, person_id, acts_for, file_name,
      size_bytes, sealed_sha256, state, created_at, updated_at)
    values (${row.id}, ${row.unitId}, '', ${row.kind}, ${row.personId}, ${row.personId}, ${storableText(row.fileName)},
      ${row.sizeBytes}, ${row.sealedSha256}, 'waiting', ${at}, ${at})`)
}

export async function findImport(
  tx: Database,
  scope: Scope,
  id: string,
  { lock = false } = {},
): Promise<ImportRow | null> {
  const rows = await rowsOf<ImportRow>(
    tx,
    sql`select ${importColumns} from organisation_import i
      where i.id = ${id} and ${within(scope, sql`i.scope_path`)} ${lock ? sql`for update of i` : sql``}`,
  )
  return rows[0] ?? null
}

/** One page, newest first, and how many there are in all. */
export async function selectImports(
  tx: Database,
  scope: Scope,
  { kind, state, page = 1, pageSize = 20 }: ImportQuery,
): Promise<{ rows: ImportRow[]; total: number }> {
  const where = sql`${within(scope, sql`i.scope_path`)} ${kind ? sql`and i.kind = ${kind}` : sql``}
    ${state ? sql`and i.state = ${state}` : sql``}`
  const rows = await rowsOf<ImportRow>(
    tx,
    sql`select ${importColumns} from organisation_import i where ${where}
      order by i.created_at desc, i.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from organisation_import i where ${where}`,
  )
  return { rows, total: counted!.total }
}

/** Begins the step whose turn it is, also one a dead process left; null when none is. For the program itself. */
export async function beginStep(tx: Database, id: string, now: Date): Promise<ImportRow | null> {
  const begun = await rowsOf<{ id: string }>(
    tx,
    sql`update organisation_import set updated_at = ${now.toISOString()}, done = 0, total = 0,
        state = case when state in ('waiting', 'checking') then 'checking' else 'writing' end
      where id = ${id} and state in ('waiting', 'checking', 'confirmed', 'writing') returning id`,
  )
  if (!begun.length) return null
  const rows = await rowsOf<ImportRow>(
    tx,
    sql`select ${importColumns} from organisation_import i where i.id = ${id}`,
  )
  return rows[0] ?? null
}

/** Those that stand between two steps or in one; their jobs may have been lost with an older version of the queue. */
export async function selectAtWork(tx: Database): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from organisation_import where state in ('waiting', 'checking', 'confirmed', 'writing')
      order by created_at, id`,
  )
  return rows.map(row => row.id)
}

/** How far a step is; nothing once it has ended. */
export async function noteStep(db: Database, id: string, done: number, total: number): Promise<void> {
  await db.execute(sql`update organisation_import set done = ${done}, total = ${total}
    where id = ${id} and state in ('checking', 'writing')`)
}

export type ImportEnd = {
  readonly state: ImportState
  readonly outcomes?: readonly RowOutcome[]
  readonly problemCount?: number
  readonly problem?: { readonly code: string; readonly details: ProblemDetails } | null
}

/** Ends a step; only one that is under way. Returns whether it was. */
export async function endStep(tx: Database, id: string, end: ImportEnd, now: Date): Promise<boolean> {
  const { state, outcomes = [], problemCount = 0, problem = null } = end
  const count = (kind: RowOutcome['kind']): number => outcomes.filter(row => row.kind === kind).length
  const counts: SQL = sql`new_rows = ${count('new')}, changed_rows = ${count('changed')},
    unchanged_rows = ${count('unchanged')}, problem_count = ${problemCount}`
  const rows = await rowsOf(
    tx,
    sql`update organisation_import set state = ${state}, ${counts}, done = ${outcomes.length},
        total = ${outcomes.length}, problem_code = ${problem?.code ?? null},
        problem_details = ${problem ? JSON.stringify(problem.details) : null}, updated_at = ${now.toISOString()}
      where id = ${id} and state in ('checking', 'writing') returning id`,
  )
  return rows.length > 0
}

export async function changeState(
  tx: Database,
  id: string,
  change: { state: ImportState; actsFor: string },
  now: Date,
): Promise<void> {
  await tx.execute(sql`update organisation_import set state = ${change.state}, acts_for = ${change.actsFor},
    done = 0, total = 0, updated_at = ${now.toISOString()} where id = ${id}`)
}

export type ImportResult = {
  readonly sheetName: string
  readonly headerRow: number
  readonly problems: readonly SheetProblem[]
  readonly outcomes: readonly RowOutcome[]
}

export async function saveResult(tx: Database, importId: string, result: ImportResult): Promise<void> {
  const outcomes = result.outcomes.map(({ row, kind, name, columns }) => [row, kind, name, columns])
  const json = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '')
  await tx.execute(sql`insert into organisation_import_result
      (import_id, sheet_name, header_row, problems_json, outcomes_json)
    values (${importId}, ${storableText(result.sheetName)}, ${result.headerRow}, ${json(result.problems)}, ${json(outcomes)})
    on conflict (import_id) do update set sheet_name = excluded.sheet_name, header_row = excluded.header_row,
      problems_json = excluded.problems_json, outcomes_json = excluded.outcomes_json`)
}

export async function findResult(tx: Database, importId: string): Promise<ImportResult | null> {
  const [row] = await rowsOf<{ sheet: string; header: number; problems: string; outcomes: string }>(
    tx,
    sql`select sheet_name as sheet, header_row as header, problems_json as problems, outcomes_json as outcomes
      from organisation_import_result where import_id = ${importId}`,
  )
  if (!row) return null
  const outcomes = JSON.parse(row.outcomes) as [number, RowOutcome['kind'], string, string[]][]
  return {
    sheetName: row.sheet,
    headerRow: row.header,
    problems: JSON.parse(row.problems) as SheetProblem[],
    outcomes: outcomes.map(([at, kind, name, columns]) => ({ row: at, kind, name, columns })),
  }
}

/** Sheets of imports that ended before `before`: their files are needed no more. */
export async function forgetSheets(tx: Database, before: Date): Promise<string[]> {
  const rows = await rowsOf<{ sha256: string }>(
    tx,
    sql`with old as (
        select id, sealed_sha256 from organisation_import where sealed_sha256 is not null and updated_at < ${before.toISOString()}
          and state in ('done', 'refused', 'failed', 'withdrawn') for update)
      update organisation_import i set sealed_sha256 = null from old where old.id = i.id
      returning old.sealed_sha256 as sha256`,
  )
  return rows.map(row => row.sha256)
}
