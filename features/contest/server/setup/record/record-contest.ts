/** A contest that was played already, written straight into the database: for a demonstration. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { ContestRules } from '../../../contract/index.ts'
import { publishResults } from '../../award/result/publish-results.ts'
import { freezeContest } from '../../play/freeze-contest.ts'
import type { LiveContest } from '../../play/live-contest.ts'
import { readContest } from '../../play/read-contest.ts'
import { makeBoards } from '../../tally/boards.ts'
import { countQuestions } from '../../tally/count-questions.ts'
import { foldLog } from '../../tally/fold-log.ts'
import { noteContestStep } from '../note-step.ts'
import { recordPlayers } from './record-players.ts'

export type ContestRecording = {
  readonly unitId: string
  readonly title: string
  readonly slug: string
  readonly about: string
  readonly rules: ContestRules
  readonly bankIds: readonly string[]
  readonly state: 'draft' | 'open' | 'published'
  /** Made-up people who took part between its opening and now, or its close. */
  readonly players: number
  readonly by: { readonly id: string; readonly name: string }
  readonly openedBy: { readonly id: string; readonly name: string }
}

export type RecordingServices = {
  readonly db: Database
  readonly clock: Clock
  readonly sealer: Sealer
  readonly secret: string
}

const dayMs = 86_400_000

/** Writes the contest with everything that was played in it, and counts it. Answers its id. */
export async function recordContest(
  services: RecordingServices,
  recording: ContestRecording,
): Promise<string> {
  const { db, sealer } = services
  const { state, slug, players } = recording
  const id = randomUUID()
  await db.transaction(tx => insertContest(tx, id, recording, services.clock.now()))
  if (state === 'draft') return id
  await db.transaction(async tx => {
    await freezeContest(tx, id, sealer)
    const openedAt = openingOf(recording)
    await tx.execute(sql`update contest set state = 'open', opened_at = ${openedAt.toISOString()},
        updated_at = ${openedAt.toISOString()}, version = version + 1 where id = ${id}`)
    await noteContestStep(tx, id, 'open', { person: recording.openedBy, now: openedAt })
  })
  const live = await readContest(db, slug, services)
  if (!live) throw new Error('the contest that was just opened is not there')
  await db.transaction(tx => recordPlayers(tx, live, { players, now: services.clock.now() }))
  await count(services, live)
  if (state === 'published') await publish(services, id, recording)
  return id
}

/** The afternoon before it began. */
const openingOf = ({ rules }: ContestRecording): Date => new Date(Date.parse(rules.opensAt) - dayMs / 4)

async function insertContest(
  tx: Database,
  id: string,
  { unitId, title, slug, about, rules, bankIds, by, state }: ContestRecording,
  now: Date,
): Promise<void> {
  const made =
    state === 'draft' ? new Date(now.getTime() - dayMs) : new Date(Date.parse(rules.opensAt) - 9 * dayMs)
  const at = made.toISOString()
  await tx.execute(sql`insert into contest (id, unit_id, scope_path, slug, title, about, rules, created_by, created_name,
      created_at, updated_at)
    values (${id}, ${unitId}, '', ${slug}, ${title}, ${about}, ${JSON.stringify(rules)}::jsonb, ${by.id}, ${by.name},
      ${at}, ${at})`)
  await tx.execute(sql`insert into contest_source (contest_id, bank_id)
    select ${id}, unnest(${`{${bankIds.join(',')}}`}::uuid[])`)
  await noteContestStep(tx, id, 'create', { person: by, now: made })
}

/** By the functions that count what is really played. */
async function count({ db, clock }: RecordingServices, live: LiveContest): Promise<void> {
  const contest = { id: live.id, no: live.no, rules: live.rules }
  for (let step = ''; step !== 'caught-up'; )
    step = (await db.transaction(tx => foldLog(tx, contest, { now: clock.now() }))) ?? 'caught-up'
  await db.transaction(tx => makeBoards(tx, contest, clock.now()))
  for (let more: boolean | null = true; more; )
    more = await db.transaction(tx => countQuestions(tx, live, clock.now(), 2000))
}

async function publish(
  { db }: RecordingServices,
  id: string,
  { rules, openedBy }: ContestRecording,
): Promise<void> {
  const closed = new Date(Date.parse(rules.closesAt) + 60_000)
  const published = new Date(closed.getTime() + 2 * dayMs)
  await db.transaction(async tx => {
    await tx.execute(sql`update contest_attempt set reviewed_at = ${published.toISOString()}, reviewed_name = ${openedBy.name},
        review_note = '核对无误' where contest_no = (select no from contest where id = ${id}) and flags > 0`)
    await tx.execute(sql`update contest set state = 'closed', revision = revision + 1 where id = ${id}`)
    await noteContestStep(tx, id, 'close', { person: { id: 'contest', name: '系统' }, now: closed })
    await publishResults(tx, { contestId: id, now: published })
    await tx.execute(sql`update contest set state = 'published', published_at = ${published.toISOString()},
        updated_at = ${published.toISOString()}, revision = revision + 1, version = version + 1 where id = ${id}`)
    await noteContestStep(tx, id, 'publish', { person: openedBy, now: published })
  })
}
