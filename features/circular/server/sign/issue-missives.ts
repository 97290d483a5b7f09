/** The signature: the number is taken in its transaction, so that none is given twice and none is left out. */
import { Problem } from '@jianbao/errors'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { composeMissive, missiveNumber } from '../compose/compose-missive.ts'
import { type MissiveRow, readItems, type Viewer } from '../missive.store.ts'
import { tellDrafters } from './tell-of-missive.ts'

/** Issues held documents of one unit and kind, in the order of their addressees. Answers their ids. */
export async function issueMissives(
  tx: Database,
  { person }: Viewer,
  rows: readonly MissiveRow[],
  now: Date,
): Promise<string[]> {
  const date = localDay(now)
  const late = rows.find(({ replyDueDay }) => replyDueDay !== null && replyDueDay < date)
  if (late) throw new Problem('missive-reply-day')
  const year = Number(date.slice(0, 4))
  const first = (await takeNumbers(tx, rows[0]!, year, rows.length)) - rows.length + 1
  const items = await readItems(
    tx,
    rows.map(({ id }) => id),
  )
  const issued = rows.map((row, at) => {
    const no = first + at
    const number = missiveNumber(row.numberWord, year, no)
    const document = composeMissive({ ...row, number, words: row, items: items.get(row.id) ?? [], date })
    return { id: row.id, no, document }
  })
  await tx.execute(sql`update missive m set state = 'issued', year = ${year}, no = r.no, date = ${date},
      document = r.document, issued_by = ${person.id}, issued_name = ${person.name}, issued_at = ${now.toISOString()},
      updated_at = ${now.toISOString()}, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(issued)}::jsonb) as r(id uuid, no int, document jsonb) where m.id = r.id`)
  await tellDrafters(tx, { kind: 'missive.issued', rows, by: person, now })
  return issued.map(({ id }) => id)
}

/** The last of so many new numbers; whoever takes numbers at the same time waits for this transaction. */
async function takeNumbers(
  tx: Database,
  { unitId, kind }: Pick<MissiveRow, 'unitId' | 'kind'>,
  year: number,
  count: number,
): Promise<number> {
  const [taken] = await rowsOf<{ last: number }>(
    tx,
    sql`insert into missive_number (unit_id, scope_path, kind, year, last)
      values (${unitId}, '', ${kind}, ${year}, ${count}::integer)
      on conflict (unit_id, kind, year) do update set last = missive_number.last + excluded.last
      returning last`,
  )
  return taken!.last
}
