-- What a unit tells about something it did (稿件). It lies on one desk after another: that of the city, of the province.
create table report (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  campaign_id uuid references campaign (id),
  -- which task it is handed in for, and for which period of it
  task_id uuid references task (id),
  period_no integer,
  commission_id uuid,
  title text not null default '',
  -- paragraphs, a line feed between them
  body text not null default '',
  -- an activity type of the campaign's pack
  type text,
  start_day date,
  end_day date,
  place text,
  -- units that took part besides its own: [{ unitId, name, role }], unitId null for those outside the tree
  partners jsonb not null default '[]',
  -- what was read out of the text and nobody has accepted yet: a ReportProposal without what was settled
  proposal jsonb,
  state text not null default 'draft'
    check (state in ('draft', 'review', 'submitted', 'accepted', 'adopted', 'kept', 'returned', 'withdrawn')),
  -- the unit whose editors have it; null while its own unit has it
  desk_id uuid references unit (id),
  -- the desk that returned it, as long as it is returned
  returned_by uuid references unit (id),
  -- in whose inbox it is shown
  inbox_id uuid generated always as (coalesce(desk_id, returned_by)) stored,
  -- an editor who is at it, for a while
  claimed_by text,
  claimed_name text,
  claimed_until timestamptz,
  -- how many of them, so that lists need not count
  figures integer not null default 0,
  photos integer not null default 0,
  created_by text not null,
  created_name text not null,
  -- who wrote or moved it last
  edited_name text not null,
  -- first given to the unit lead or a desk: until then nobody above its unit sees it
  sent_at timestamptz,
  -- first left its unit: whether it was in time goes by this
  submitted_at timestamptz,
  -- came to the desk it lies on, or that returned it
  arrived_at timestamptz,
  -- taken by a desk, and not returned since: from here on it proves its task
  accepted_at timestamptz,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (task_id, period_no) references task_period (task_id, no)
);
create index report_unit on report (scope_path, updated_at desc, id desc);
-- one tab of an inbox, the newest first
create index report_inbox on report (inbox_id, state, arrived_at desc, id desc);
-- the orders of a list of the whole scope, as the list asks for them
create index report_arrived on report (arrived_at desc nulls last, id desc);
create index report_updated on report (updated_at desc, id desc);
create index report_day on report (start_day desc nulls last, id desc);
create index report_inbox_arrived on report (inbox_id, arrived_at desc, id desc) where inbox_id is not null;
-- counted within a subtree without a look at the rows: it holds all that filters and policies ask for
create index report_state on report (scope_path, state) include (inbox_id, submitted_at, sent_at, created_by);
-- others that tell of the same activity
create index report_same_day on report (inbox_id, start_day) where state in ('submitted', 'accepted');
create index report_claimed on report (claimed_by) where claimed_by is not null;
create index report_task on report (task_id, unit_id, period_no) where task_id is not null;
create index report_near on report (unit_id, start_day) where start_day is not null;
-- what never was handed in: the little that is being written
create index report_written on report (scope_path) where submitted_at is null;
create index report_author on report (created_by, updated_at desc, id desc);
create trigger report_takes_scope before insert or update of unit_id on report
  for each row execute function take_scope_path();

-- A unit that is moved away takes what it handed in out of the sight of the desk it lies on: it goes on to the top.
create function report_finds_desk() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.desk_id is not null
    and not exists (select from unit where id = new.desk_id and starts_with(new.scope_path, path))
  then
    select id, null, null, null into new.desk_id, new.claimed_by, new.claimed_name, new.claimed_until
      from unit where parent_id is null;
  end if;
  return new;
end $$;
create trigger report_moves_with_unit before update of scope_path on report
  for each row when (old.scope_path <> new.scope_path) execute function report_finds_desk();

alter table report enable row level security;
grant select, insert, update, delete on report to jianbao_desk;
do $$
declare
  rule text := in_scope_rule('scope_path', 'content_roots()');
begin
  -- a draft is for its author and for the people of its unit, not for those above
  execute format('create policy reads on report for select to jianbao_desk using ((%s)
    and (sent_at is not null or created_by = (select scope_person())
      or scope_path = any ((select content_roots())::text[])))', rule);
  call guard_writing('report', rule);
end $$;

-- Figures somebody stands for; what the reader only proposes is in report.proposal.
create table report_figure (
  -- given by the form, and its own only within the report
  id uuid not null,
  report_id uuid not null references report (id) on delete cascade,
  position integer not null,
  -- of the campaign's pack
  measure text not null,
  value numeric not null,
  unit text not null,
  qualifier text not null check (qualifier in ('exact', 'about', 'over', 'under', 'atleast')),
  -- what was counted: 党员, 志愿者
  of text,
  -- as it is printed in the text, when it was read there
  surface text,
  primary key (report_id, id)
);
create index report_figure_measure on report_figure (measure, report_id);
call guard_by_parent('report_figure', 'report', 'report_id', content => true);

/* How many reports of each state an inbox shows, as differences that add up to the number: nobody who writes waits for
   another, and a tab is counted without a look at its reports. */
create table inbox_tally (
  inbox_id uuid not null,
  state text not null,
  difference integer not null
);
create index inbox_tally_inbox on inbox_tally (inbox_id, state) include (difference);
alter table inbox_tally enable row level security;
grant select on inbox_tally to jianbao_desk;
create policy reads on inbox_tally for select to jianbao_desk
  using ((select scope_of_content()) and exists (select from unit u where u.id = inbox_id));

create function report_is_tallied() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    with added as (insert into inbox_tally
      select inbox_id, state, count(*) from new_rows where inbox_id is not null group by 1, 2 returning inbox_id)
    select array_agg(inbox_id) into touched from added;
  elsif tg_op = 'DELETE' then
    with added as (insert into inbox_tally
      select inbox_id, state, -count(*) from old_rows where inbox_id is not null group by 1, 2 returning inbox_id)
    select array_agg(inbox_id) into touched from added;
  else
    with added as (insert into inbox_tally
      select x.inbox_id, x.state, sum(x.difference) from (
        select inbox_id, state, 1 as difference from new_rows union all select inbox_id, state, -1 from old_rows) x
        where x.inbox_id is not null group by 1, 2 having sum(x.difference) <> 0 returning inbox_id)
    select array_agg(inbox_id) into touched from added;
  end if;
  -- Now and then many become one; what somebody else is folding is left to them.
  if touched is not null and random() < 0.02 then
    with gone as (delete from inbox_tally where ctid = any (array(
        select ctid from inbox_tally where inbox_id = any (touched) for update skip locked))
      returning inbox_id, state, difference)
    insert into inbox_tally select inbox_id, state, sum(difference) from gone group by 1, 2;
  end if;
  return null;
end $$;
create trigger report_adds_to_tally after insert on report referencing new table as new_rows
  for each statement execute function report_is_tallied();
create trigger report_changes_tally after update on report referencing old table as old_rows new table as new_rows
  for each statement execute function report_is_tallied();
create trigger report_leaves_tally after delete on report referencing old table as old_rows
  for each statement execute function report_is_tallied();

create table report_photo (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  position integer not null,
  sha256 text not null,
  thumb_sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  caption text not null default '',
  created_at timestamptz not null
);
create index report_photo_report on report_photo (report_id, position);
create index report_photo_content on report_photo (sha256);
create index report_photo_thumb on report_photo (thumb_sha256);
call guard_by_parent('report_photo', 'report', 'report_id', content => true);

-- Everything that was done with it, from the first draft on.
create table report_step (
  report_id uuid not null references report (id) on delete cascade,
  seq integer not null,
  action text not null,
  -- the state it led to
  state text not null,
  by_id text not null,
  by_name text not null,
  -- the unit they acted for, and the desk it lay on afterwards
  unit_id uuid references unit (id),
  desk_id uuid references unit (id),
  reason text,
  -- what else is to be said: { column }, { fields }
  details jsonb not null default '{}',
  at timestamptz not null,
  primary key (report_id, seq)
);
create index report_step_at on report_step (at);
call guard_by_parent('report_step', 'report', 'report_id', content => true);

-- A desk takes a report into its bulletin. One report may be adopted by several desks, each once.
create table adoption (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  -- the unit whose desk adopted it
  unit_id uuid not null references unit (id),
  column_key text not null,
  -- the text as the desk edited it
  title text not null,
  body text not null,
  -- the same for reports that were adopted together as one piece (综合采用)
  composite_id uuid,
  -- the issue it ran in, and the article
  issue_id uuid references issue (id) on delete set null,
  article_id uuid references article (id) on delete set null,
  -- as they were when it was registered: the reporter need not see the issue itself
  issue_name text,
  issue_day date,
  printed_title text,
  printed_body text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoke_reason text,
  version integer not null default 0
);
create unique index adoption_once on adoption (report_id, unit_id) where revoked_at is null;
create index adoption_at on adoption (unit_id, at desc);
create index adoption_issue on adoption (issue_id) where issue_id is not null;
create index adoption_composite on adoption (composite_id) where composite_id is not null;
call guard_by_parent('adoption', 'report', 'report_id', content => true);

-- What an adopted text was before the desk edited it again.
create table adoption_revision (
  adoption_id uuid not null references adoption (id) on delete cascade,
  -- of the adoption as it was
  version integer not null,
  column_key text not null,
  title text not null,
  body text not null,
  -- who replaced it
  by_name text not null,
  at timestamptz not null,
  primary key (adoption_id, version)
);
create function adoption_path(adoption uuid) returns text language sql stable as
  $$ select r.scope_path from adoption a join report r on r.id = a.report_id where a.id = adoption $$;
call guard_by_parent('adoption_revision', 'adoption', 'adoption_id', 'adoption_path(parent.id)', content => true);

-- A piece a desk asks of a unit (约稿). Asked of several units it is one row for each, of one batch.
create table commission (
  id uuid primary key,
  batch_id uuid not null,
  -- who is asked
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  -- whose desk asks
  desk_id uuid not null references unit (id),
  campaign_id uuid references campaign (id),
  task_id uuid references task (id),
  period_no integer,
  title text not null,
  brief text not null default '',
  due_day date not null,
  -- delivered: a report for it left the unit; missed: the day passed without one
  state text not null check (state in ('open', 'delivered', 'done', 'missed', 'cancelled')),
  report_id uuid references report (id) on delete set null,
  -- nothing had come when the day was over; stays when something comes after all
  late boolean not null default false,
  -- why the desk no longer wants it
  reason text,
  by_id text not null,
  by_name text not null,
  created_at timestamptz not null,
  -- when it was delivered, done, missed or cancelled
  settled_at timestamptz,
  version integer not null default 0
);
create index commission_scope on commission (scope_path, state, due_day);
create index commission_desk on commission (desk_id, state, due_day, id);
create index commission_due on commission (due_day) where state = 'open';
create index commission_batch on commission (batch_id);
create index commission_report on commission (report_id) where report_id is not null;
create index commission_task on commission (task_id, unit_id) where task_id is not null;
create trigger commission_takes_scope before insert or update of unit_id on commission
  for each row execute function take_scope_path();
call guard_by_scope('commission', true);
alter table report add foreign key (commission_id) references commission (id) on delete set null;
create index report_commission on report (commission_id) where commission_id is not null;
