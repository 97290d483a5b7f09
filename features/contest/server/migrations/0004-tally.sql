-- What is counted from the log: each row equals a recount at any time, and is moved on by what is new in the log alone.
create table contest_fold (
  contest_no integer primary key references contest (no) on delete cascade,
  -- everything of transactions before this one is counted
  folded_to xid8 not null default '0',
  questions_folded_to xid8 not null default '0',
  folded_at timestamptz
);

create table contest_tally (
  contest_no integer not null references contest (no) on delete cascade,
  player_no integer not null,
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
  shares integer not null default 0,
  last_at timestamptz not null,
  -- what the ranking goes by, made by the rules: points (of an average: hundredths), time, the moment it was reached
  score bigint not null,
  ms bigint not null,
  reached_at timestamptz not null,
  primary key (contest_no, player_no)
);
create index contest_tally_ranking on contest_tally (contest_no, score desc, ms, reached_at, player_no);

-- Players by points: from it, how many are ahead.
create table contest_tally_score (
  contest_no integer not null references contest (no) on delete cascade,
  group_no smallint not null,
  score bigint not null,
  players integer not null,
  primary key (contest_no, group_no, score)
);

-- 人数, 人次 and points by unit and hour. People count in the hour of their first attempt of that day.
create table contest_hour (
  contest_no integer not null references contest (no) on delete cascade,
  hour timestamptz not null,
  unit_no integer not null,
  people integer not null,
  newcomers integer not null,
  attempts integer not null,
  score bigint not null,
  used_ms bigint not null,
  primary key (contest_no, hour, unit_no)
);

-- 浏览量: pages of the contest that were delivered, counted in memory and written now and then.
create table contest_view (
  contest_no integer not null references contest (no) on delete cascade,
  hour timestamptz not null,
  unit_no integer not null,
  views bigint not null,
  primary key (contest_no, hour, unit_no)
);

create table contest_unit_tally (
  contest_no integer not null references contest (no) on delete cascade,
  unit_no integer not null,
  people integer not null,
  attempts integer not null,
  -- of the ranking points of its people
  score bigint not null,
  primary key (contest_no, unit_no)
);

create table contest_question_tally (
  contest_no integer not null references contest (no) on delete cascade,
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
);

-- Rankings as they were last made; pages show these and reckon nothing.
create table contest_board (
  contest_no integer not null references contest (no) on delete cascade,
  -- people, units, cities, teams; with the group behind a colon: people:youth
  kind text not null,
  body jsonb not null,
  made_at timestamptz not null,
  primary key (contest_no, kind)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['contest_fold', 'contest_tally', 'contest_tally_score', 'contest_hour', 'contest_view',
    'contest_unit_tally', 'contest_question_tally', 'contest_board'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select on %I to jianbao_desk', kept);
    execute format('create policy reads on %I for select to jianbao_desk using (contest_is_mine(contest_no))', kept);
  end loop;
end $$;
