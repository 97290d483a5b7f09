/** Tours as they were elsewhere, written whole: nobody is told of them. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import type { AnswerValue, FindingWish, InterviewWish, TourDraft } from '../contract/index.ts'
import type { Actor } from './inspection.services.ts'
import { finishStop } from './stop/finish-stop.ts'
import { giveAnswer, writeFinding, writeInterview } from './stop/write-stop.ts'
import { addStops } from './tour/plan-stops.ts'
import { planTour } from './tour/plan-tour.ts'

export type StopRecord = {
  readonly unitId: string
  readonly day: string
  /** By the place of the question in the checklist. */
  readonly answers?: Readonly<Record<number, AnswerValue>>
  readonly findings?: readonly (Omit<FindingWish, 'base' | 'device' | 'questionId'> & {
    readonly question?: number
    readonly confirmed?: boolean
  })[]
  readonly talks?: readonly Omit<InterviewWish, 'base' | 'device'>[]
  readonly done?: boolean
}
export type TourRecord = {
  readonly tour: TourDraft
  readonly stops: readonly StopRecord[]
  readonly done: boolean
}

/** Records one tour in the scope of its actor, who is on its team. Throws as planning and writing do. */
export async function recordTour(
  tx: Database,
  actor: Actor,
  { tour, stops, done }: TourRecord,
): Promise<void> {
  await planTour(tx, actor, tour, {})
  const ids = await addStops(tx, actor, { tourId: tour.id, stops }, {})
  const at = actor.now.toISOString()
  await tx.execute(
    sql`update inspection_tour set state = 'open', opened_at = ${at}, version = version + 1 where id = ${tour.id}`,
  )
  for (const [no, stop] of stops.entries()) await recordStop(tx, actor, tour, ids[no]!, stop)
  if (done) await tx.execute(sql`update inspection_tour set state = 'done' where id = ${tour.id}`)
}

async function recordStop(
  tx: Database,
  actor: Actor,
  tour: TourDraft,
  stopId: string,
  { answers = {}, findings = [], talks = [], done = false }: StopRecord,
): Promise<void> {
  const written = { base: 0, device: randomUUID() }
  for (const [no, value] of Object.entries(answers)) {
    const questionId = tour.checklist[Number(no)]!.id
    await giveAnswer(tx, actor, { stopId, questionId }, { ...written, value })
  }
  for (const { question, confirmed = false, ...words } of findings) {
    const questionId = question === undefined ? null : tour.checklist[question]!.id
    const { id } = await writeFinding(
      tx,
      actor,
      { stopId, id: randomUUID() },
      { ...written, ...words, questionId },
    )
    if (confirmed)
      await tx.execute(
        sql`update inspection_finding set state = 'confirmed', settled_at = ${actor.now.toISOString()} where id = ${id}`,
      )
  }
  for (const talk of talks)
    await writeInterview(tx, actor, { stopId, id: randomUUID() }, { ...written, ...talk })
  if (done) await finishStop(tx, actor, stopId, {})
}
