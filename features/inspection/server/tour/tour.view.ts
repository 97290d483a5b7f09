import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  actionsOfStop,
  actionsOfTour,
  type StopState,
  type Tour,
  type TourStop,
  type TourSummary,
} from '../../contract/index.ts'
import type { Viewer } from '../inspection.services.ts'
import { getTourRow, selectRecusals, selectTeam, standingOf, type TourRow } from './tour.store.ts'

type Progress = Pick<TourSummary, 'stops' | 'stopsDone' | 'findings' | 'findingsOpen'>

/** How far tours are, by id. */
async function selectProgress(tx: Database, ids: readonly string[]): Promise<Map<string, Progress>> {
  const rows = await rowsOf<Progress & { id: string }>(
    tx,
    sql`select s.tour_id as id, count(distinct s.id)::int as stops,
        count(distinct s.id) filter (where s.state = 'done')::int as "stopsDone", count(f.id)::int as findings,
        count(f.id) filter (where f.state = 'open')::int as "findingsOpen"
      from inspection_stop s left join inspection_finding f on f.stop_id = s.id
      where s.tour_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      group by s.tour_id`,
  )
  return new Map(rows.map(({ id, ...progress }) => [id, progress]))
}

function viewSummary(row: TourRow, viewer: Viewer, progress: Progress | undefined): TourSummary {
  const {
    path: _path,
    purpose: _p,
    checklist: _c,
    reason: _r,
    byName: _b,
    onTeam: _o,
    leads: _l,
    ...shown
  } = row
  return {
    ...shown,
    ...(progress ?? { stops: 0, stopsDone: 0, findings: 0, findingsOpen: 0 }),
    actions: actionsOfTour(row.state, standingOf(row, viewer).plans),
  }
}

export async function viewTours(
  tx: Database,
  viewer: Viewer,
  rows: readonly TourRow[],
): Promise<TourSummary[]> {
  const progress = await selectProgress(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => viewSummary(row, viewer, progress.get(row.id)))
}

/** One tour with its stops and what they add up to. Throws `not-found`. */
export async function viewTour(tx: Database, viewer: Viewer, id: string): Promise<Tour> {
  const row = await getTourRow(tx, viewer, id)
  const [summary] = await viewTours(tx, viewer, [row])
  const [talks] = await rowsOf<{ talks: number; talkedWith: number }>(
    tx,
    sql`select count(i.id)::int as talks, coalesce(sum(i.people), 0)::int as "talkedWith"
      from inspection_interview i join inspection_stop s on s.id = i.stop_id where s.tour_id = ${id}`,
  )
  return {
    ...summary!,
    purpose: row.purpose,
    reason: row.reason,
    byName: row.byName,
    team: await selectTeam(tx, id),
    checklist: row.checklist,
    stopList: await viewStops(tx, viewer, row),
    questions: await countAnswers(tx, row),
    findingCounts: await rowsOf(
      tx,
      sql`select f.seriousness, f.state, count(*)::int as findings from inspection_finding f
        join inspection_stop s on s.id = f.stop_id where s.tour_id = ${id} group by 1, 2 order by 1, 2`,
    ),
    ...talks!,
    onTeam: row.onTeam,
  }
}

type StopRow = Omit<TourStop, 'actions' | 'recusals' | 'finishedAt'> & { finishedAt: string | Date | null }

async function viewStops(tx: Database, viewer: Viewer, row: TourRow): Promise<TourStop[]> {
  const recusals = await selectRecusals(tx, row.id)
  const standing = standingOf(row, viewer)
  const stops = await rowsOf<StopRow & { state: StopState }>(
    tx,
    sql`select s.id, s.tour_id as "tourId", s.unit_id as "unitId", o.name as "unitName", s.day::text as day, s.position,
        s.state, s.finished_at as "finishedAt", s.version,
        (select count(*)::int from inspection_answer a where a.stop_id = s.id) as answered,
        (select count(*)::int from inspection_finding f where f.stop_id = s.id) as findings,
        (select count(*)::int from inspection_interview i where i.stop_id = s.id) as interviews,
        (select count(*)::int from inspection_photo p where p.stop_id = s.id) as photos
      from inspection_stop s, offices_by_id(array[s.unit_id]) o
      where s.tour_id = ${row.id} order by s.day, s.position, s.id`,
  )
  return stops.map(stop => ({
    ...stop,
    finishedAt: stop.finishedAt && new Date(stop.finishedAt).toISOString(),
    recusals: recusals.get(stop.id) ?? [],
    actions: actionsOfStop(stop.state, row.state, standing),
  }))
}

/** Every question with how often each answer was given; words are only counted. */
async function countAnswers(tx: Database, { id, checklist }: TourRow): Promise<Tour['questions']> {
  const rows = await rowsOf<{ questionId: string; value: string | number; stops: number }>(
    tx,
    sql`select a.question_id as "questionId", a.value, count(*)::int as stops from inspection_answer a
      join inspection_stop s on s.id = a.stop_id where s.tour_id = ${id} group by 1, 2 order by 3 desc, 2`,
  )
  return checklist.map(question => {
    const own = rows.filter(({ questionId }) => questionId === question.id)
    const counted = question.kind === 'yes-no' || question.kind === 'choice'
    return {
      questionId: question.id,
      answered: own.reduce((sum, { stops }) => sum + stops, 0),
      values: counted ? own.map(({ value, stops }) => ({ value: String(value), stops })) : [],
      sum:
        question.kind === 'figure' && own.length > 0
          ? own.reduce((sum, { value, stops }) => sum + Number(value) * stops, 0)
          : null,
    }
  })
}
