/** What was played and counted in a contest, straight in the database. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'
import type { ContestRules, ContestState } from '../../contract/index.ts'
import { ordinaryContest } from '../play/play.fixture.ts'
import { makeBoards } from '../tally/boards.ts'
import { type FoldStep, foldLog } from '../tally/fold-log.ts'

export type CountedFixture = { readonly id: string; readonly no: number; readonly slug: string }
export type PlayedAttempt = {
  readonly player: number
  readonly n: number
  readonly unitNo: number
  readonly groupNo?: number
  readonly startedAt: Date
  readonly usedMs?: number
  readonly score: number
  readonly marks?: string
  readonly flags?: number
  readonly pace?: string | null
  readonly voided?: boolean
}

/** Numbers of the units in the contest: those of the test federation. */
export const contestUnits = { root: 1, city: 2, county: 3, sister: 4 } as const

/** A contest past its setting up, with units of the test federation. */
export async function addCountedContest(
  db: Database,
  {
    unitId = testUnits.root,
    rules = {},
    state = 'open',
    units = ['root', 'city', 'county', 'sister'],
    title = '科学素质竞赛',
  }: {
    unitId?: string
    rules?: Partial<ContestRules>
    state?: ContestState
    units?: readonly (keyof typeof contestUnits)[]
    title?: string
  } = {},
): Promise<CountedFixture> {
  const id = randomUUID()
  const slug = `s${id.slice(0, 10)}`
  return db.transaction(async tx => {
    const [made] = await rowsOf<{ no: number }>(
      tx,
      sql`insert into contest (id, unit_id, scope_path, slug, title, rules, state, created_by, created_name, created_at,
          updated_at)
        values (${id}, ${unitId}, '', ${slug}, ${title}, ${JSON.stringify({ ...ordinaryContest(), ...rules })}::jsonb,
          ${state}, 'someone', '某人', now(), now()) returning no`,
    )
    for (const unit of units)
      await tx.execute(sql`insert into contest_unit (contest_id, no, unit_id, name, path, city_no)
        select ${id}, ${contestUnits[unit]}, id, name, path,
          ${unit === 'root' ? 0 : unit === 'county' ? contestUnits.city : contestUnits[unit]}
        from unit where id = ${testUnits[unit]}`)
    await tx.execute(sql`call contest_make_room(${made!.no})`)
    return { id, no: made!.no, slug }
  })
}

/** Writes players and attempts past play, and has them counted. */
export async function playAttempts(
  db: Database,
  { no }: CountedFixture,
  attempts: readonly PlayedAttempt[],
): Promise<void> {
  const rows = attempts.map(its => ({
    ...{ groupNo: 0, usedMs: 60_000, marks: '1010101010', flags: 0, pace: null, voided: false, ...its },
    startedAt: its.startedAt.toISOString(),
  }))
  await db.transaction(async tx => {
    await tx.execute(sql`insert into contest_player (contest_no, no, identity, nickname, unit_no, code, consented_at,
        created_at)
      select distinct on (player) ${no}, player, sha256(convert_to(player::text, 'UTF8')), '选手名' || player, "unitNo",
        'CODE' || player, now(), now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as its (player integer, "unitNo" integer)
      on conflict do nothing`)
    await tx.execute(sql`insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn,
        started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags, pace, voided)
      select ${no}, player, n, ("startedAt" at time zone 'Asia/Shanghai')::date,
        (row_number() over (partition by player, ("startedAt" at time zone 'Asia/Shanghai')::date order by n)) - 1,
        "unitNo", "groupNo", 0, "startedAt", "startedAt" + "usedMs" * interval '1 millisecond', "usedMs", score,
        length(replace(marks, '0', '')), marks, '[]', flags, pace, voided
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as its (player integer, n integer, "unitNo" integer,
        "groupNo" smallint, "startedAt" timestamptz, "usedMs" integer, score integer, marks text, flags smallint,
        pace text, voided boolean)`)
  })
  await foldAll(db, no)
}

/** As the program does it, until nothing is left. */
async function foldAll(db: Database, no: number): Promise<void> {
  const [contest] = await rowsOf<{ id: string; no: number; rules: ContestRules }>(
    db,
    sql`select id, no, rules from contest where no = ${no}`,
  )
  for (let step: FoldStep | null = 'more'; step === 'more'; )
    step = await db.transaction(tx => foldLog(tx, contest!, { now: new Date() }))
  await db.transaction(tx => makeBoards(tx, contest!, new Date()))
}

export async function viewPages(
  db: Database,
  { no }: CountedFixture,
  views: readonly { readonly at: Date; readonly unitNo: number; readonly views: number }[],
): Promise<void> {
  for (const its of views)
    await db.execute(sql`insert into contest_view (contest_no, hour, unit_no, views)
      values (${no}, date_trunc('hour', ${its.at.toISOString()}::timestamptz), ${its.unitNo}, ${its.views})
      on conflict (contest_no, hour, unit_no) do update set views = contest_view.views + excluded.views`)
}
