import { migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { rulesOf } from '../../contract/rules.fixture.ts'
import { foldLog } from './fold-log.ts'

const scoring = (process.argv[2] ?? 'best') as 'best'
const players = Number(process.argv[3] ?? 570000)
const postgres = {
  url: 'postgres://jianbao@127.0.0.1:54399/bench',
  folder: '/tmp/tb/f',
  close: async () => {},
}
const connection = await openDatabase(postgres)
try {
  const { db } = connection
  await db.execute(sql`drop schema public cascade`)
  await db.execute(sql`create schema public`)
  await migrate(connection, await allMigrations())
  await db.execute(sql.raw(`alter database bench set session_preload_libraries='auto_explain'`))
  await db.execute(sql`insert into contest (id, unit_id, scope_path, slug, title, rules, state, created_by, created_name, created_at, updated_at)
 values (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', '', 'bench', 'b', ${JSON.stringify(rulesOf({ scoring }))}::jsonb, 'open', 'x','x', now(), now())`)
  const [c] = await rowsOf<{ no: number }>(db, sql`select no from contest where slug='bench'`)
  const no = c!.no
  await db.execute(sql`call contest_make_room(${no})`)
  await db.execute(
    sql.raw(`create procedure fill(rows_wanted int, round int) language plpgsql as $$
declare base bigint := 0; begin
 while base < rows_wanted loop
  insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn, started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags)
   select ${no}, p, round, date '2026-11-01' + round, 0, p % 160 + 1, 0, 0, t, t + interval '2 min', 30000 + (random()*200000)::int, (random()*20)::int*5, 10, '11111111111111111111', '[[0],[1],[2],[3],[0],[1],[2],[3],[0],[1],[2],[3],[0],[1],[2],[3],[0],[1],[2],[3]]', 0
   from (select distinct (random()*${players})::int as p, timestamptz '2026-11-01 00:00+00' + round * interval '1 day' + random() * interval '12 hours' as t from generate_series(1,500)) x
   on conflict do nothing;
  commit; base := base + 500;
 end loop; end $$`),
  )
  for (let round = 0; round < 3; round++) {
    let at = performance.now()
    await db.execute(sql`call fill(${round === 0 ? 400000 : 200000}, ${round})`)
    console.log('fill', round, Math.round(performance.now() - at), 'ms')
    at = performance.now()
    let rows = 0
    for (;;) {
      const t = performance.now()
      const s = await db.transaction(tx =>
        foldLog(tx as never, { no, rules: rulesOf({ scoring }) }, new Date()),
      )
      rows += s!.attempts
      if (process.argv[4]) console.log(s!.attempts, Math.round(performance.now() - t))
      if (!s!.more) break
    }
    const ms = performance.now() - at
    console.log(
      scoring,
      'round',
      round,
      'folded',
      rows,
      'in',
      Math.round(ms),
      'ms =',
      Math.round((rows / ms) * 1000),
      'rows/s',
    )
  }
  console.log(
    await rowsOf(
      db,
      sql`select relname, n_tup_ins, n_tup_upd, n_tup_hot_upd, seq_scan, seq_tup_read, idx_scan from pg_stat_user_tables where relname like 'contest_%' and n_tup_ins+n_tup_upd>0`,
    ),
  )
  console.log(
    await rowsOf(
      db,
      sql`select (select sum(attempts) from contest_hour) h, (select sum(people) from contest_unit_tally) u, (select sum(players) from contest_tally_score) s, (select count(*) from contest_tally) t, (select count(*) from contest_attempt) a`,
    ),
  )
} finally {
  await connection.close()
  await postgres.close()
}
