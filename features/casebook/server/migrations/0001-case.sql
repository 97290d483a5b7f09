-- 典型案例: what one unit did well, why it worked and how others do the same.
create table casebook_case (
  id uuid primary key,
  -- the unit that keeps it
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  source_kind text not null check (source_kind in ('article', 'report')),
  -- an article gets a new row when its document is accepted again: then it is found by its issue and headline
  article_id uuid references article (id) on delete set null,
  issue_id uuid references issue (id) on delete set null,
  report_id uuid references report (id) on delete set null,
  -- as the source was when it was marked
  source_title text not null,
  source_unit text not null,
  source_day date,
  title text not null,
  -- 为何可行, 怎么复制: paragraphs, a line feed between them
  why text not null default '',
  how text not null default '',
  tags text[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'approved', 'public')),
  -- what it is found by, as the search of the archive normalises it: a line for each part
  search text not null,
  -- the same without what its source is called, which visitors may not read
  open_search text not null default '',
  -- characters and pairs of neighbours of it, to hold against an article that is being written
  pairs integer[] not null,
  marked_by text not null,
  marked_name text not null,
  marked_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  version integer not null default 0
);
create index casebook_case_scope on casebook_case (scope_path, marked_at desc, id desc);
create index casebook_case_public on casebook_case (published_at desc, id desc) where state = 'public';
create index casebook_case_tags on casebook_case using gin (tags);
create index casebook_case_issue on casebook_case (issue_id) where issue_id is not null;
-- A unit keeps one case of one source.
create unique index casebook_case_article on casebook_case (article_id, unit_id) where article_id is not null;
create unique index casebook_case_report on casebook_case (report_id, unit_id) where report_id is not null;
create trigger casebook_case_takes_scope before insert or update of unit_id on casebook_case
  for each row execute function take_scope_path();
-- What is approved is to be copied by the units below; what is public by everybody.
call guard_by_scope('casebook_case', true,
  'state = ''public'' or (state = ''approved'' and scope_hangs_under(scope_path) and (select scope_of_content()))');

create table casebook_step (
  id uuid primary key,
  case_id uuid not null references casebook_case (id) on delete cascade,
  at timestamptz not null,
  action text not null check (action in ('mark', 'edit', 'amend', 'approve', 'reopen', 'publish', 'withdraw')),
  by_id text not null,
  by_name text not null,
  changed text[] not null default '{}'
);
create index casebook_step_case on casebook_step (case_id, at, id);
-- Who did what is for those who work here, also where the case is public.
alter table casebook_step enable row level security;
grant select, insert on casebook_step to jianbao_desk;
create policy reads on casebook_step for select to jianbao_desk using ((select scope_of_content())
  and exists (select from casebook_case parent where parent.id = case_id));
create policy adds on casebook_step for insert to jianbao_desk with check ((select scope_of_content())
  and exists (select from casebook_case parent where parent.id = case_id and in_scope(parent.scope_path)));
