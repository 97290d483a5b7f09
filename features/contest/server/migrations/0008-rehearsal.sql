-- 演练: the last rehearsal of a contest, kept when it is wound back, so that the office sees what came of it.
create table contest_rehearsal (
  contest_id uuid primary key references contest (id) on delete cascade,
  state text not null check (state in ('waiting', 'playing', 'done', 'failed')),
  players integer not null,
  joined integer not null default 0,
  papers integer not null default 0,
  started_at timestamptz,
  ended_at timestamptz,
  report jsonb,
  -- code of the problem it ended with
  fault text
);
-- Written by the program's own job; read by whoever sees the contest as its own.
alter table contest_rehearsal enable row level security;
grant select on contest_rehearsal to jianbao_desk;
create policy reads on contest_rehearsal for select to jianbao_desk using ((select scope_of_content())
  and exists (select from contest parent where parent.id = contest_id and in_scope(parent.scope_path)));

/* What was played in a contest goes with it. */
create function contest_leaves_room() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  execute format('drop table if exists %I', format('contest_attempt_%s', old.no));
  return null;
end $$;
create trigger contest_leaves_room after delete on contest for each row execute function contest_leaves_room();
