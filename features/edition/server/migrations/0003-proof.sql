-- Findings of proofreading that somebody decided to leave as they are.
create table edition_ignored_finding (
  edition_id uuid not null references edition (id) on delete cascade,
  -- of the finding; another one as soon as the words there change
  fingerprint text not null,
  rule text not null,
  quote text not null,
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (edition_id, fingerprint)
);
call guard_by_parent('edition_ignored_finding', 'edition', 'edition_id', content => true);

-- 用语规范: how an office writes. Units below go by it too, unless they say otherwise of the same word.
create table office_word (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  wrong text not null,
  -- null: not to be used at all
  meant text,
  reason text,
  level text not null check (level in ('error', 'warn', 'hint')),
  updated_name text not null,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (unit_id, wrong)
);
create index office_word_scope on office_word (scope_path, wrong);
create trigger office_word_takes_scope before insert or update of unit_id on office_word
  for each row execute function take_scope_path();
call guard_by_scope('office_word', true, 'scope_hangs_under(scope_path) and (select scope_of_content())');
