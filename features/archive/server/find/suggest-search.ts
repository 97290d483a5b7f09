import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { Suggestions } from '../../contract/index.ts'
import { mostCounted } from './article-filter.ts'
import { findMarks } from './highlight.ts'
import { normaliseText } from './normalise-text.ts'
import { wordPairs } from './text-pairs.ts'

type Suggestion = Static<typeof Suggestions>[number]

/** Units, columns, series and headlines that have what is being typed; headlines the newest of up to `mostCounted`. */
export async function suggestSearch(db: Database, typed: string): Promise<Suggestion[]> {
  const q = storableText(typed).trim()
  const form = normaliseText(q)
  if (!form) return []
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const first = sql`n.name not ilike ${pattern.slice(1)}`
  const rows = await rowsOf<{
    kind: Suggestion['kind']
    text: string
    hits: number | null
    id: string | null
  }>(
    db,
    sql`with recursive
      ${namesOf(sql`unit_name`, sql`name`, sql`event_unit`)},
      ${namesOf(sql`column_list`, sql`column_name`, sql`article_search`)},
      ${namesOf(sql`series_list`, sql`series`, sql`article_search`)}
      (select 'unit' as kind, n.name as text, null::int as hits, null::uuid as id
        from unit_name n where n.name ilike ${pattern} order by ${first}, length(n.name), n.name limit 5)
      union all (select 'column', n.name, ${hitsOf(sql`article_search where column_name = n.name`)}, null
        from column_list n where n.name ilike ${pattern} order by ${first}, length(n.name), n.name limit 3)
      union all (select 'series', n.name, ${hitsOf(sql`article_search where series = n.name`)}, null
        from series_list n where n.name ilike ${pattern} order by ${first}, length(n.name), n.name limit 3)
      union all (select 'headline', headline, null, id from (
        select a.headline, a.id from (
          select article_id, day from article_search
          where headline_pairs @> ${`{${wordPairs(form).join(',')}}`}::integer[]
            and strpos(headline_text, ${form}) > 0 limit ${mostCounted}) s
        join article a on a.id = s.article_id
        order by s.day desc nulls last, s.article_id desc limit 5) h)`,
  )
  return rows.map(({ kind, text, hits, id }) => ({
    kind,
    text,
    marks: findMarks(text, [form]),
    ...(id === null ? {} : { articleId: id }),
    ...(hits === null ? {} : { hits }),
  }))
}

/** All different names, each found by one step along the index, however many rows bear it. */
const namesOf = (list: SQL, column: SQL, table: SQL): SQL =>
  sql`${list}(name) as (
    (select min(${column}) from ${table})
    union all select (select min(${column}) from ${table} where ${column} > ${list}.name)
    from ${list} where ${list}.name is not null)`

const hitsOf = (rows: SQL): SQL =>
  sql`(select count(distinct article_id)::int from (select article_id from ${rows} limit ${mostCounted}) as some_rows)`
