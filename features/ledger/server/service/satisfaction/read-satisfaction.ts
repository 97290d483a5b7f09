import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  leastAnswers,
  meanOf,
  type Satisfaction,
  type SatisfactionCounts,
  scoreOf,
} from '../../../contract/index.ts'
import type { ServiceItem } from '../item/service.store.ts'

const mostWords = 200

/**
 * How those served answered in the present round; null where the ledger does not ask. `moderates`: the caller looks through
 * what was written; all others read what is shown.
 */
export async function readSatisfaction(
  tx: Database,
  item: ServiceItem,
  { moderates }: { readonly moderates: boolean },
): Promise<Satisfaction | null> {
  const rules = item.rules.satisfaction
  if (!rules) return null
  // Whoever does not keep the item sees nothing of the links.
  const [ask] = await rowsOf<{ open: number; used: number; lastDay: string }>(
    tx,
    sql`select cardinality(open) as open, cardinality(used) as used, last_day::text as "lastDay" from service_ask
      where item_id = ${item.id} and round = ${item.reopened}`,
  )
  const [counts] = await rowsOf<SatisfactionCounts>(
    tx,
    sql`select count(*) filter (where choice = 'good')::int as good, count(*) filter (where choice = 'fair')::int as fair,
        count(*) filter (where choice = 'poor')::int as poor, count(*) filter (where choice = 'unknown')::int as unknown
      from service_answer where item_id = ${item.id} and round = ${item.reopened}`,
  )
  const words = await rowsOf<Satisfaction['words'][number]>(
    tx,
    sql`select id, words, day::text as day, state from service_word
      where item_id = ${item.id} and round = ${item.reopened} and (${moderates} or state = 'shown')
      order by state = 'waiting' desc, day desc, id limit ${mostWords}`,
  )
  const score = scoreOf(counts!, rules)
  return {
    links: (ask?.open ?? 0) + (ask?.used ?? 0),
    used: ask?.used ?? 0,
    lastDay: ask?.lastDay ?? null,
    answers: score.counted + counts!.unknown,
    counts: score.counted < leastAnswers ? null : counts!,
    mean: meanOf(score),
    passed: score.passed,
    rules,
    words,
  }
}
