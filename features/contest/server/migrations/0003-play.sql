-- Who plays and what was handed in. Written by the program for people who are no users here, in groups of many rows;
-- read by the office through the policies.
create function contest_is_mine(wanted integer) returns boolean language sql stable as
  $$ select exists (select from contest its where its.no = wanted and in_scope(its.scope_path)) and scope_of_content() $$;

-- The numbers of the office's own contests: asked for once by a statement, where `contest_is_mine` would be for each row.
create function contest_numbers() returns integer[] language sql stable as
  $$ select coalesce(array_agg(its.no), '{}') from contest its where in_scope(its.scope_path) and scope_of_content() $$;

create sequence contest_player_no as integer;
create table contest_player (
  contest_no integer not null references contest (no) on delete cascade,
  no integer not null default nextval('contest_player_no'),
  -- keyed hash of what tells who it is: one player for each
  identity bytea not null,
  -- the same for the office's eyes, sealed for `<contest id>/<no>`; null when nothing is needed, or when it was wiped
  sealed text,
  -- shown in rankings, masked by `maskName`
  nickname text not null,
  unit_no integer not null default 0,
  group_key text,
  team_no integer,
  -- 参赛码: finds one's own line in the results, and lets the same person in on another device
  code text not null,
  -- keyed hash of what the device chose for its wish: the same wish again is the same player
  wish bytea,
  consented_at timestamptz not null,
  created_at timestamptz not null,
  -- asked to be forgotten: what remains keeps whoever it was from playing a second time, until all is wiped
  forgotten_at timestamptz,
  primary key (contest_no, no)
);
create unique index contest_player_identity on contest_player (contest_no, identity);
create unique index contest_player_code on contest_player (contest_no, code);
alter table contest_player enable row level security;
grant select on contest_player to jianbao_desk;
create policy reads on contest_player for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

create table contest_team (
  contest_no integer not null references contest (no) on delete cascade,
  no integer not null,
  name text not null,
  unit_no integer not null,
  -- who knows it may join
  code text not null,
  members integer not null default 0,
  created_at timestamptz not null,
  primary key (contest_no, no)
);
create unique index contest_team_name on contest_team (contest_no, unit_no, name);
create unique index contest_team_code on contest_team (contest_no, code);
alter table contest_team enable row level security;
grant select on contest_team to jianbao_desk;
create policy reads on contest_team for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

-- Codes an office gave out, one for each person; kept as hash.
create table contest_entry_code (
  contest_no integer not null references contest (no) on delete cascade,
  -- the same as `identity` of whoever plays by it
  hash bytea not null,
  unit_id uuid not null references unit (id),
  made_at timestamptz not null,
  primary key (contest_no, hash)
);
create index contest_entry_code_unit on contest_entry_code (contest_no, unit_id);
alter table contest_entry_code enable row level security;
grant select, insert, delete on contest_entry_code to jianbao_desk;
create policy reads on contest_entry_code for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));
create policy adds on contest_entry_code for insert to jianbao_desk with check (contest_no = any ((select contest_numbers())::integer[]));
create policy removes on contest_entry_code for delete to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

-- One-time codes on their way to phones.
create table contest_phone_code (
  contest_no integer not null references contest (no) on delete cascade,
  -- keyed hash of the number
  phone bytea not null,
  -- null: used up
  hash bytea,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  -- so many were sent on this day
  day date not null,
  sends integer not null,
  primary key (contest_no, phone)
);
alter table contest_phone_code enable row level security;

-- What accounts elsewhere gave is good once: for the wish that came with it first.
create table contest_grant (
  contest_no integer not null references contest (no) on delete cascade,
  id bytea not null,
  wish bytea not null,
  good_until timestamptz not null,
  primary key (contest_no, id)
);
alter table contest_grant enable row level security;

-- The log of accepted submissions. A player's attempts are numbered from 0 without a gap, so each counts once and both
-- limits hold by the key alone. One partition for each contest, made when it opens: its data goes as one.
create table contest_attempt (
  contest_no integer not null,
  player_no integer not null,
  n integer not null,
  -- of its start, Asia/Shanghai, and the how-manieth of that day it is, from 0
  day date not null,
  nth integer not null,
  unit_no integer not null,
  -- place among the groups of the rules, from 1; 0 is none
  group_no smallint not null,
  -- how many questions were withdrawn when the paper was drawn: `drawPaper` needs it
  withdrawn smallint not null,
  -- and when it was graded: with more withdrawn since, its points are reckoned anew
  graded_after smallint not null default 0,
  started_at timestamptz not null,
  handed_in_at timestamptz not null,
  used_ms integer not null,
  score integer not null,
  right_count smallint not null,
  -- for each question of the paper: 1 right, 0 wrong, h half, - left out
  marks text not null,
  -- for each question what was chosen, by the frozen question's own options: JSON
  answers text not null,
  -- bits of `attemptFlags`
  flags smallint not null,
  -- milliseconds for each question, where a flag is to be reviewed
  pace text,
  -- an office found it unfair: it counts for nothing
  voided boolean not null default false,
  reviewed_at timestamptz,
  reviewed_name text,
  review_note text,
  -- the transaction it came with: what follows the log reads up to where all are settled
  xid xid8 not null default pg_current_xact_id(),
  primary key (contest_no, player_no, n)
) partition by list (contest_no);
create index contest_attempt_log on contest_attempt (contest_no, xid);
create index contest_attempt_flagged on contest_attempt (contest_no, handed_in_at) where flags > 0;
alter table contest_attempt enable row level security;
grant select on contest_attempt to jianbao_desk;
create policy reads on contest_attempt for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

-- Points for passing the contest on; like attempts a log.
create table contest_share (
  contest_no integer not null references contest (no) on delete cascade,
  player_no integer not null,
  day date not null,
  n integer not null,
  points integer not null,
  shared_at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (contest_no, player_no, day, n)
);
create index contest_share_log on contest_share (contest_no, xid);
alter table contest_share enable row level security;
grant select on contest_share to jianbao_desk;
create policy reads on contest_share for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

/* Makes room for what is played in a contest; what was there before goes. Called by the program as owner. */
create procedure contest_make_room(wanted integer) language plpgsql as $$
declare
  part text := format('contest_attempt_%s', wanted);
begin
  execute format('drop table if exists %I', part);
  call contest_forget_tallies(wanted);
  delete from contest_share where contest_no = wanted;
  delete from contest_player where contest_no = wanted;
  delete from contest_team where contest_no = wanted;
  delete from contest_phone_code where contest_no = wanted;
  delete from contest_grant where contest_no = wanted;
  execute format('create table %I partition of contest_attempt for values in (%s)', part, wanted);
  execute format('alter table %I enable row level security', part);
end $$;
