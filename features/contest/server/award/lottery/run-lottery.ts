import { setImmediate } from 'node:timers/promises'
import { isPlain } from '@jianbao/draw'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { awardKeyOf } from '../award-key.ts'
import type { HeldContest } from '../contest-of-office.ts'
import { type ContestDraw, findDrawFile, selectDraws } from './find-public-draws.ts'
import { lotteryCode, shownPlayer } from './lottery-register.ts'
import type { PoolPlayer } from './read-pool.ts'
import { workLottery } from './work-lottery.ts'

export type DrawnLottery = {
  readonly seed: string
  readonly said: string
  readonly file: string
  readonly winners: readonly Winner[]
}

/** Throws `not-found`, `draw-settled` for one that is drawn or void. */
export async function getOpenDraw(tx: Database, contestId: string, drawId: string): Promise<ContestDraw> {
  const [draw] = await selectDraws(tx, sql`d.id = ${drawId} and d.contest_id = ${contestId}`)
  if (!draw) throw new Problem('not-found')
  if (draw.state !== 'committed') throw new Problem('draw-settled', { name: draw.name })
  return draw
}

/**
 * What comes of a draw with what those present called out; nothing is written and nothing told yet. Throws
 * `draw-contribution`.
 */
export async function reckonLottery(
  read: <T>(work: (tx: Database) => Promise<T>) => Promise<T>,
  contest: HeldContest,
  asked: { readonly id: string; readonly contribution: string },
  sealer: Sealer,
): Promise<DrawnLottery> {
  const said = asked.contribution.normalize('NFC').trim()
  if (!said || !isPlain(said)) throw new Problem('draw-contribution')
  const { draw, file, sealed } = await read(async tx => {
    const found = await getOpenDraw(tx, contest.id, asked.id)
    const [row] = await withRole(tx, 'owner', () =>
      rowsOf<{ sealed: string }>(tx, sql`select sealed from contest_draw_seed where draw_id = ${asked.id}`),
    )
    return { draw: found, file: await findDrawFile(tx, asked.id), sealed: row?.sealed ?? null }
  })
  if (file === null || sealed === null) throw new Error(`the seed of draw ${asked.id} is gone`)
  const seed = sealer.unseal(sealed, asked.id)
  const drawn = await workLottery({ kind: 'run', name: draw.name, file, seed, contribution: said })
  return { seed, said, file: drawn.file, winners: await nameWinners(read, contest, asked.id, drawn.codes) }
}

/** 抽取: keeps what came of it, once; who was quicker has drawn, and the other finds it drawn. */
export async function keepLottery(
  tx: Database,
  contest: HeldContest,
  asked: { readonly id: string; readonly version: number },
  drawn: DrawnLottery,
  now: Date,
  entry: EntryDraft,
): Promise<void> {
  const draw = await holdDraw(tx, contest.id, asked, entry)
  const { winners } = drawn
  const shown = winners.map(({ no: _, ...winner }) => winner)
  await tx.execute(sql`update contest_draw set state = 'drawn', contribution = ${drawn.said}, seed = ${drawn.seed},
      winners = ${JSON.stringify(shown)}::jsonb, drawn_at = ${now.toISOString()}, version = version + 1
    where id = ${draw.id}`)
  await tx.execute(sql`update contest_draw_file set file = ${drawn.file} where draw_id = ${draw.id}`)
  await withRole(tx, 'owner', async () => {
    await tx.execute(sql`insert into contest_draw_winner (draw_id, contest_no, player_no, place, code)
      select ${draw.id}, ${contest.no}, w.no, w.place, w.code
      from jsonb_to_recordset(${JSON.stringify(winners)}::jsonb) as w(no int, place int, code text)`)
    await tx.execute(sql`delete from contest_draw_seed where draw_id = ${draw.id}`)
  })
  entry.after = { contribution: drawn.said, winners: winners.length }
}

/** 作废: it stays public, with its reason; a seed that was not needed is never told. */
export async function voidLottery(
  tx: Database,
  contest: HeldContest,
  { reason, ...asked }: { id: string; version: number; reason: string },
  now: Date,
  entry: EntryDraft,
): Promise<void> {
  const [draw] = await selectDraws(tx, sql`d.id = ${asked.id} and d.contest_id = ${contest.id} for update`)
  if (!draw) throw new Problem('not-found')
  entry.words = draw.name
  if (draw.version !== asked.version || draw.state === 'void')
    throw new Problem('draw-settled', { name: draw.name })
  const words = reason.replace(/\s+/gu, ' ').trim()
  await withRole(tx, 'owner', () => tx.execute(sql`delete from contest_draw_seed where draw_id = ${draw.id}`))
  await tx.execute(sql`update contest_draw set state = 'void', void_reason = ${words}, voided_at = ${now.toISOString()},
      version = version + 1 where id = ${draw.id}`)
  entry.before = { state: draw.state }
  entry.after = { reason: words }
}

async function holdDraw(
  tx: Database,
  contestId: string,
  { id, version }: { id: string; version: number },
  entry: EntryDraft,
): Promise<ContestDraw> {
  await tx.execute(sql`select 1 from contest_draw where id = ${id} and contest_id = ${contestId} for update`)
  const draw = await getOpenDraw(tx, contestId, id)
  entry.words = draw.name
  if (draw.version !== version) throw new Problem('draw-settled', { name: draw.name })
  return draw
}

type Winner = { no: number; place: number; code: string; name: string; unit: string }
const atOnce = 5000

/** Which players are behind the codes: reckoned again for all, for a code leads to nobody. */
async function nameWinners(
  read: <T>(work: (tx: Database) => Promise<T>) => Promise<T>,
  { id, no }: HeldContest,
  drawId: string,
  codes: readonly string[],
): Promise<Winner[]> {
  const places = new Map(codes.map((code, at) => [code, at + 1]))
  const { key, numbers } = await read(async tx => ({
    key: await awardKeyOf(tx, no),
    numbers: await rowsOf<{ no: number }>(tx, sql`select no from contest_player where contest_no = ${no}`),
  }))
  const found = new Map<number, string>()
  for (const [at, player] of numbers.entries()) {
    const code = lotteryCode(key, drawId, player.no)
    if (places.has(code)) found.set(player.no, code)
    // Whoever plays meanwhile is not kept waiting.
    if (at % atOnce === atOnce - 1) await setImmediate()
  }
  const players = await read(tx =>
    rowsOf<PoolPlayer>(
      tx,
      sql`select p.no, p.nickname, u.name as "unitName" from contest_player p
        left join contest_unit u on u.contest_id = ${id} and u.no = p.unit_no
        where p.contest_no = ${no} and p.no = any (${`{${[...found.keys()].join(',')}}`}::int[])`,
    ),
  )
  return players
    .map(player => {
      const code = found.get(player.no)!
      return { no: player.no, place: places.get(code)!, code, ...shownPlayer(player) }
    })
    .sort((one, other) => one.place - other.place)
}
