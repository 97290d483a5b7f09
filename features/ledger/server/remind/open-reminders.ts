import { randomUUID } from 'node:crypto'
import { wholeScope } from '@jianbao/organisation/server'
import { type Clock, isWorkingDay, localDay, localTime } from '@jianbao/platform/clock'
import { type Connection, type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { type Job, openQueue, type Queue, type Work } from '@jianbao/platform/jobs'
import type { Mailer } from '@jianbao/platform/mail'
import { collectFacts, selectRounds } from './collect-facts.ts'
import { planReminders } from './plan-reminders.ts'
import { remindRoutes } from './remind.routes.ts'
import { tellDueCalls } from './remind-call.ts'
import { digestTime, isQuiet } from './remind-days.ts'
import { recordCauses, tellDigests } from './tell-digests.ts'

const lookAgainMs = 60_000
/** So many people are told in one transaction: the embedded database has one for everybody. */
const peopleAtOnce = 50
const mostAttempts = 5

export type Reminders = {
  readonly routes: Route[]
  readonly queue: Queue<'remind-round'>
  /** Looks at the clock: puts the rounds of the day in line that are due, and calls whose quiet hours are over. */
  look(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the reminders: the rounds of each working day, and what coordinators ask by hand. */
export function openReminders(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  mailer: Mailer
  publicUrl: string | null
  onError: (error: unknown) => void
}): Reminders {
  const { connection, clock, mailer, publicUrl, onError } = options
  const { db } = connection
  const places = { publicUrl }

  const goRound = async (job: Job, day: string): Promise<void> => {
    const now = clock.now()
    const facts = await db.transaction(tx => collectFacts(tx, wholeScope, day))
    const plan = planReminders(facts, day)
    const due = plan.digests.filter(digest => digest.at <= localTime(now))
    let people = 0
    for (let from = 0; from < due.length; from += peopleAtOnce)
      people += await db.transaction(tx =>
        tellDigests({ tx, day, now, mailer, places }, due.slice(from, from + peopleAtOnce)),
      )
    await db.transaction(async tx => {
      await recordCauses({ tx, day, now, mailer, places }, plan.unreached, 0)
      await tx.execute(sql`update reminder_round set state = 'done', people = ${people}, ended_at = ${now.toISOString()}
        where id = ${job.id}`)
      await job.done(tx)
    })
    await mailer.wake()
  }

  const queue: Queue<'remind-round'> = openQueue({
    connection,
    kinds: {
      'remind-round': {
        concurrency: 1,
        begin: async (tx, job) => beginRound(tx, job, clock.now(), goRound),
      },
    },
    onError,
  })

  const look = async (): Promise<void> => {
    const now = clock.now()
    const [day, time] = [localDay(now), localTime(now)]
    await db.transaction(async tx => {
      await tellDueCalls(tx, { now, mailer, places })
      if (!isWorkingDay(day)) return
      const due = (await selectRounds(tx)).filter(
        ({ rules }) => time >= digestTime(rules) && !isQuiet(rules, time),
      )
      for (const { campaignId } of due) {
        const rows = await rowsOf<{ id: string }>(
          tx,
          sql`insert into reminder_round (id, campaign_id, day) values (${randomUUID()}, ${campaignId}, ${day})
            on conflict do nothing returning id`,
        )
        await queue.send(
          tx,
          'remind-round',
          rows.map(({ id }) => id),
        )
      }
    })
    queue.wake()
    await mailer.wake()
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  return {
    routes: remindRoutes({ clock, mailer, places }),
    queue,
    look,
    start: async () => {
      await queue.start()
      await look()
      timer = setInterval(() => {
        looking = looking.then(look).catch(onError)
      }, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      await looking
      await queue.close()
    },
  }
}

/** A round is for its own day: what a server missed is told late that day, and not the day after. */
async function beginRound(
  tx: Database,
  job: Job,
  now: Date,
  goRound: (job: Job, day: string) => Promise<void>,
): Promise<Work | null> {
  const [row] = await rowsOf<{ day: string; attempts: number }>(
    tx,
    sql`update reminder_round set attempts = attempts + 1 where id = ${job.id} and state = 'waiting'
      returning day::text as day, attempts`,
  )
  if (!row) return null
  const end = row.day !== localDay(now) ? 'missed' : row.attempts > mostAttempts ? 'failed' : null
  if (!end) return () => goRound(job, row.day)
  await tx.execute(
    sql`update reminder_round set state = ${end}, ended_at = ${now.toISOString()} where id = ${job.id}`,
  )
  return null
}
