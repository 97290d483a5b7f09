-- Who reads what was counted: whoever holds the contest all of it, whoever holds units of it their part alone. The list
-- is made once for a statement, not for each row.
create function contest_units_of_scope() returns bigint[] language sql stable as
  $$ select case when scope_of_content() then array(
    select its.no * 10000000::bigint + part.no from contest_unit part join contest its on its.id = part.contest_id
    where in_scope(part.path)) else '{}' end $$;

do $$
declare
  kept text;
  whole constant text := 'contest_no = any ((select contest_numbers())::integer[])';
  part constant text := '(contest_no * 10000000::bigint + unit_no) = any ((select contest_units_of_scope())::bigint[])';
begin
  foreach kept in array array['contest_player', 'contest_attempt', 'contest_tally', 'contest_hour', 'contest_view',
    'contest_unit_tally'] loop
    execute format('drop policy reads on %I', kept);
    execute format('create policy reads on %I for select to jianbao_desk using (%s or %s)', kept, whole, part);
  end loop;
end $$;

-- Up to when a contest was counted is for whoever may see the contest.
create policy told on contest_fold for select to jianbao_desk using (exists (select from contest its where its.no = contest_no));

-- Boards of a contest that shows its ranking are everybody's.
create policy shown on contest_board for select to jianbao_desk using (exists (select from contest its
  where its.no = contest_no and its.state in ('open', 'closed', 'published') and its.rules #>> '{ranking,shown}' = 'true'));

-- The three measures of a contest that is on or over are no secret.
create function contest_totals(wanted integer) returns table (people bigint, attempts bigint, views bigint)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce((select sum(t.people) from contest_unit_tally t where t.contest_no = its.no), 0)::bigint,
      coalesce((select sum(t.attempts) from contest_unit_tally t where t.contest_no = its.no), 0)::bigint,
      coalesce((select sum(v.views) from contest_view v where v.contest_no = its.no), 0)::bigint
    from contest its where its.no = wanted and its.state in ('open', 'closed', 'published') $$;
revoke execute on function contest_totals(integer) from public;
grant execute on function contest_totals(integer) to jianbao_desk;

-- The players of a unit, and the attempts of an hour: the log grows by time, so a few bytes find the part of it.
create index contest_tally_unit on contest_tally (contest_no, unit_no);
create index contest_attempt_time on contest_attempt using brin (started_at);

-- 数据快照: the three measures as they stood when somebody took them down for a text.
create table contest_figure (
  id uuid primary key,
  contest_id uuid not null references contest (id) on delete cascade,
  -- whose numbers they are: of the contest's own unit all of it, of another its part
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  people bigint not null,
  attempts bigint not null,
  views bigint not null,
  -- up to when the log was counted
  counted_at timestamptz,
  sentence text not null
);
create index contest_figure_contest on contest_figure (contest_id, at desc, id);
create trigger contest_figure_takes_scope before insert or update of unit_id on contest_figure
  for each row execute function take_scope_path();
call guard_by_scope('contest_figure', true);
