/** A server and its PostgreSQL that are killed while people hand in: what was acknowledged stays, and each counts once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installationSecret } from '@jianbao/platform/access'
import { type Connection, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { openSealer } from '@jianbao/platform/seal'
import { openPostgres, type TestPostgres } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper, Result } from '../../contract/index.ts'
import { addPlayers, openContestOf, ticketOf } from './play.fixture.ts'
import { readContest } from './read-contest.ts'

let postgres: TestPostgres
let connection: Connection
let server: ChildProcess | undefined
let address = ''
const root = join(import.meta.dirname, '../../../..')

async function startServer(port = '0'): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'apps/server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: postgres.url,
      DATA_FOLDER: join(postgres.folder, 'data'),
      JIANBAO_PROFILE: 'empty',
      PORT: port,
      LOG_LEVEL: 'silent',
    },
  })
  server = child
  let said = ''
  for await (const piece of child.stdout) {
    said += String(piece)
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
    // Its last words until it is told to stop.
    if (said.includes('Ctrl+C')) break
  }
  expect(address, said).not.toBe('')
}

async function killServer(): Promise<void> {
  const gone = once(server!, 'exit')
  server!.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  postgres = await openPostgres()
  await startServer()
  connection = await openDatabase(postgres)
}, 120_000)
afterAll(async () => {
  server?.kill('SIGKILL')
  await connection?.close()
  await postgres?.close()
})

/** Asks until somebody answers with a success. */
async function insist<T>(path: string, body: object): Promise<T> {
  for (;;) {
    const answer = await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null)
    if (answer?.ok) return (await answer.json().catch(() => null)) ?? insist(path, body)
    if (answer && answer.status < 500) throw new Error(await answer.text())
    await wait(20)
  }
}

test('killed in the middle of it, nothing acknowledged is lost and nothing counts twice', async () => {
  const { db } = connection
  const folder = join(postgres.folder, 'data')
  const sealer = await openSealer(folder)
  const contest = await openContestOf(db, sealer)
  const secret = await installationSecret(folder)
  const live = (await readContest(db, contest.slug, { sealer, secret }))!
  const players = await addPlayers(db, contest, 24)
  const acknowledged: { playerNo: number; n: number; score: number }[] = []
  let over = false
  const play = async (playerNo: number): Promise<void> => {
    let ticket = ticketOf(live, { playerNo })
    for (let n = 0; !over; n++) {
      const paper = await insist<Paper>(`/play/${contest.slug}/paper`, { ticket })
      const answers = paper.questions.map(() => [0])
      const result = await insist<Result>(`/play/${contest.slug}/hand-in`, { token: paper.token, answers })
      acknowledged.push({ playerNo, n, score: result.score })
      ticket = result.progress.ticket
    }
  }
  const playing = Promise.all(players.map(play))
  const more = async (): Promise<void> => {
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before + 100)
  }
  await more()
  await killServer()
  await startServer(new URL(address).port)
  await more()
  await postgres.crash()
  await more()
  over = true
  await playing

  const log = await rowsOf<{ playerNo: number; n: number; score: number }>(
    db,
    sql`select player_no as "playerNo", n, score from contest_attempt where contest_no = ${contest.no}
      order by player_no, n`,
  )
  const byPlayer = acknowledged.sort((one, other) => one.playerNo - other.playerNo || one.n - other.n)
  expect(log).toEqual(byPlayer)
  // What is counted follows by itself, also what one process left half done.
  const tallied = async () =>
    (
      await rowsOf<{ attempts: number }>(
        db,
        sql`select coalesce(sum(attempts), 0)::int as attempts from contest_tally where contest_no = ${contest.no}`,
      )
    )[0]!.attempts
  await expect.poll(tallied, { timeout: 30_000 }).toBe(log.length)
}, 180_000)
