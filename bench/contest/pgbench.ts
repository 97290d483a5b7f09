/**
 * What PostgreSQL does by itself: one row such as an attempt's for each transaction, over as many connections as the
 * contest has players at a time. pgbench where it is installed, else the same statement from connections of our own.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export type Inserting = { readonly perSecond: number; readonly by: 'pgbench' | 'stand-in' }
type Place = { readonly url: string; readonly folder: string }
type Options = { readonly connections: number; readonly seconds: number; readonly contestNo: number }

/** Rows go where attempts go, to a partition and indexes of the same shape. Makes its room anew each time. */
export async function measureInserting(place: Place, options: Options): Promise<Inserting> {
  await makeRoom(place, options.contestNo)
  try {
    return { perSecond: await byPgbench(place, options), by: 'pgbench' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await makeRoom(place, options.contestNo)
    return { perSecond: await byOurselves(place, options), by: 'stand-in' }
  }
}

async function makeRoom({ url }: Place, contestNo: number): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`call contest_make_room(${contestNo})`)
  await client.query('checkpoint')
  await client.end()
}

/** Only what tells rows apart is a parameter: the rest costs pgbench nothing to send. */
const insertion = (contestNo: number, player: string): string =>
  `insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn, started_at, handed_in_at, used_ms,
    score, right_count, marks, answers, flags) values (${contestNo}, ${player}, 0, '2021-06-01', 0, 7, 0, 0,
    '2021-06-01T01:00:00Z', '2021-06-01T01:03:00Z', 180000, 80, 8, '1011110111',
    '[[0],[1],[2],[0],[3],[1],[0],[2],[1],[0]]', 0)`

/** Players come in an order of chance, as on a day of a contest; below the prime none comes twice. */
const [spread, prime] = [7919, 10_000_019]

async function byPgbench(
  { url, folder }: Place,
  { connections, seconds, contestNo }: Options,
): Promise<number> {
  const script = join(folder, 'insert-attempt.pgbench')
  const player = `\\set i :i + 1\n\\set player (:i * ${connections} + :client_id) * ${spread} % ${prime}\n`
  await writeFile(script, `${player}${insertion(contestNo, ':player').replaceAll('\n', ' ')};\n`)
  const { hostname, port, username, password, pathname } = new URL(url)
  const settings = [
    '-c',
    connections,
    '-j',
    2,
    '-T',
    seconds,
    '-M',
    'prepared',
    '-n',
    '-D',
    'i=0',
    '-f',
    script,
  ]
  const place = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)]
  const { stdout } = await promisify(execFile)('pgbench', [...settings, ...place].map(String), {
    env: { ...process.env, PGPASSWORD: password },
  })
  const perSecond = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (!perSecond) throw new Error(`pgbench said no figure: ${stdout}`)
  return Number(perSecond)
}

type Raw = {
  bind(values: { statement: string; values: string[] }, more: boolean): void
  execute(portal: object, more: boolean): void
  sync(): void
  on(event: 'readyForQuery' | 'errorMessage', hear: (message: Error) => void): void
  removeAllListeners(event: string): void
}

/** The extended protocol without the driver's queue and results in between. */
async function byOurselves({ url }: Place, { connections, seconds, contestNo }: Options): Promise<number> {
  const clients = Array.from({ length: connections }, () => new pg.Client(url))
  await Promise.all(clients.map(client => client.connect()))
  const name = 'insert-attempt'
  const text = insertion(contestNo, '$1')
  await Promise.all(clients.map((client, at) => client.query({ name, text, values: [prime + at] })))
  let done = 0
  let next = 0
  const started = performance.now()
  await Promise.all(
    clients.map(client => {
      const raw = (client as unknown as { connection: Raw }).connection
      const send = (): void => {
        raw.bind({ statement: name, values: [String((next++ * spread) % prime)] }, true)
        raw.execute({}, true)
        raw.sync()
      }
      return new Promise<void>((resolve, reject) => {
        for (const event of ['readyForQuery', 'errorMessage', 'commandComplete'])
          raw.removeAllListeners(event)
        raw.on('errorMessage', reject)
        raw.on('readyForQuery', () => {
          done++
          if (performance.now() - started < seconds * 1000) send()
          else resolve()
        })
        send()
      })
    }),
  )
  const perSecond = (done * 1000) / (performance.now() - started)
  await Promise.all(clients.map(client => client.end()))
  return perSecond
}
