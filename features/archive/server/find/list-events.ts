import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { EventPage, EventQuery, FoundEvent } from '../../contract/index.ts'
import { eventConditions, eventPlace } from './event-filter.ts'
import { idArray, readable } from './find-scope.ts'
import { figureObject, type Place, placeColumns, placeOf } from './found-article.ts'

type EventRow = Place & Omit<FoundEvent, keyof Place | 'units' | 'places' | 'figures'>
type Parts = Pick<FoundEvent, 'units' | 'places' | 'figures'>

/** One page of events by their days, in a total order. */
export async function listEvents(
  tx: Database,
  scope: Scope,
  query: EventQuery,
  opens: Scope,
): Promise<EventPage> {
  const { page = 1, pageSize = 20, order = 'newest' } = query
  const where = eventConditions(scope, query)
  const by = order === 'oldest' ? sql`e.day asc nulls last, e.id asc` : sql`e.day desc nulls last, e.id desc`
  const rows = await selectEvents(
    tx,
    opens,
    sql`where e.id in (select e.id from event e where ${where} order by ${by}
      limit ${pageSize} offset ${(page - 1) * pageSize}) order by ${by}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from event e where ${where}`,
  )
  return { rows, total: counted!.total, page, pageSize }
}

/** The events of one article in the order of its text. */
export function eventsOfArticle(
  tx: Database,
  scope: Scope,
  articleId: string,
  opens: Scope,
): Promise<FoundEvent[]> {
  const its = sql`e.article_id = ${articleId} and ${readable(scope, sql`e`)}`
  return selectEvents(tx, opens, sql`where ${its} order by e.position`)
}

/** `rest` begins with the conditions, the scope among them. */
async function selectEvents(tx: Database, opens: Scope, rest: SQL): Promise<FoundEvent[]> {
  const rows = await rowsOf<EventRow>(
    tx,
    sql`select e.id, ${placeColumns(opens)}, a.headline, e.type, e.modality, e.act, e.text,
        to_char(e.start_day, 'YYYY-MM-DD') as start, to_char(e.end_day, 'YYYY-MM-DD') as "end",
        e.date_surface as "dateSurface", e.assumed as "dateAssumed"
      from event e ${eventPlace} ${rest}`,
  )
  const parts = await readParts(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => ({
    id: row.id,
    ...placeOf(row),
    headline: row.headline,
    type: row.type,
    modality: row.modality,
    act: row.act,
    text: row.text,
    start: row.start,
    end: row.end,
    dateSurface: row.dateSurface,
    dateAssumed: row.dateAssumed,
    ...(parts.get(row.id) ?? { units: [], places: [], figures: [] }),
  }))
}

async function readParts(tx: Database, ids: readonly string[]): Promise<Map<string, Parts>> {
  if (!ids.length) return new Map()
  const rows = await rowsOf<{ id: string } & { [K in keyof Parts]: Parts[K] | null }>(
    tx,
    sql`select wanted.id,
        (select jsonb_agg(jsonb_build_object('name', u.name, 'surface', u.surface, 'role', u.role)
          order by u.position) from event_unit u where u.event_id = wanted.id) as units,
        (select jsonb_agg(p.name order by p.position) from event_place p where p.event_id = wanted.id) as places,
        (select jsonb_agg(${figureObject} order by f.position)
          from figure f where f.event_id = wanted.id) as figures
      from unnest(${idArray(ids)}) as wanted(id)`,
  )
  return new Map(
    rows.map(row => [
      row.id,
      { units: row.units ?? [], places: row.places ?? [], figures: row.figures ?? [] },
    ]),
  )
}
