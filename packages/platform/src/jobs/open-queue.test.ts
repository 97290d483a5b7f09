import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connection, openEmbedded, rowsOf, sql } from '../db/index.ts'
import { type JobKind, openQueue, type Queue } from './index.ts'

let connection: Connection
let errors: unknown[]
const queues: Queue[] = []

beforeEach(async () => {
  connection = await openEmbedded({})
  await connection.db.execute(sql`create table worked (id uuid)`)
  errors = []
})
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.close()
  await connection.close()
})

type Begin = JobKind['begin']
async function open(begin: Begin, more: Record<string, JobKind> = {}): Promise<Queue> {
  const queue = openQueue<string>({
    connection,
    kinds: { work: { concurrency: 2, begin }, ...more },
    onError: error => errors.push(error),
  })
  queues.push(queue)
  await queue.start()
  return queue
}

/** Notes the job and takes it out of the line, in one transaction. */
const note: Begin = async (_tx, job) => () =>
  connection.db.transaction(async tx => {
    await tx.execute(sql`insert into worked values (${job.id})`)
    await job.done(tx)
  })
const worked = async () =>
  (await rowsOf<{ id: string }>(connection.db, sql`select id from worked`)).map(({ id }) => id)
const inLine = async () => (await rowsOf(connection.db, sql`select id from pgboss.job`)).length
const send = (queue: Queue, ids: string[], name = 'work') =>
  connection.db.transaction(tx => queue.send(tx, name, ids))

test('every job is worked once and leaves the line; one that stands in line is not sent twice', async () => {
  const queue = await open(note)
  const ids = Array.from({ length: 20 }, () => randomUUID())
  await send(queue, ids)
  await send(queue, ids.slice(0, 5))
  queue.wake()
  await queue.idle()
  expect((await worked()).sort()).toEqual([...ids].sort())
  expect(await inLine()).toBe(0)
  await send(queue, ids.slice(0, 1))
  queue.wake()
  await queue.idle()
  expect((await worked()).length).toBe(21)
})

test('a job exists only once its transaction has committed', async () => {
  const queue = await open(note)
  const gone = connection.db.transaction(async tx => {
    await queue.send(tx, 'work', [randomUUID()])
    throw new Error('rolled back')
  })
  await expect(gone).rejects.toThrow('rolled back')
  queue.wake()
  await queue.idle()
  expect([await worked(), await inLine()]).toEqual([[], 0])
})

test('work that throws is told, and its job stands in line again with one attempt more', async () => {
  const attempts: number[] = []
  const queue = await open(async (tx, job) => {
    attempts.push(job.attempts)
    if (attempts.length < 3) return () => Promise.reject(new Error('broken'))
    return note(tx, job)
  })
  await send(queue, [randomUUID()])
  for (let turn = 0; turn < 3; turn++) {
    queue.wake()
    await queue.idle()
  }
  expect([attempts, errors.length, await inLine()]).toEqual([[0, 1, 2], 2, 0])
})

test('what a process that died had begun is taken up by the next start', async () => {
  const id = randomUUID()
  const first = await open(async () => () => new Promise(() => undefined))
  await send(first, [id])
  first.wake()
  while ((await rowsOf(connection.db, sql`select 1 from pgboss.job where state = 'active'`)).length === 0)
    await new Promise(resolve => setTimeout(resolve, 5))
  // The first never ends its work, as a process that was killed does not.
  queues.splice(0)
  const second = await open(note)
  await second.idle()
  expect([await worked(), await inLine()]).toEqual([[id], 0])
})

test('what a stop interrupts goes back to the front, as never begun', async () => {
  const [interrupted, next] = [randomUUID(), randomUUID()]
  const queue = await open(async (_tx, job) => async signal => {
    await new Promise(resolve => signal.addEventListener('abort', resolve))
    await connection.db.transaction(tx => job.putBack(tx))
  })
  await send(queue, [interrupted])
  queue.wake()
  await new Promise(resolve => setTimeout(resolve, 50))
  await queue.close()
  await send(queue, [next])
  const seen: [string, number][] = []
  const again = await open(async (tx, job) => {
    seen.push([job.id, job.attempts])
    return note(tx, job)
  })
  await again.idle()
  expect(seen).toEqual([
    [interrupted, 0],
    [next, 0],
  ])
})

test('a job with nothing left to do leaves the line; work may send work of another kind', async () => {
  const ids = [randomUUID(), randomUUID()]
  const queue: Queue = await open(note, {
    unpack: {
      concurrency: 1,
      begin: async (_tx, job) => async () => {
        await connection.db.transaction(async tx => {
          await queue.send(tx, 'work', ids)
          await job.done(tx)
        })
        queue.wake()
      },
    },
    nothing: { concurrency: 1, begin: async () => null },
  })
  await send(queue, [randomUUID()], 'unpack')
  await send(queue, [randomUUID()], 'nothing')
  queue.wake()
  await queue.idle()
  expect([(await worked()).sort(), await inLine()]).toEqual([[...ids].sort(), 0])
})
