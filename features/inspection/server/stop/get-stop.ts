import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { actionsOfStop, type Interview, type Stop, type StopAnswer } from '../../contract/index.ts'
import { selectFindings, viewFindings } from '../finding/finding.store.ts'
import type { Viewer } from '../inspection.services.ts'
import { selectPhotoRows, viewPhoto } from '../photo/photo.store.ts'
import { selectRecusals, standingOf } from '../tour/tour.store.ts'
import { getStopRow } from './stop.store.ts'

type Timed<T> = Omit<T, 'at'> & { at: string | Date }
const dated = <T>(row: Timed<T>): T => ({ ...row, at: new Date(row.at).toISOString() }) as T

export async function selectAnswers(tx: Database, stopId: string): Promise<StopAnswer[]> {
  const rows = await rowsOf<Timed<StopAnswer>>(
    tx,
    sql`select question_id as "questionId", value, by_name as "byName", at, version from inspection_answer
      where stop_id = ${stopId} order by at, question_id`,
  )
  return rows.map(row => dated<StopAnswer>(row))
}

export async function selectInterviews(tx: Database, stopId: string): Promise<Interview[]> {
  const rows = await rowsOf<Timed<Interview>>(
    tx,
    sql`select id, topic, kind, people, notes, at, version from inspection_interview where stop_id = ${stopId}
      order by at, id`,
  )
  return rows.map(row => dated<Interview>(row))
}

/** One stop, whole. Throws `not-found`. */
export async function viewStop(tx: Database, viewer: Viewer, id: string): Promise<Stop> {
  const { stop, tour } = await getStopRow(tx, viewer, id)
  const recusals = await selectRecusals(tx, tour.id)
  const findings = await selectFindings(tx, viewer, sql`f.stop_id = ${id}`, sql`order by f.at, f.id`)
  return {
    id: stop.id,
    tourId: tour.id,
    tourName: tour.name,
    tourState: tour.state,
    purpose: tour.purpose,
    unitId: stop.unitId,
    unitName: stop.unitName,
    day: stop.day,
    state: stop.state,
    recusals: recusals.get(id) ?? [],
    finishedAt: stop.finishedAt && new Date(stop.finishedAt).toISOString(),
    finishedName: stop.finishedName,
    version: stop.version,
    checklist: tour.checklist,
    answers: await selectAnswers(tx, id),
    findings: await viewFindings(tx, viewer, findings),
    interviews: await selectInterviews(tx, id),
    photos: (await selectPhotoRows(tx, id)).map(photo => viewPhoto(id, photo)),
    actions: actionsOfStop(stop.state, tour.state, standingOf(tour, viewer)),
  }
}
