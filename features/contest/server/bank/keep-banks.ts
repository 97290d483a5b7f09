/** 题库 themselves: made, renamed, removed, listed. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { homeOf, type Person, type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { BankChange, BankDraft, BankPage, BankQuery } from '../../contract/index.ts'
import type { BankActor } from './bank.services.ts'
import { type BankRow, getBank, holdBank, selectBanks } from './bank.store.ts'
import { viewBank } from './bank.view.ts'
import { cleanLine } from './question.words.ts'
import { recordBank } from './record-bank.ts'

export async function listBanks(
  tx: Database,
  scope: Scope,
  { q = '', unit, page = 1, pageSize = 20 }: BankQuery,
  person: Person | null,
): Promise<BankPage> {
  const found = unit === undefined ? null : (await nameUnits(tx, [unit])).get(unit)
  const all = [
    ...words(q).map(like => sql`(b.name ilike ${like} or b.notes ilike ${like})`),
    ...(unit === undefined ? [] : [found ? sql`starts_with(b.scope_path, ${found.path})` : sql`false`]),
  ]
  const where = all.length ? sql.join(all, sql` and `) : sql`true`
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from contest_bank b where ${within(scope, sql`b.scope_path`)} and ${where}`,
  )
  const rest = sql`order by b.scope_path, b.name, b.id limit ${pageSize} offset ${(page - 1) * pageSize}`
  const rows = await selectBanks(tx, scope, where, rest)
  return {
    rows: rows.map(row => viewBank(row, person)),
    total: counted!.total,
    ...{ page, pageSize, unitName: unit === undefined ? null : (found?.name ?? '') },
  }
}

/** Words of a search as patterns; all of them stand in what is found. */
export const words = (q: string): string[] =>
  storableText(q)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
    .map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`)

/** Throws `not-found` for a unit out of the caller's reach, `bank-name-taken`. */
export async function addBank(
  tx: Database,
  { scope, person, now }: BankActor,
  { unitId = homeOf(scope)?.unitId ?? '', name, notes }: BankDraft,
  entry: EntryDraft,
): Promise<string> {
  const [unit] = await rowsOf<{ id: string }>(
    tx,
    sql`select id from unit where id = ${unitId} and state = 'active' and ${within(scope, sql`path`)} for no key update`,
  )
  if (!unit) throw new Problem('contest-unit-unknown')
  await refuseName(tx, { unitId: unit.id, name, id: null })
  const id = await recordBank(tx, { unitId: unit.id, name, notes }, { writer: person, at: now })
  entry.words = cleanLine(name)
  entry.unitId = unit.id
  return id
}

export async function editBank(
  tx: Database,
  { scope, now }: BankActor,
  { id, version, ...change }: BankChange & { readonly id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await begin(tx, scope, { id, version }, entry)
  const [name, notes] = [cleanLine(change.name ?? row.name), cleanLine(change.notes ?? row.notes)]
  if (name !== row.name) await refuseName(tx, { unitId: row.unitId, name, id })
  entry.before = { name: row.name }
  entry.after = { name, notes }
  await tx.execute(sql`update contest_bank set name = ${name}, notes = ${notes}, updated_at = ${now.toISOString()},
    version = version + 1 where id = ${id}`)
}

/** Throws `bank-used`, `bank-not-empty`: nothing is ever lost by removing a bank. */
export async function removeBank(
  tx: Database,
  { scope }: BankActor,
  asked: { readonly id: string; readonly version: number },
  entry: EntryDraft,
): Promise<void> {
  const row = await begin(tx, scope, asked, entry)
  const count = row.draft + row.approved + row.retired
  if (row.contests) throw new Problem('bank-used', { name: row.name })
  if (count) throw new Problem('bank-not-empty', { name: row.name, count })
  await tx.execute(sql`delete from contest_bank where id = ${row.id}`)
}

async function begin(
  tx: Database,
  scope: Scope,
  { id, version }: { readonly id: string; readonly version: number },
  entry: EntryDraft,
): Promise<BankRow> {
  const row = await holdBank(tx, scope, id, version)
  entry.words = row.name
  entry.unitId = row.unitId
  return row
}

async function refuseName(
  tx: Database,
  { unitId, name, id }: { readonly unitId: string; readonly name: string; readonly id: string | null },
): Promise<void> {
  await tx.execute(sql`select from unit where id = ${unitId} for no key update`)
  const [other] = await rowsOf<{ unit: string }>(
    tx,
    sql`select u.name as unit from contest_bank b join unit u on u.id = b.unit_id
      where b.unit_id = ${unitId} and b.name = ${cleanLine(name)} and b.id is distinct from ${id}`,
  )
  if (other) throw new Problem('bank-name-taken', { unit: other.unit, name: cleanLine(name) })
}

export const readBank = async (tx: Database, scope: Scope, id: string, person: Person | null) =>
  viewBank(await getBank(tx, scope, id), person)
