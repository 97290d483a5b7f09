/** The numbers of a series: what comes next, and taking it. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { NextNumbers } from '../../contract/index.ts'

type NumberKind = 'issue' | 'special' | 'running'

/** The greatest number issues of a year bear already: past it also where the counting was changed meanwhile. */
function given(seriesId: SQL, kind: NumberKind, year: SQL): SQL {
  if (kind === 'running')
    return sql`coalesce((select max(g.running_no) from edition g where g.series_id = ${seriesId}), 0)`
  return sql`coalesce((select max(g.issue_no) from edition g where g.series_id = ${seriesId}
    and g.special = ${kind === 'special'} and g.number_year = ${year}), 0)`
}

/** A NextNumbers for the series `s` on a day, as one value of JSON. */
export function nextNumbers(day: SQL): SQL {
  const year = sql`extract(year from ${day})::int`
  const last = (kind: NumberKind, at: SQL): SQL =>
    sql`greatest((select c.last_no from series_counter c where c.series_id = s.id and c.kind = ${kind}
      and c.year = ${at}), ${given(sql`s.id`, kind, year)}) + 1`
  const counted = sql`case when (s.settings ->> 'yearly')::boolean then ${year} else 0 end`
  return sql`json_build_object('year', ${year}, 'issueNo', ${last('issue', counted)},
    'specialNo', ${last('special', counted)},
    'runningNo', case when (s.settings ->> 'runningNumbers')::boolean then ${last('running', sql`0`)} end)`
}

type Numbered = {
  readonly seriesId: string
  readonly special: boolean
  readonly year: number
  readonly settings: { readonly yearly: boolean; readonly runningNumbers: boolean }
}

/**
 * Takes the next number in the caller's transaction: whoever asks meanwhile waits for its end, so that none is given
 * twice and none is left out. 增刊 have no running number.
 */
export async function takeNumbers(
  tx: Database,
  { seriesId, special, year, settings }: Numbered,
): Promise<{ issueNo: number; runningNo: number | null }> {
  const take = async (kind: NumberKind, at: number): Promise<number> => {
    const before = given(sql`${seriesId}`, kind, sql`${year}`)
    const [row] = await rowsOf<{ no: number }>(
      tx,
      sql`insert into series_counter (series_id, kind, year, last_no) values (${seriesId}, ${kind}, ${at}, ${before} + 1)
        on conflict (series_id, kind, year) do update set last_no = greatest(series_counter.last_no, ${before}) + 1
        returning last_no as no`,
    )
    return row!.no
  }
  const issueNo = await take(special ? 'special' : 'issue', settings.yearly ? year : 0)
  const runningNo = settings.runningNumbers && !special ? await take('running', 0) : null
  return { issueNo, runningNo }
}

/** What a series that was begun on paper goes on from. */
export async function beginNumbers(
  tx: Database,
  seriesId: string,
  after: Pick<NextNumbers, 'issueNo' | 'specialNo'> & { readonly runningNo: number },
  year: number,
): Promise<void> {
  const counters = [
    { kind: 'issue', at: year, last: after.issueNo },
    { kind: 'special', at: year, last: after.specialNo },
    { kind: 'running', at: 0, last: after.runningNo },
  ].filter(({ last }) => last > 0)
  for (const { kind, at, last } of counters)
    await tx.execute(sql`insert into series_counter (series_id, kind, year, last_no)
      values (${seriesId}, ${kind}, ${at}, ${last})`)
}
