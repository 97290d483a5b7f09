-- What is counted from the log: each row equals a recount at any time, and is moved on by what is new in the log alone.
-- Nothing here points at the contest by a foreign key: it would be asked about every player; a trigger takes all along.
create table contest_fold (
  contest_no integer primary key,
  -- everything of transactions before this one is counted
  folded_to xid8 not null default '0',
  folded_at timestamptz,
  -- the boards show what was counted up to here
  boards_to xid8 not null default '0'
);

-- What questions were like is counted apart: papers are drawn again for it, and nobody waits for that.
create table contest_question_fold (
  contest_no integer primary key,
  folded_to xid8 not null default '0',
  folded_at timestamptz
);

-- Attempts voided or restored after they were counted there: to be taken out, or put in.
create table contest_question_due (
  contest_no integer not null,
  player_no integer not null,
  n integer not null,
  change smallint not null,
  primary key (contest_no, player_no, n)
);

-- Points reckoned anew because a question was withdrawn.
create table contest_regrade (
  contest_no integer primary key,
  -- so many questions are withdrawn
  withdrawn smallint not null,
  -- attempts of transactions before `walked_to` are done; at `walk_end` the fold takes over
  walked_to xid8 not null default '0',
  walk_end xid8 not null,
  done bigint not null default 0,
  total bigint not null,
  changed bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);

create table contest_tally (
  contest_no integer not null,
  player_no integer not null,
  -- of the latest attempt, which has this number
  last_n integer not null default 0,
  unit_no integer not null,
  group_no smallint not null,
  attempts integer not null,
  -- days on which something counted
  days integer not null,
  best integer not null,
  -- of the best attempt, and when it was handed in
  best_ms integer not null,
  best_at timestamptz not null,
  total bigint not null,
  total_ms bigint not null,
  right_total bigint not null,
  -- points for passing the contest on
  shares integer not null default 0,
  last_at timestamptz not null,
  -- when points were got last; null: never any
  scored_at timestamptz,
  -- What the ranking goes by, made by the rules: points (of an average: hundredths), then what ties go by first, then
  -- second. Time used is in ms and the moment it was reached in reached_at; where the moment goes first, both are in the
  -- other's place, counted from 1970; what does not count is 0.
  score bigint not null,
  ms bigint not null,
  reached_at timestamptz not null,
  primary key (contest_no, player_no)
) with (fillfactor = 75);
-- A total order. The group goes first: the top of all is merged from the tops of the groups.
create index contest_tally_ranking on contest_tally (contest_no, group_no, score desc, ms, reached_at, player_no)
  with (fillfactor = 75);

-- Players by points: from it, how many are ahead.
create table contest_tally_score (
  contest_no integer not null,
  group_no smallint not null,
  score bigint not null,
  players integer not null,
  primary key (contest_no, group_no, score)
) with (fillfactor = 50);

-- 人数, 人次 and points by unit and hour. People count in the hour of their first attempt of that day; the hour is that of
-- the start, as the day of an attempt is.
create table contest_hour (
  contest_no integer not null,
  hour timestamptz not null,
  unit_no integer not null,
  people integer not null,
  newcomers integer not null,
  attempts integer not null,
  score bigint not null,
  used_ms bigint not null,
  primary key (contest_no, hour, unit_no)
) with (fillfactor = 50);

-- 浏览量: pages of the contest that were delivered, counted in memory and written now and then.
create table contest_view (
  contest_no integer not null,
  hour timestamptz not null,
  unit_no integer not null,
  views bigint not null,
  primary key (contest_no, hour, unit_no)
) with (fillfactor = 50);

create table contest_unit_tally (
  contest_no integer not null,
  unit_no integer not null,
  people integer not null,
  attempts integer not null,
  -- of the ranking points of its people
  score bigint not null,
  primary key (contest_no, unit_no)
) with (fillfactor = 50);

create table contest_question_tally (
  contest_no integer not null,
  question_no smallint not null,
  asked integer not null,
  correct integer not null,
  -- sums for the correlation of being right with the rest of the paper
  rest_sum double precision not null,
  rest_square_sum double precision not null,
  rest_sum_correct double precision not null,
  -- how often each option was chosen, by place
  chosen integer[] not null,
  primary key (contest_no, question_no)
) with (fillfactor = 50);

-- Rankings as they were last made; pages show these and reckon nothing.
create table contest_board (
  contest_no integer not null,
  -- people, units, cities, teams; with the group behind a colon: people:youth
  kind text not null,
  body jsonb not null,
  made_at timestamptz not null,
  primary key (contest_no, kind)
);

-- Which attempt of a day is the first that counts, where some were voided.
create index contest_attempt_voided on contest_attempt (contest_no, player_no, day) where voided;

create function contest_tally_tables() returns text[] language sql immutable as
  $$ select array['contest_fold', 'contest_question_fold', 'contest_question_due', 'contest_regrade', 'contest_tally', 'contest_tally_score',
    'contest_hour', 'contest_view', 'contest_unit_tally', 'contest_question_tally', 'contest_board'] $$;

do $$
declare
  kept text;
begin
  foreach kept in array contest_tally_tables() loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select on %I to jianbao_desk', kept);
    execute format('create policy reads on %I for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]))', kept);
  end loop;
end $$;

/* Nothing is counted any more; what comes from now on is counted from the beginning. */
create procedure contest_forget_tallies(wanted integer) language plpgsql as $$
declare
  kept text;
begin
  -- In the order of the fold: whoever folds now finishes first.
  foreach kept in array contest_tally_tables() loop
    execute format('delete from %I where contest_no = $1', kept) using wanted;
  end loop;
  insert into contest_fold (contest_no) values (wanted);
  insert into contest_question_fold (contest_no) values (wanted);
end $$;

create function contest_takes_tallies() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  kept text;
begin
  foreach kept in array contest_tally_tables() loop
    execute format('delete from %I where contest_no = $1', kept) using old.no;
  end loop;
  return null;
end $$;
create trigger contest_takes_tallies after delete on contest for each row execute function contest_takes_tallies();
