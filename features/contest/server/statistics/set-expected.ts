/** 应参加人数 of units: entered, pasted or read from a sheet. */
import { closest } from '@jianbao/organisation/server'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ExpectedNumbers, ExpectedOutcome } from '../../contract/index.ts'
import { getWholeContest } from './counted-contest.ts'

type Unit = {
  readonly no: number
  readonly name: string
  readonly short: string[]
  readonly expected: number | null
}

/** Writes all lines or none; a line that names no unit of the contest says which was probably meant. Throws `not-found`. */
export async function setExpected(
  tx: Database,
  scope: Scope,
  id: string,
  { rows }: ExpectedNumbers,
  entry: EntryDraft,
): Promise<ExpectedOutcome> {
  const contest = await getWholeContest(tx, scope, id)
  entry.words = contest.head.title
  entry.unitId = contest.unitId
  const units = await rowsOf<Unit>(
    tx,
    sql`select u.no, u.name, u.expected, coalesce(to_jsonb(its.short_names), '[]'::jsonb) as short
      from contest_unit u left join unit its on its.id = u.unit_id where u.contest_id = ${id} for update of u`,
  )
  const byName = new Map<string, Unit[]>()
  for (const unit of units)
    for (const name of new Set([unit.name, ...unit.short].map(plain)))
      byName.set(name, [...(byName.get(name) ?? []), unit])
  const problems: ExpectedOutcome['problems'] = []
  const wanted = new Map<number, number | null>()
  for (const [at, { unit, expected }] of rows.entries()) {
    const found = byName.get(plain(unit)) ?? []
    const exact = found.filter(({ name }) => name === unit.trim())
    const [one, other] = exact.length ? exact : found
    if (!one || other) problems.push({ row: at + 1, unit, meant: meantOf(unit, units, found) })
    else wanted.set(one.no, expected)
  }
  if (problems.length > 0) return { changed: 0, problems }
  const changed = units.filter(({ no, expected }) => wanted.has(no) && wanted.get(no) !== expected)
  if (changed.length > 0) {
    const news = changed.map(({ no }) => ({ no, expected: wanted.get(no) ?? null }))
    await tx.execute(sql`update contest_unit u set expected = its.expected
      from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as its (no integer, expected integer)
      where u.contest_id = ${id} and u.no = its.no`)
    // Rankings by participation are made anew.
    await tx.execute(sql`update contest set revision = revision + 1 where id = ${id}`)
  }
  entry.after = { changed: changed.length }
  return { changed: changed.length, problems }
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

function meantOf(unit: string, units: readonly Unit[], found: readonly Unit[]): string | null {
  if (found.length > 0)
    return found
      .slice(0, 3)
      .map(({ name }) => name)
      .join('、')
  const wanted = plain(unit)
  const part = units.filter(({ name }) => wanted.length > 1 && plain(name).includes(wanted))
  if (part.length === 1) return part[0]!.name
  return closest(
    unit.trim(),
    units.map(({ name }) => name),
  )
}
