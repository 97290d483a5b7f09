import PgBoss from 'pg-boss'
import { type Connection, type Database, sql, withRole } from '../db/index.ts'
import { bossConnection, bossDatabase } from './boss-database.ts'
import { type Lanes, openLanes, type Work } from './lanes.ts'

/** A job as it is taken. Its id is that of the row it is about, so that a row stands in line at most once. */
export type Job = {
  readonly id: string
  /** How often it was begun before without an end: the process died over it. */
  readonly attempts: number
  /** Takes the job out of the line; inside the transaction that writes what came of it. */
  done(tx: Database): Promise<void>
  /** Puts it back to the front, as never begun; inside the transaction that says so in its row. */
  putBack(tx: Database): Promise<void>
}

export type JobKind = {
  /** So many at a time in this process. */
  readonly concurrency: number
  /** Called inside the transaction that takes the job; answers what is to be done, null when nothing is any more. */
  begin(tx: Database, job: Job): Promise<Work | null>
}

export type Queue<Kind extends string = string> = {
  /** Puts a job in line inside the caller's transaction; one that stands there already is not put there twice. */
  send(tx: Database, kind: Kind, ids: readonly string[]): Promise<void>
  /** Look for work now, of one kind or of all; call after the transaction that sent it. */
  wake(kind?: Kind): void
  /** Opens the queue and takes up what waits, also what an earlier process left half done. */
  start(): Promise<void>
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Takes no new work, tells running work through its signal, waits for it. */
  close(): Promise<void>
}

const schema = 'pgboss'
/** A process that said nothing for so long is dead; a living one says every `sayMs` that it is still at work. */
const silentSeconds = 60
const sayMs = 15_000
const lookAgainMs = 5_000

/**
 * The queue of the installation, kept in the database by pg-boss. Nobody waits for a poll: the process that sent a job
 * wakes its own lanes. Errors of `begin` and of the work go to `onError`; such a job stands in line again.
 */
export function openQueue<Kind extends string>(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  kinds: Readonly<Record<Kind, JobKind>>
  onError: (error: unknown) => void
}): Queue<Kind> {
  const { connection, onError } = options
  const { db } = connection
  const names = Object.keys(options.kinds) as Kind[]
  const boss = new PgBoss({
    db: bossConnection(connection),
    schema,
    schedule: false,
    // In a folder of its own nobody else can die over a job; see `start`.
    supervise: connection.kind === 'server',
    maintenanceIntervalSeconds: sayMs / 1000,
  })
  boss.on('error', onError)
  let started = false
  const lanesOf = new Map<Kind, Lanes>()
  for (const name of names) {
    const lanes = openLanes({
      // Before the start there may be no queue to look into, and the time until then may be long.
      claim: async () =>
        started ? claim({ boss, connection, name, kind: options.kinds[name], onError }) : null,
      onError,
      concurrency: options.kinds[name].concurrency,
      lookAgainMs,
    })
    lanesOf.set(name, lanes)
  }
  const lanes = [...lanesOf.values()]
  const wake = (kind?: Kind): void => {
    for (const [name, its] of lanesOf) if (kind === undefined || kind === name) its.wake()
  }
  return {
    send: (tx, name, ids) => send(boss, tx, name, ids, 0),
    wake,
    start: async () => {
      await boss.start()
      for (const name of names) await boss.createQueue(name, queueOptions(name))
      if (connection.kind === 'embedded')
        // Of its own kinds: those of another queue of the house may be under way already.
        await db.execute(
          sql`update pgboss.job set state = 'retry' where state = 'active' and name in ${names}`,
        )
      started = true
      wake()
    },
    idle: async () => {
      // Work of one kind may send work of another.
      do await Promise.all(lanes.map(lane => lane.idle()))
      while (lanes.some(lane => !lane.resting()))
    },
    close: async () => {
      await Promise.all(lanes.map(lane => lane.close()))
      await boss.stop({ graceful: false })
    },
  }
}

/** What is in line stays there however long it takes; how often to try is the room's decision. */
function queueOptions(name: string): PgBoss.Queue {
  return {
    name,
    policy: 'standard',
    retryLimit: 1_000_000,
    expireInSeconds: silentSeconds,
    retentionMinutes: 5_000_000,
  }
}

async function send(
  boss: PgBoss,
  tx: Database,
  name: string,
  ids: readonly string[],
  priority: number,
): Promise<void> {
  if (!ids.length) return
  const jobs = ids.map(id => ({ id, name, priority }))
  // The queue is closed to requests: whoever sends a job from one steps out of its policies for that.
  await withRole(tx, 'owner', () => boss.insert(jobs, { db: bossDatabase(tx) }))
}

type Claiming = {
  boss: PgBoss
  connection: Pick<Connection, 'db' | 'kind'>
  name: string
  kind: JobKind
  onError: (error: unknown) => void
}

/** Takes the next job and begins it, in one transaction; jobs with nothing left to do are taken out of the line. */
async function claim({ boss, connection, name, kind, onError }: Claiming): Promise<Work | null> {
  for (;;) {
    const taken = await connection.db.transaction(async tx => {
      // Jobs wait for nothing but their turn; comparing clocks of a millisecond could pass over one just sent.
      const wish = { db: bossDatabase(tx), includeMetadata: true, ignoreStartAfter: true } as const
      const [found] = await boss.fetch(name, wish)
      if (!found) return null
      const job = jobOf(boss, name, found)
      const work = await kind.begin(tx, job)
      if (!work) await job.done(tx)
      return { id: found.id, work }
    })
    if (!taken) return null
    const { id, work } = taken
    if (work) return signal => carry({ boss, connection, name, id, onError }, () => work(signal))
  }
}

function jobOf(boss: PgBoss, name: string, { id, retryCount }: PgBoss.JobWithMetadata<unknown>): Job {
  const done = (tx: Database) => boss.deleteJob(name, id, { db: bossDatabase(tx) })
  return {
    id,
    attempts: retryCount,
    done,
    putBack: async tx => {
      await done(tx)
      await send(boss, tx, name, [id], 1)
    },
  }
}

/** Does the work, saying all the while that this process lives; a job whose work threw stands in line again. */
async function carry(
  { boss, connection, name, id, onError }: Omit<Claiming, 'kind'> & { id: string },
  work: () => Promise<void>,
): Promise<void> {
  const alive = sql`update pgboss.job set started_on = now() where name = ${name} and id = ${id} and state = 'active'`
  const say = (): void => void connection.db.execute(alive).catch(onError)
  const timer = connection.kind === 'server' ? setInterval(say, sayMs).unref() : undefined
  try {
    await work()
  } catch (error) {
    await boss.fail(name, id).catch(onError)
    throw error
  } finally {
    clearInterval(timer)
  }
}
