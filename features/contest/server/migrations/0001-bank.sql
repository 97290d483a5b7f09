-- 题库: questions of one unit, kept over many contests.
create table contest_bank (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  name text not null,
  notes text not null default '',
  created_by text not null,
  created_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 0
);
create index contest_bank_scope on contest_bank (scope_path, name, id);
create unique index contest_bank_name on contest_bank (unit_id, name);
create trigger contest_bank_takes_scope before insert or update of unit_id on contest_bank
  for each row execute function take_scope_path();
call guard_by_scope('contest_bank', true);

create table contest_bank_question (
  id uuid primary key,
  bank_id uuid not null references contest_bank (id) on delete cascade,
  type text not null check (type in ('true-false', 'single', 'multiple', 'fill-in')),
  stem text not null,
  options jsonb not null,
  answer jsonb not null,
  category text not null default '',
  difficulty text not null check (difficulty in ('easy', 'medium', 'hard')),
  explanation text not null default '',
  source text not null default '',
  -- hash of a picture in the file store
  picture_id text,
  state text not null default 'draft' check (state in ('draft', 'approved', 'retired')),
  -- hash of the stem and options without blanks and punctuation: equal means the same question
  fingerprint text not null,
  -- characters and pairs of neighbours of the stem, to find questions that are nearly the same
  pairs integer[] not null default '{}',
  written_by text not null,
  written_name text not null,
  reviewed_by text,
  reviewed_name text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 0
);
create index contest_bank_question_list on contest_bank_question (bank_id, created_at, id);
create index contest_bank_question_kind on contest_bank_question (bank_id, state, type, category, difficulty);
create index contest_bank_question_same on contest_bank_question (bank_id, fingerprint);
call guard_by_parent('contest_bank_question', 'contest_bank', 'bank_id', content => true);
