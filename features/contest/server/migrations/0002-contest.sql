-- 知识竞赛: one contest with its rules, the questions it was opened with, and the units whose people play.
create table contest (
  id uuid primary key,
  -- what tokens, attempts and tallies call it by
  no integer generated always as identity unique,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  campaign_id uuid references campaign (id),
  -- its address: /play/<slug>
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  title text not null,
  -- what it is about and how it goes, paragraphs
  about text not null default '',
  rules jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'rehearsal', 'open', 'closed', 'published')),
  -- counts up whenever papers and tickets of before are void: a rehearsal, the opening
  run integer not null default 0,
  -- counts up with every change that whoever plays must hear of
  revision integer not null default 0,
  -- the key papers are drawn with, sealed for this id; its SHA-256 is public from the opening on
  key_sealed text,
  key_commitment text,
  opened_at timestamptz,
  -- the moment nothing begins any more, when that is before the window's end
  closed_at timestamptz,
  published_at timestamptz,
  -- when what tells who players are was wiped
  erased_at timestamptz,
  created_by text not null,
  created_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 0
);
create index contest_scope on contest (scope_path, created_at desc, id desc);
create index contest_living on contest (state) where state in ('rehearsal', 'open', 'closed');
create trigger contest_takes_scope before insert or update of unit_id on contest
  for each row execute function take_scope_path();
call guard_by_scope('contest', true, 'state in (''open'', ''closed'', ''published'')');

-- Banks a contest takes its questions from, until it is opened.
create table contest_source (
  contest_id uuid not null references contest (id) on delete cascade,
  bank_id uuid not null references contest_bank (id),
  primary key (contest_id, bank_id)
);
call guard_by_parent('contest_source', 'contest', 'contest_id', content => true);

-- Questions as they were when the contest opened; a bank may go on changing.
create table contest_question (
  contest_id uuid not null references contest (id) on delete cascade,
  -- from 0, the place the draw knows it by
  no smallint not null,
  question_id uuid,
  type text not null,
  stem text not null,
  options jsonb not null,
  answer jsonb not null,
  category text not null,
  difficulty text not null,
  explanation text not null,
  source text not null,
  picture_id text,
  -- the how-manieth question to be withdrawn, from 1: papers drawn after it do without it
  withdrawn_no smallint,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (contest_id, no)
);
-- With what is right in it: never for visitors, though the contest is theirs to see.
alter table contest_question enable row level security;
grant select, insert, update, delete on contest_question to jianbao_desk;
create policy reads on contest_question for select to jianbao_desk using ((select scope_of_content())
  and exists (select from contest parent where parent.id = contest_id and in_scope(parent.scope_path)));
call guard_writing('contest_question', '(select scope_of_content())
  and exists (select from contest parent where parent.id = contest_id and in_scope(parent.scope_path))');

-- Units whose people play, as they were when the contest opened.
create table contest_unit (
  contest_id uuid not null references contest (id) on delete cascade,
  -- from 1; 0 is nobody's unit
  no integer not null,
  unit_id uuid not null references unit (id),
  name text not null,
  path text collate "C" not null,
  -- the city it lies in, 0 for the top itself
  city_no integer not null,
  -- people there who might play, for the rate of participation
  expected integer,
  primary key (contest_id, no)
);
create unique index contest_unit_unit on contest_unit (contest_id, unit_id);
call guard_by_parent('contest_unit', 'contest', 'contest_id', content => true);

create table contest_step (
  id uuid primary key,
  contest_id uuid not null references contest (id) on delete cascade,
  at timestamptz not null,
  action text not null,
  by_id text not null,
  by_name text not null,
  note text not null default ''
);
create index contest_step_contest on contest_step (contest_id, at, id);
alter table contest_step enable row level security;
grant select, insert on contest_step to jianbao_desk;
create policy reads on contest_step for select to jianbao_desk using ((select scope_of_content())
  and exists (select from contest parent where parent.id = contest_id and in_scope(parent.scope_path)));
create policy adds on contest_step for insert to jianbao_desk with check ((select scope_of_content())
  and exists (select from contest parent where parent.id = contest_id and in_scope(parent.scope_path)));
