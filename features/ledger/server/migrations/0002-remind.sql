-- What a unit was told of (催办记录): by the program on its days, or by a coordinator.
create table reminder (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  campaign_id uuid references campaign (id) on delete cascade,
  -- task, review, desk, commission, commitment
  kind text not null,
  -- of a reminder of kind task
  task_id uuid references task (id) on delete cascade,
  period_no integer,
  way text not null check (way in ('automatic', 'manual')),
  -- who asked by hand, and with which words
  by_id text,
  by_name text,
  words text,
  -- the day it belongs to: nobody is told of the same thing twice on one
  day date not null,
  -- when people were told, or will be: quiet hours are waited for
  at timestamptz not null,
  -- so many; 0: nobody there holds a post that is told
  people integer not null,
  check ((kind = 'task') = (task_id is not null)),
  check ((way = 'manual') = (by_id is not null))
);
create index reminder_scope on reminder (scope_path, at desc, id desc);
create index reminder_at on reminder (at desc, id desc);
create index reminder_cell on reminder (unit_id, task_id, period_no, at desc) where task_id is not null;
create unique index reminder_of_day on reminder (day, unit_id, kind, coalesce(campaign_id, unit_id), coalesce(task_id, unit_id),
  coalesce(period_no, -1)) where way = 'automatic';
create trigger reminder_takes_scope before insert or update of unit_id on reminder
  for each row execute function take_scope_path();
call guard_by_scope('reminder', true);

-- What one person was told on one day, all at once.
create table reminder_digest (
  person_id text not null,
  day date not null,
  at timestamptz not null,
  -- RemindLine[]
  lines jsonb not null,
  primary key (person_id, day)
);
create index reminder_digest_day on reminder_digest (day);
alter table reminder_digest enable row level security;
grant select on reminder_digest to jianbao_desk;
create policy own on reminder_digest for select to jianbao_desk using (person_id = (select scope_person()));

-- The round of one campaign on one day, put in line once however many servers look at the clock. Null: what belongs to
-- no campaign.
create table reminder_round (
  id uuid primary key,
  campaign_id uuid references campaign (id) on delete cascade,
  day date not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'missed', 'failed')),
  attempts integer not null default 0,
  people integer,
  ended_at timestamptz
);
create unique index reminder_round_once on reminder_round (day, coalesce(campaign_id, '00000000-0000-0000-0000-000000000000'));
alter table reminder_round enable row level security;

-- A coordinator's reminder that waits for the end of the quiet hours.
create table reminder_call (
  id uuid primary key,
  send_at timestamptz not null,
  -- CallLetter[]
  letters jsonb not null,
  told_at timestamptz
);
create index reminder_call_waiting on reminder_call (send_at) where told_at is null;
alter table reminder_call enable row level security;
