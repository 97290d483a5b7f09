import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'

/** A row of contest_player, as far as letting somebody in needs it. */
export type PlayerRow = {
  readonly no: number
  readonly identity: Buffer
  readonly wish: Buffer | null
  readonly nickname: string
  readonly unitNo: number
  readonly groupKey: string | null
  readonly teamNo: number | null
  readonly code: string
  readonly forgotten: boolean
}

type Raw = Omit<PlayerRow, 'identity' | 'wish'> & { identity: Uint8Array; wish: Uint8Array | null }

const row = sql`no, identity, wish, nickname, unit_no as "unitNo", group_key as "groupKey", team_no as "teamNo", code,
  forgotten_at is not null as forgotten`

const toRow = (raw: Raw): PlayerRow => ({
  ...raw,
  identity: Buffer.from(raw.identity),
  wish: raw.wish && Buffer.from(raw.wish),
})

async function find(db: Database, contestNo: number, condition: SQL): Promise<PlayerRow | null> {
  const [found] = await rowsOf<Raw>(
    db,
    sql`select ${row} from contest_player where contest_no = ${contestNo} and ${condition}`,
  )
  return found ? toRow(found) : null
}

export const findByIdentity = (db: Database, contestNo: number, identity: Buffer) =>
  find(db, contestNo, sql`identity = ${identity}`)
export const findByCode = (db: Database, contestNo: number, code: string) =>
  find(db, contestNo, sql`code = ${code}`)
export const findByNo = (db: Database, contestNo: number, no: number) => find(db, contestNo, sql`no = ${no}`)

/** Somebody new, with everything that is written down of them. */
export type NewPlayer = {
  readonly contestNo: number
  readonly run: number
  readonly no: number
  readonly identity: Buffer
  readonly wish: Buffer
  readonly sealed: string | null
  readonly nickname: string
  readonly unitNo: number
  readonly groupKey: string | null
  readonly code: string
  readonly at: Date
}

/** Numbers for players; what is not used is lost. */
export async function takeNumbers(db: Database, count: number): Promise<number[]> {
  const rows = await rowsOf<{ no: number }>(
    db,
    sql`select nextval('contest_player_no')::integer as no from generate_series(1, ${count}::integer)`,
  )
  return rows.map(({ no }) => no)
}

/**
 * One statement for all of them. Who is there already stays as they are; nobody joins a contest whose run is another by
 * now. Answers the numbers of those that are new.
 */
export async function insertPlayers(db: Database, all: readonly NewPlayer[]): Promise<Set<number>> {
  // In one order everywhere: two groups that hold the same people wait for one another, not both.
  const sorted = [...all].sort((one, other) => Buffer.compare(one.identity, other.identity))
  const numbers = (pick: (its: NewPlayer) => number): string => `{${sorted.map(pick).join(',')}}`
  const texts = (pick: (its: NewPlayer) => string | null): string =>
    `{${sorted.map(its => quote(pick(its))).join(',')}}`
  const rows = await rowsOf<{ no: number }>(
    db,
    sql`insert into contest_player (contest_no, no, identity, wish, sealed, nickname, unit_no, group_key, code,
        consented_at, created_at)
      select its.contest_no, its.no, decode(identity, 'hex'), decode(wish, 'hex'), sealed, nickname, its.unit_no,
        group_key, code, at::timestamptz, at::timestamptz
      from unnest(${numbers(its => its.contestNo)}::int[], ${numbers(its => its.run)}::int[],
        ${numbers(its => its.no)}::int[], ${texts(its => its.identity.toString('hex'))}::text[],
        ${texts(its => its.wish.toString('hex'))}::text[], ${texts(its => its.sealed)}::text[],
        ${texts(its => its.nickname)}::text[], ${numbers(its => its.unitNo)}::int[],
        ${texts(its => its.groupKey)}::text[], ${texts(its => its.code)}::text[],
        ${texts(its => its.at.toISOString())}::text[])
        as its (contest_no, run, no, identity, wish, sealed, nickname, unit_no, group_key, code, at)
      join contest on contest.no = its.contest_no and contest.run = its.run
        and contest.state in ('rehearsal', 'open')
      on conflict (contest_no, identity) do nothing
      returning no`,
  )
  return new Set(rows.map(({ no }) => no))
}

/** Those of them who were there before, by contest and identity. */
export async function findByIdentities(
  db: Database,
  wanted: readonly Pick<NewPlayer, 'contestNo' | 'identity'>[],
): Promise<Map<string, PlayerRow>> {
  const found = new Map<string, PlayerRow>()
  if (!wanted.length) return found
  const rows = await rowsOf<Raw & { contest: number }>(
    db,
    sql`select contest_player.contest_no as contest, ${row} from contest_player
      join unnest(${`{${wanted.map(its => its.contestNo).join(',')}}`}::int[],
        ${`{${wanted.map(its => its.identity.toString('hex')).join(',')}}`}::text[]) as its (contest_no, hex)
        on contest_player.contest_no = its.contest_no and identity = decode(hex, 'hex')`,
  )
  for (const raw of rows) found.set(nameOf(raw.contest, Buffer.from(raw.identity)), toRow(raw))
  return found
}

export const nameOf = (contestNo: number, identity: Buffer): string =>
  `${contestNo} ${identity.toString('hex')}`

/** The device a player is at now: what it chose for its wish. */
export async function noteWish(db: Database, contestNo: number, no: number, wish: Buffer): Promise<void> {
  await db.execute(sql`update contest_player set wish = ${wish}
    where contest_no = ${contestNo} and no = ${no} and forgotten_at is null`)
}

/** A text inside an array literal. */
const quote = (text: string | null): string =>
  text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`
