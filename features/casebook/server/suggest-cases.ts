/** The cases that speak most of what an article speaks of. */
import { normaliseText } from '@jianbao/archive/server'
import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { CaseSuggestions } from '../contract/index.ts'
import { type CaseViewer, readableCases, selectCases } from './case.store.ts'
import { viewCase } from './case.view.ts'
import { themePairs } from './case.words.ts'

const most = 5
/** Fewer pairs in common are chance. */
const leastShared = 4
const mostShown = 6
/** So much of a text says what it is about. */
const mostPairs = 1500

/**
 * Approved and public cases, the likest first: pairs of characters in common, the rarer a pair is among cases the more it
 * counts, long cases not favoured.
 */
export async function suggestCases(
  tx: Database,
  viewer: CaseViewer,
  text: string,
  person: Person | null,
): Promise<CaseSuggestions> {
  const pairs = themePairs(text.split('\n').map(normaliseText).join('\n')).slice(0, mostPairs)
  if (!pairs.length) return { rows: [] }
  const liked = await rowsOf<{ id: string; shared: number[] }>(
    tx,
    sql`with open as materialized (
        select c.id, c.pairs from casebook_case c where ${readableCases(viewer)} and c.state <> 'draft'),
      met as (select o.id, p.pair, cardinality(o.pairs) as length from open o cross join unnest(o.pairs) as p(pair)
        where p.pair = any(${`{${pairs.join(',')}}`}::integer[])),
      rare as (select pair, ln(1 + (select count(*) from open)::float8 / count(*)) as weight from met group by pair)
      select met.id, array_agg(met.pair order by rare.weight desc, met.pair) as shared
      from met join rare using (pair) group by met.id, met.length having count(*) >= ${leastShared}
      order by sum(rare.weight) / sqrt(met.length + 100) desc, met.id limit ${most}`,
  )
  const rows = await selectCases(
    tx,
    viewer,
    sql`c.id = any(${`{${liked.map(({ id }) => id).join(',')}}`}::uuid[])`,
    sql``,
  )
  return {
    rows: liked.flatMap(({ id, shared }) => {
      const row = rows.find(each => each.id === id)
      if (!row) return []
      return [
        {
          ...viewCase(row, person),
          why: row.why,
          how: row.how,
          shared: shared.slice(0, mostShown).map(written),
        },
      ]
    }),
  }
}

const written = (pair: number): string => String.fromCharCode(pair >>> 16, pair & 0xffff)
