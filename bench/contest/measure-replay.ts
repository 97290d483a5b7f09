/** A real contest from its opening to its close: every attempt and every view, on the server's clock, as fast as it goes. */
import { createServer } from 'node:net'
import { rowsOf, sql } from '@jianbao/platform/db'
import type { LiveContest } from '../../features/contest/server/play/live-contest.ts'
import { type BenchResult, rounded } from '../result.ts'
import { type Arena, openGame } from './open-arena.ts'
import type { Load } from './open-load.ts'
import { proveLog } from './prove-log.ts'
import { henan2021 } from './rhythm.ts'
import { startServer } from './start-server.ts'

/** A Monday. */
const opensAt = Date.parse('2021-06-07T00:00:00+08:00')
const dayMs = 86_400_000

/** People of the cities in ten thousands (census of 2020): as many play. */
const people: Readonly<Record<string, number>> = {
  ...{ 郑州: 1260, 开封: 482, 洛阳: 706, 平顶山: 499, 安阳: 548, 鹤壁: 157, 新乡: 625, 焦作: 352, 濮阳: 377 },
  ...{ 许昌: 438, 漯河: 237, 三门峡: 203, 南阳: 971, 商丘: 782, 信阳: 623, 周口: 903, 驻马店: 701, 济源: 73 },
}

export async function measureReplay(
  arena: Arena,
  load: Load,
  { figures, goals }: BenchResult,
  scale: number,
): Promise<void> {
  // In a small part of it slots are longer, so that as many play at a time.
  const turnout = henan2021(scale, scale < 0.01 ? 24 : scale < 0.2 ? 72 : 288)
  const closesAt = opensAt + turnout.days * dayMs
  const rules = {
    opensAt: new Date(opensAt).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
    attempts: { perDay: turnout.perDay, inAll: null },
    scoring: 'cumulative' as const,
  }
  const game = await openGame(arena, turnout.people, { rules, unitsOf: byCity })
  const clock = { port: await freePort(), nowMs: opensAt }
  const server = await startServer({ url: arena.postgres.url, folder: arena.dataFolder, clock })
  const { slug, no } = game.live
  try {
    await load.play({ port: server.port, slug, tickets: game.tickets })
    const started = performance.now()
    const replayed = await load.replay({ turnout, clockPort: clock.port, opensAt })
    const seconds = (performance.now() - started) / 1000
    await server.close()
    const proof = await proveLog(arena, game, await load.acknowledged({}))
    const [found] = await rowsOf<{ views: number; people: number; cities: number }>(
      arena.connection.db,
      sql`select (select coalesce(sum(views), 0)::int from contest_view where contest_no = ${no}) as views,
        (select count(*)::int from contest_tally where contest_no = ${no}) as people,
        (select count(distinct u.city_no)::int from contest_unit_tally t join contest_unit u on u.no = t.unit_no
          where t.contest_no = ${no} and u.contest_id = ${game.live.id}) as cities`,
    )
    Object.assign(figures, {
      'replay.scale': scale,
      'replay.wallSeconds': rounded(seconds, 1),
      'replay.people': found!.people,
      'replay.cities': found!.cities,
      'replay.attempts': proof.logged,
      'replay.views': replayed.views,
      'replay.attemptsPerSecond': rounded(proof.logged / seconds, 0),
      'replay.requestsPerSecond': rounded((replayed.papers + replayed.handIns + replayed.views) / seconds, 0),
      'replay.timesFasterThanLife': rounded((turnout.days * 86_400) / seconds, 0),
      'replay.missing': turnout.attempts - proof.acknowledged,
      'replay.lost': proof.lost,
      'replay.twice': proof.twice,
      'replay.viewsMiscounted': Math.abs(found!.views - turnout.views),
      'replay.unlikeRecount': proof.unlikeRecount,
      'replay.unlikeSums': proof.unlikeSums,
    })
    for (const name of ['missing', 'lost', 'twice', 'viewsMiscounted', 'unlikeRecount', 'unlikeSums'])
      goals[`replay.${name}`] = 0
    console.error(`replay: ${rounded(seconds, 1)} s, ${JSON.stringify({ ...replayed, ...proof })}`)
  } finally {
    await server.close()
  }
}

/** Units as often as their city has people. */
function byCity({ units }: LiveContest): number[] {
  return [...units.values()].flatMap(({ no, name, cityNo }) => {
    const city = Object.entries(people).find(([its]) => units.get(cityNo)?.name.startsWith(its))
    const siblings = [...units.values()].filter(unit => unit.cityNo === cityNo).length
    return city && name ? new Array<number>(Math.max(1, Math.round(city[1] / siblings))).fill(no) : []
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => probe.once('listening', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}
