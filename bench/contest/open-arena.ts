/** A contest of 1,000 questions, open on a fresh PostgreSQL, and as many players with tickets as asked for. */
import { setTimeout } from 'node:timers/promises'
import { installationSecret } from '@jianbao/platform/access'
import { type Connection, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { openSealer } from '@jianbao/platform/seal'
import { openPostgres, type TestPostgres } from '@jianbao/testkit'
import type { ContestRules, QuestionDraft } from '../../features/contest/contract/index.ts'
import type { LiveContest } from '../../features/contest/server/play/live-contest.ts'
import { addPlayers, openContestOf, ticketOf } from '../../features/contest/server/play/play.fixture.ts'
import { readContest } from '../../features/contest/server/play/read-contest.ts'
import { rootUnitId } from '../../features/organisation/server/index.ts'
import { startServer } from './start-server.ts'

export type Arena = {
  readonly postgres: TestPostgres
  readonly connection: Connection
  readonly dataFolder: string
  close(): Promise<void>
}

export type Game = {
  readonly live: LiveContest
  readonly players: readonly number[]
  readonly tickets: string[]
}

/** An installation with the federation it begins with, everybody gone home. fsync and synchronous_commit are on. */
export async function openArena(): Promise<Arena> {
  const postgres = await openPostgres(['-c', 'shared_buffers=512MB', '-c', 'max_connections=120'])
  const dataFolder = `${postgres.folder}/data`
  const server = await startServer({ url: postgres.url, folder: dataFolder })
  await server.close()
  const connection = await openDatabase(postgres)
  return {
    postgres,
    connection,
    dataFolder,
    close: async () => {
      await connection.close()
      // What was closed is let go by the server a moment later.
      await setTimeout(100)
      await postgres.close()
    },
  }
}

/** Ten questions, of three kinds, ten points each; as Hunan had it, ten attempts a day. */
export const benchRules: Partial<ContestRules> = {
  draw: [
    { count: 3, type: 'true-false', category: null, difficulty: null, points: 10 },
    { count: 5, type: 'single', category: null, difficulty: null, points: 10 },
    { count: 2, type: 'multiple', category: null, difficulty: null, points: 10 },
  ],
  attempts: { perDay: null, inAll: null },
  answersShown: 'after-close',
}

/** A prime: neighbours come from different units. */
const spread = 7919

/** Opens one with players spread over the units of all cities. */
export async function openGame(
  { connection, dataFolder }: Arena,
  players: number,
  {
    rules = {},
    unitsOf = live => [...live.units.keys()],
  }: {
    rules?: Partial<ContestRules>
    /** Units whose people play; one that comes often has many. */
    unitsOf?: (live: LiveContest) => readonly number[]
  } = {},
): Promise<Game> {
  const { db } = connection
  const sealer = await openSealer(dataFolder)
  const questions = inventQuestions(1000)
  const opened = await openContestOf(db, sealer, {
    rules: { ...benchRules, ...rules },
    questions,
    unitId: rootUnitId,
  })
  const live = await readContest(db, opened.slug, { sealer, secret: await installationSecret(dataFolder) })
  if (!live) throw new Error('the contest is not there')
  const unitNos = unitsOf(live)
  const unitOf = (at: number): number => unitNos[(at * spread) % unitNos.length]!
  const numbers: number[] = []
  for (let from = 0; from < players; from += 20_000)
    numbers.push(...(await addPlayers(db, live, Math.min(20_000, players - from), at => unitOf(from + at))))
  const tickets = numbers.map((playerNo, at) => ticketOf(live, { playerNo, unitNo: unitOf(at) }))
  await db.execute(sql`vacuum analyze contest_player`)
  return { live, players: numbers, tickets }
}

function inventQuestions(count: number): QuestionDraft[] {
  return Array.from({ length: count }, (_, at) => {
    const type = (['true-false', 'single', 'single', 'multiple'] as const)[at % 4]!
    const more = '下列关于节约用水、保护水源和防灾避险的说法中，符合当地常见做法的是哪一项'
    const letters = type === 'multiple' ? '甲乙丙丁戊' : '甲乙丙丁'
    return {
      type,
      stem: `第 ${at + 1} 题：${more}？`,
      options:
        type === 'true-false' ? ['对', '错'] : [...letters].map(letter => `${letter}：选项的说法 ${at % 97}`),
      answer: type === 'multiple' ? [at % 2, 2 + (at % 3)] : [at % (type === 'single' ? 4 : 2)],
      category: at % 2 ? '科学' : '生活',
      difficulty: (['easy', 'medium', 'hard'] as const)[at % 3]!,
      explanation: `第 ${at + 1} 题的解析：照常见的做法即可。`,
      source: '',
    }
  })
}

/** How many attempts a contest's log holds. */
export async function countLog({ connection }: Arena, contestNo: number): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    connection.db,
    sql`select count(*)::int as count from contest_attempt where contest_no = ${contestNo}`,
  )
  return row!.count
}
