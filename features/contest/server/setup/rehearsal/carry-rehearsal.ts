import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Job } from '@jianbao/platform/jobs'
import { playSlugColumn } from '../../play/read-contest.ts'
import { tellKeepers } from '../tell-keepers.ts'
import { playRehearsal, type RehearsalServices } from './play-rehearsal.ts'

export type RehearsalJob = {
  readonly id: string
  /** Where it is played. */
  readonly slug: string
  readonly title: string
  readonly unitId: string
  readonly players: number
}

/** Takes a rehearsal up; null when it was wound back meanwhile. A process that died over one leaves it failed. */
export async function beginRehearsalJob(
  tx: Database,
  job: Pick<Job, 'id' | 'attempts'>,
  now: Date,
): Promise<RehearsalJob | null> {
  const at = now.toISOString()
  if (job.attempts > 0) {
    const broken = await rowsOf(
      tx,
      sql`update contest_rehearsal set state = 'failed', ended_at = ${at}, fault = 'rehearsal-broken'
        where contest_id = ${job.id} and state = 'playing' returning 1`,
    )
    if (broken.length) return null
  }
  const [row] = await rowsOf<RehearsalJob>(
    tx,
    sql`update contest_rehearsal r set state = 'playing', started_at = ${at} from contest c
      where c.id = r.contest_id and r.contest_id = ${job.id} and r.state = 'waiting' and c.state = 'rehearsal'
      returning c.id, ${playSlugColumn} as slug, c.title, c.unit_id as "unitId", r.players`,
  )
  return row ?? null
}

/** Plays it and keeps what came of it; the job leaves the line in the same transaction. */
export async function carryRehearsal(
  services: RehearsalServices,
  row: RehearsalJob,
  job: Job,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock } = services
  const tell = async (joined: number, papers: number): Promise<boolean> => {
    const [going] = await rowsOf(
      db,
      sql`update contest_rehearsal set joined = ${joined}, papers = ${papers}
        where contest_id = ${row.id} and state = 'playing' returning 1`,
    )
    return going !== undefined && !signal.aborted
  }
  const seed = Number.parseInt(row.id.slice(0, 8), 16)
  const outcome = await playRehearsal(services, { ...row, seed }, tell).catch((error: unknown) => {
    if (error instanceof Problem) return error.code
    throw error
  })
  const now = clock.now()
  const at = now.toISOString()
  await db.transaction(async tx => {
    if (outcome === null || typeof outcome === 'string')
      await tx.execute(sql`update contest_rehearsal set state = 'failed', ended_at = ${at},
          fault = ${outcome ?? 'rehearsal-ended'} where contest_id = ${row.id} and state = 'playing'`)
    else {
      await tx.execute(sql`update contest_rehearsal set state = 'done', ended_at = ${at},
          report = ${JSON.stringify(outcome)}::jsonb where contest_id = ${row.id} and state = 'playing'`)
      await tellKeepers(tx, row, 'contest.rehearsed', { person: null, now })
    }
    // Wound back and begun anew meanwhile: there can be one job of it in line, and that is this one.
    const again = await rowsOf(
      tx,
      sql`select 1 from contest_rehearsal where contest_id = ${row.id} and state = 'waiting' for update`,
    )
    await (again.length ? job.putBack(tx) : job.done(tx))
  })
}
