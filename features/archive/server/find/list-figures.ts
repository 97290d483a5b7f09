import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { FigurePage, FigureQuery } from '../../contract/index.ts'
import { eventConditions, eventPlace } from './event-filter.ts'
import { type Place, placeColumns, placeOf } from './found-article.ts'

type Shown = FigurePage['rows'][number]
type Row = Place &
  Omit<Shown, keyof Place | 'sentence' | 'units'> & {
    text: string
    from: number | null
    to: number | null
    units: string[] | null
  }

/** One page of figures with their sentences; `measures` counts under the same filters, whichever measure is chosen. */
export async function listFigures(
  tx: Database,
  scope: Scope,
  query: FigureQuery,
  opens: Scope,
): Promise<FigurePage> {
  const { page = 1, pageSize = 20, order = 'newest', measure, ...filters } = query
  const where = eventConditions(scope, filters)
  const chosen = measure ? sql`f.measure = ${measure}` : sql`true`
  const by = {
    newest: sql`e.day desc nulls last, f.id desc`,
    oldest: sql`e.day asc nulls last, f.id asc`,
    largest: sql`f.value desc, f.id desc`,
  }[order]
  const rows = await rowsOf<Row>(
    tx,
    sql`select f.id, f.measure, f.value::float8 as value, f.unit, f.qualifier, f.surface, f.of, ${placeColumns(opens)},
        a.headline, e.id as "eventId", e.text, f.sentence_start as "from", f.sentence_end as "to",
        to_char(e.start_day, 'YYYY-MM-DD') as start,
        (select jsonb_agg(u.name order by u.position) from event_unit u
          where u.event_id = e.id and not u.generic) as units
      from event e join figure f on f.event_id = e.id ${eventPlace} where ${where} and ${chosen}
      order by ${by} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const measures = await rowsOf<FigurePage['measures'][number]>(
    tx,
    sql`select f.measure, count(*)::int as figures from event e join figure f on f.event_id = e.id
      where ${where} group by f.measure order by figures desc, f.measure`,
  )
  const counted = measures.filter(row => !measure || row.measure === measure)
  return {
    rows: rows.map(row => ({
      id: row.id,
      measure: row.measure,
      value: row.value,
      unit: row.unit,
      qualifier: row.qualifier,
      surface: row.surface,
      of: row.of,
      ...placeOf(row),
      headline: row.headline,
      eventId: row.eventId,
      sentence: { text: row.text, marks: row.from === null || row.to === null ? [] : [[row.from, row.to]] },
      start: row.start,
      units: [...new Set(row.units ?? [])],
    })),
    total: counted.reduce((sum, row) => sum + row.figures, 0),
    page,
    pageSize,
    measures,
  }
}
