-- A campaign (专项工作) of a unit binds units below it; everybody there reads its plan.
create table campaign (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  -- of its pack, which it is loaded from again
  key text not null,
  name text not null,
  from_day date not null,
  to_day date not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  -- the pack as it was loaded last; stages, tasks and periods are drawn from it
  pack jsonb not null,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (unit_id, key)
);
create index campaign_scope on campaign (scope_path);
create trigger campaign_takes_scope before insert or update of unit_id on campaign
  for each row execute function take_scope_path();
call guard_by_scope('campaign', true,
  'state <> ''draft'' and scope_hangs_under(scope_path) and (select scope_of_content())');

create table stage (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  key text not null,
  position integer not null,
  name text not null,
  purpose text,
  from_day date not null,
  to_day date not null,
  unique (campaign_id, key)
);
call guard_by_parent('stage', 'campaign', 'campaign_id', content => true);

create table task (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  stage_id uuid references stage (id) on delete set null,
  key text not null,
  position integer not null,
  name text not null,
  short text not null,
  required boolean not null,
  -- units of these kinds below the campaign's unit are bound by it, and these by name
  kinds text[] not null,
  unit_ids uuid[] not null,
  basis text,
  purpose text,
  lead text,
  rhythm text check (rhythm in ('month', 'quarter')),
  -- so many reports of these types (any type when empty) in a period are a task done
  needed integer not null,
  types text[] not null,
  -- how facts of imported bulletins prove it; both null when they do not
  imported_types text[],
  imported_words text[],
  -- no longer in the plan, but reports stand under it
  dropped boolean not null default false,
  unique (campaign_id, key)
);
call guard_by_parent('task', 'campaign', 'campaign_id', content => true);

-- Once: one period; every month or quarter: one for each.
create table task_period (
  task_id uuid not null references task (id) on delete cascade,
  -- of the calendar, so that it stays when the pack is loaded again: 202603, 20261; 1 of a task done once
  no integer not null,
  -- 3月, 二季度; of a task that is done once its own name
  name text not null,
  from_day date not null,
  to_day date not null,
  due_day date not null,
  -- the first day on which nothing is taken any more; null: never
  lock_day date,
  primary key (task_id, no)
);
create index task_period_due on task_period (due_day, task_id);
create function task_campaign_path(task uuid) returns text language sql stable as
  $$ select c.scope_path from task t join campaign c on c.id = t.campaign_id where t.id = task $$;
call guard_by_parent('task_period', 'task', 'task_id', 'task_campaign_path(parent.id)', content => true);

-- A unit that may report on a period after it was closed.
create table task_opening (
  id uuid primary key,
  task_id uuid not null,
  period_no integer not null,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  -- the last day it is open
  until_day date not null,
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  foreign key (task_id, period_no) references task_period (task_id, no) on delete cascade,
  unique (task_id, period_no, unit_id)
);
create index task_opening_scope on task_opening (scope_path);
create trigger task_opening_takes_scope before insert or update of unit_id on task_opening
  for each row execute function take_scope_path();
call guard_by_scope('task_opening', true);

-- What a unit was asked to put its name under (责任书, 承诺书), and when it did.
create table commitment (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  key text not null,
  name text not null,
  -- as it was issued to this unit
  paragraphs jsonb not null,
  until_day date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  signed_at timestamptz,
  signed_by_id text,
  signed_by_name text,
  -- SHA-256 of what was signed: name and paragraphs, a line feed behind each
  signed_sha256 text,
  version integer not null default 0,
  unique (campaign_id, key, unit_id)
);
create index commitment_scope on commitment (scope_path, campaign_id);
create index commitment_unsigned on commitment (campaign_id, key, signed_at);
create trigger commitment_takes_scope before insert or update of unit_id on commitment
  for each row execute function take_scope_path();
call guard_by_scope('commitment', true);
