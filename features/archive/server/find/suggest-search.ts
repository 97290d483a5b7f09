import { defaultRegister } from '@jianbao/intake'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { Suggestions } from '../../contract/index.ts'
import { findMarks } from './highlight.ts'
import { normaliseText } from './normalise-text.ts'
import { wordPairs } from './text-pairs.ts'
import { unitPath } from './unit-path.ts'

type Suggestion = Static<typeof Suggestions>[number]

/** Units, columns, series and headlines that have what is being typed. */
export async function suggestSearch(db: Database, typed: string): Promise<Suggestion[]> {
  const q = storableText(typed).trim()
  const form = normaliseText(q)
  if (!form) return []
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const named = defaultRegister().bySurface.get(q)?.name ?? q
  const rows = await rowsOf<{
    kind: Suggestion['kind']
    text: string
    hits: number | null
    id: string | null
  }>(
    db,
    sql`(select 'unit' as kind, name as text, count(distinct article_id)::int as hits, null::uuid as id
        from event_unit where not generic and (name ilike ${pattern} or unit_path = ${unitPath(named)})
        group by name order by 3 desc, 2 limit 5)
      union all (select 'column', column_name, count(*)::int, null from article_search
        where column_name ilike ${pattern} group by 2 order by 3 desc, 2 limit 3)
      union all (select 'series', series, count(*)::int, null from article_search
        where series ilike ${pattern} group by 2 order by 3 desc, 2 limit 3)
      union all (select 'headline', headline, null, id from (
        select a.headline, a.id from article_search s join article a on a.id = s.article_id
        where s.headline_pairs @> ${`{${wordPairs(form).join(',')}}`}::integer[]
          and strpos(s.headline_text, ${form}) > 0
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
