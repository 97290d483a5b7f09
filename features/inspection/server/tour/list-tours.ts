import { nameUnits } from '@jianbao/organisation/server'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import {
  type AnswerList,
  type AnswerQuery,
  inspectors,
  type TeamCandidates,
  type TourPage,
  type TourQuery,
  type TourState,
} from '../../contract/index.ts'
import type { Viewer } from '../inspection.services.ts'
import { getTourRow, readableTours, selectTours } from './tour.store.ts'
import { viewTours } from './tour.view.ts'

/** Tours of the caller's units and those whose team they are on, the latest first, one page. */
export async function listTours(tx: Database, viewer: Viewer, query: TourQuery): Promise<TourPage> {
  const { page = 1, pageSize = 20, state, unit } = query
  const found =
    unit === undefined ? null : ((await nameUnits(tx, [unit])).get(unit) ?? { name: '', path: null })
  const where = tourFilter(viewer, query, found?.path ?? null)
  const inState = state ? sql`t.state = ${state}` : sql`true`
  const rows = await selectTours(
    tx,
    viewer,
    sql`${where} and ${inState}`,
    sql`order by t.from_day desc, t.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counts = { planned: 0, open: 0, done: 0, cancelled: 0 }
  const counted = await rowsOf<{ state: TourState; tours: number }>(
    tx,
    sql`select t.state, count(*)::int as tours from inspection_tour t where ${readableTours(viewer)} and ${where} group by 1`,
  )
  for (const { state: its, tours } of counted) counts[its] = tours
  const total = state ? counts[state] : counts.planned + counts.open + counts.done + counts.cancelled
  return {
    rows: await viewTours(tx, viewer, rows),
    total,
    page,
    pageSize,
    counts,
    unitName: found?.name ?? null,
  }
}

function tourFilter({ person }: Viewer, { q, unit, mine }: TourQuery, path: string | null): SQL {
  const tests: SQL[] = wordsOf(q).map(
    word => sql`(strpos(lower(t.name), ${word}) > 0 or strpos(lower(t.purpose), ${word}) > 0
      or exists (select from inspection_stop s, offices_by_id(array[s.unit_id]) o
        where s.tour_id = t.id and strpos(lower(o.name), ${word}) > 0))`,
  )
  if (unit !== undefined) tests.push(path === null ? sql`false` : sql`starts_with(t.scope_path, ${path})`)
  if (mine)
    tests.push(
      sql`exists (select from inspection_member m where m.tour_id = t.id and m.person_id = ${person.id})`,
    )
  return tests.length ? sql.join(tests, sql` and `) : sql`true`
}

/** The words of a search field, as they are looked for. */
export const wordsOf = (q: string | undefined): string[] =>
  storableText(q ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter(word => word !== '')
    .slice(0, 8)

/** Inspectors and coordinators of the caller's units. */
export async function listTeamCandidates(
  tx: Database,
  { scope }: Viewer,
  { q }: { q?: string },
): Promise<TeamCandidates> {
  const words = wordsOf(q).map(word => sql`strpos(p.search, ${word}) > 0`)
  const rows = await rowsOf<TeamCandidates['rows'][number]>(
    tx,
    sql`select p.id as "personId", p.name, u.name as "unitName" from person p join unit u on u.id = p.unit_id
      where ${within(scope, sql`p.scope_path`)} and p.state = 'active' and exists (select from membership m
        where m.person_id = p.id and m.role in (select jsonb_array_elements_text(${JSON.stringify(inspectors)}::jsonb)))
        ${words.length ? sql`and ${sql.join(words, sql` and `)}` : sql``}
      order by p.scope_path, p.spelling, p.id limit 100`,
  )
  return { rows }
}

/** The stops of a tour where a question was answered, or answered so. Throws `not-found`. */
export async function listAnswers(
  tx: Database,
  viewer: Viewer,
  id: string,
  { question, value }: AnswerQuery,
): Promise<AnswerList> {
  await getTourRow(tx, viewer, id)
  const rows = await rowsOf<AnswerList['rows'][number] & { at: string | Date }>(
    tx,
    sql`select s.id as "stopId", o.name as "unitName", s.day::text as day, a.value, a.by_name as "byName", a.at
      from inspection_answer a join inspection_stop s on s.id = a.stop_id, offices_by_id(array[s.unit_id]) o
      where s.tour_id = ${id} and a.question_id = ${question}
        ${value === undefined ? sql`` : sql`and a.value = to_jsonb(${value}::text)`}
      order by s.day, s.position, s.id`,
  )
  return { rows: rows.map(row => ({ ...row, at: new Date(row.at).toISOString() })) }
}
