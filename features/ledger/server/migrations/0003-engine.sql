-- 台账: a book of things to be done, kept by one unit for itself and those below.
create table ledger (
  id uuid primary key,
  campaign_id uuid references campaign (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  key text not null,
  kind text not null check (kind in ('work', 'rectification', 'service')),
  name text not null,
  -- LedgerRules: its steps, days and what closes an item
  rules jsonb not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  -- the last number given to a matter
  last_no integer not null default 0,
  version integer not null default 0,
  created_at timestamptz not null
);
-- Next year's campaign has ledgers of the same keys.
create unique index ledger_campaign on ledger (campaign_id, key) where campaign_id is not null;
create unique index ledger_unit on ledger (unit_id, key) where campaign_id is null;
create index ledger_scope on ledger (scope_path);
create trigger ledger_takes_scope before insert or update of unit_id on ledger
  for each row execute function take_scope_path();

-- 事项: what is to be done, once, however many units are to do it.
create table ledger_matter (
  id uuid primary key,
  ledger_id uuid not null references ledger (id) on delete cascade,
  -- of the ledger, counted up; never given again
  no integer not null,
  title text not null,
  task_id uuid references task (id) on delete cascade,
  -- finding, need: what it came from, in another room
  origin text,
  origin_id uuid,
  created_by text not null,
  created_name text not null,
  created_at timestamptz not null,
  unique (ledger_id, no)
);
create unique index ledger_matter_task on ledger_matter (ledger_id, task_id) where task_id is not null;
create index ledger_matter_origin on ledger_matter (origin_id) where origin_id is not null;

-- 台账事项: a matter at one unit.
create table ledger_item (
  id uuid primary key,
  matter_id uuid not null references ledger_matter (id) on delete cascade,
  ledger_id uuid not null references ledger (id) on delete cascade,
  kind text not null,
  -- of the matter, for several words of one unit
  title text not null,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  -- the unit that reviews, dispatches, verifies and closes it
  keeper_id uuid not null references unit (id),
  parent_id uuid references ledger_item (id),
  task_id uuid references task (id) on delete cascade,
  -- 问题 or 需求, 措施, 依据
  problem text not null default '',
  measure text not null default '',
  basis text not null default '',
  -- what is to be reached: a measure of the campaign, or one in words, with its number and unit
  target_measure text,
  target_value numeric,
  target_unit text,
  -- 责任人, 责任领导; the name stays when the person is gone
  owner_id text references person (id) on delete set null,
  owner_name text not null default '',
  leader_name text not null default '',
  budget numeric,
  spent numeric,
  -- SettledWhen: [{ no, name, day, done }]
  milestones jsonb not null default '[]',
  start_day date not null,
  due_day date not null,
  -- from this day on it is blue; kept with the deadline, because working days are counted outside the database
  near_day date not null,
  -- of the first milestone that is not reached
  milestone_day date,
  percent integer not null default 0 check (percent between 0 and 100),
  -- the sum of the figures of its proof, where a target is set
  reached numeric not null default 0,
  state text not null check (state in ('draft', 'review', 'ready', 'dispatched', 'doing', 'feedback', 'closed', 'settled', 'cancelled')),
  -- one of each step; of a step that was taken again the last
  submitted_at timestamptz,
  submitted_by text,
  reviewed_at timestamptz,
  dispatched_at timestamptz,
  acknowledged_at timestamptz,
  fed_back_at timestamptz,
  -- the same as a day, while it waits to be verified: what waits at the keeper makes no unit red
  fed_back_day date,
  closed_at timestamptz,
  closed_day date,
  recheck_day date,
  settled_at timestamptz,
  cancelled_at timestamptz,
  reopened integer not null default 0,
  -- something came to light after it was closed: a person decides
  flag text,
  flagged_at timestamptz,
  -- ClosedSummary, as it was when it was closed
  summary jsonb,
  updated_at timestamptz not null,
  version integer not null default 0,
  check (start_day <= due_day),
  check (parent_id is null or parent_id <> id),
  check ((target_value is null) = (target_unit is null)),
  check (state not in ('closed', 'settled') or summary is not null)
);
create unique index ledger_item_of_task on ledger_item (matter_id, unit_id) where parent_id is null and task_id is not null;
create index ledger_item_scope on ledger_item (scope_path, due_day, id) include (state, ledger_id);
create index ledger_item_matter on ledger_item (matter_id, scope_path);
create index ledger_item_board on ledger_item (ledger_id, state, due_day, id);
create index ledger_item_open on ledger_item (due_day, id) where state in ('dispatched', 'doing', 'feedback');
-- The whole list in its two orders; those below one unit are found along its paths.
create index ledger_item_due on ledger_item (due_day, id);
create index ledger_item_updated on ledger_item (updated_at desc, id);
create index ledger_item_reopened on ledger_item (due_day, id) where reopened > 0;
create index ledger_item_unit on ledger_item (unit_id, due_day, id);
create index ledger_item_parent on ledger_item (parent_id) where parent_id is not null;
create index ledger_item_task on ledger_item (task_id, unit_id) where task_id is not null;
create index ledger_item_owner on ledger_item (owner_id) where owner_id is not null;
create index ledger_item_recheck on ledger_item (recheck_day) where state = 'closed' and recheck_day is not null;
create index ledger_item_flag on ledger_item (flagged_at) where flag is not null;
create trigger ledger_item_takes_scope before insert or update of unit_id on ledger_item
  for each row execute function take_scope_path();

-- Given once, when a part is made: so no chain of parts can close to a ring, whoever writes.
create function parent_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an item stays a part of what it was made a part of' using errcode = 'check_violation';
end $$;
create trigger ledger_item_parent_stays before update of parent_id on ledger_item
  for each row when (old.parent_id is distinct from new.parent_id) execute function parent_stays();

-- 牵头单位 and 协办单位: they see the item, wherever it stands.
create table ledger_party (
  item_id uuid not null references ledger_item (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  part text not null check (part in ('lead', 'assist')),
  primary key (item_id, unit_id, part)
);
create index ledger_party_scope on ledger_party (scope_path, item_id);
create index ledger_party_unit on ledger_party (unit_id, item_id);
create trigger ledger_party_takes_scope before insert or update of unit_id on ledger_party
  for each row execute function take_scope_path();

-- Units that keep items for the scope: the wall before an item is dispatched. Read past the policies and once for a query:
-- asking of each row whether its keeper is seen took longer than all the rest.
create function keepers_of_scope() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as
  $$ select u.id from unit u where u.path ^@ any ((select content_roots())::text[]) $$;
revoke execute on function keepers_of_scope() from public;
grant execute on function keepers_of_scope() to jianbao_desk;
/* Read past the policies, for an item and its parties would ask for each other in a ring; of the scope alone. */
create function parts_of_scope() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as
  $$ select p.item_id from ledger_party p where p.scope_path ^@ any ((select content_roots())::text[]) $$;
create function ledgers_of_parts() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct i.ledger_id from ledger_item i where i.dispatched_at is not null
       and i.id in (select p.item_id from ledger_party p where p.scope_path ^@ any ((select content_roots())::text[])) $$;
revoke execute on function parts_of_scope(), ledgers_of_parts() from public;
grant execute on function parts_of_scope(), ledgers_of_parts() to jianbao_desk;

-- What a ledger is called is read by all who work below it, and by those who have a part in an item of it.
call guard_by_scope('ledger', true, '(select scope_of_content())
  and (scope_hangs_under(scope_path) or id in (select ledgers_of_parts()))');

alter table ledger_item enable row level security;
grant select, insert, update, delete on ledger_item to jianbao_desk;
do $$
declare
  rule text := in_scope_rule('scope_path', 'content_roots()');
begin
  execute format('create policy reads on ledger_item for select to jianbao_desk using (
    case when %s then dispatched_at is not null or keeper_id in (select keepers_of_scope())
      else dispatched_at is not null and id in (select parts_of_scope()) end)', rule);
  call guard_writing('ledger_item', rule);
end $$;
call guard_by_parent('ledger_party', 'ledger_item', 'item_id');

-- A matter is seen by whoever sees one of its items, and written by who keeps its ledger or has an item of it.
-- offset: looked up for the matter at hand, never hashed from all items of the scope.
alter table ledger_matter enable row level security;
grant select, insert, update, delete on ledger_matter to jianbao_desk;
create policy reads on ledger_matter for select to jianbao_desk using ((select scope_of_content())
  and (exists (select from ledger l where l.id = ledger_id and in_scope(l.scope_path))
    or exists (select from ledger_item i where i.matter_id = ledger_matter.id
      and i.scope_path >= (select scope_from()) and i.scope_path < (select scope_to()) offset 0)
    or id in (select i.matter_id from ledger_item i where i.id in (select parts_of_scope()))));
call guard_writing('ledger_matter', '(select scope_of_content())
  and exists (select from ledger l where l.id = ledger_id and in_scope(l.scope_path))');

-- What was done with an item, and when: never changed.
create table ledger_step (
  id bigint generated always as identity primary key,
  item_id uuid not null references ledger_item (id) on delete cascade,
  at timestamptz not null,
  action text not null,
  state text not null,
  -- program: by_id is empty
  by_id text not null,
  by_name text not null,
  words text,
  details jsonb
);
create index ledger_step_item on ledger_step (item_id, id);
alter table ledger_step enable row level security;
grant select, insert on ledger_step to jianbao_desk;
-- What was said while it was made, or made again after it was declined, stays with its keeper.
create policy reads on ledger_step for select to jianbao_desk using (exists (select from ledger_item i where i.id = item_id
  and (ledger_step.state not in ('draft', 'review', 'ready') or ledger_step.action in ('propose', 'decline') or i.keeper_id in (select keepers_of_scope()))));
create policy adds on ledger_step for insert to jianbao_desk
  with check (exists (select from ledger_item i where i.id = item_id and in_scope(i.scope_path)));

-- Lights of an item up to its last deed, each from the day it came on; later ones follow from the item itself.
create table ledger_light (
  item_id uuid not null references ledger_item (id) on delete cascade,
  from_day date not null,
  -- null: none, it was closed, cancelled or not dispatched
  light text check (light in ('green', 'blue', 'yellow', 'red')),
  primary key (item_id, from_day)
);
call guard_by_parent('ledger_light', 'ledger_item', 'item_id');

-- Proof of an item: a report, or a file.
create table ledger_evidence (
  id uuid primary key,
  item_id uuid not null references ledger_item (id) on delete cascade,
  report_id uuid references report (id) on delete set null,
  -- content hash, in the store of files
  sha256 text,
  name text not null,
  media_type text,
  bytes bigint,
  note text not null default '',
  -- empty: by the program
  added_by text not null,
  added_name text not null,
  added_at timestamptz not null,
  -- of a report: no longer standing (withdrawn, returned, adoption revoked), or taken back by hand
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (report_id is null or sha256 is null)
);
create unique index ledger_evidence_report on ledger_evidence (item_id, report_id) where report_id is not null and withdrawn_at is null;
create index ledger_evidence_item on ledger_evidence (item_id, added_at, id);
create index ledger_evidence_of on ledger_evidence (report_id) where report_id is not null;
call guard_by_parent('ledger_evidence', 'ledger_item', 'item_id', content => true);

-- 延期申请: asked for before the deadline, decided by the keeper.
create table ledger_extension (
  id uuid primary key,
  item_id uuid not null references ledger_item (id) on delete cascade,
  from_day date not null,
  to_day date not null,
  reason text not null,
  asked_by text not null,
  asked_name text not null,
  asked_at timestamptz not null,
  decision text check (decision in ('granted', 'refused')),
  decided_name text,
  decided_at timestamptz,
  answer text,
  check (to_day > from_day)
);
create unique index ledger_extension_open on ledger_extension (item_id) where decision is null;
create index ledger_extension_item on ledger_extension (item_id, asked_at);
call guard_by_parent('ledger_extension', 'ledger_item', 'item_id', content => true);

-- What the program is to look at again: a pair of task and unit whose coverage, or an item whose proof, changed.
create table ledger_due (
  task_id uuid not null references task (id) on delete cascade,
  unit_id uuid not null references unit (id) on delete cascade,
  at timestamptz not null default now(),
  primary key (task_id, unit_id)
);
alter table ledger_due enable row level security;

create function coverage_is_due() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from ledger where kind = 'work') then
    insert into ledger_due (task_id, unit_id) select distinct task_id, unit_id from new_rows order by 1, 2
      on conflict (task_id, unit_id) do update set at = excluded.at;
  end if;
  return null;
end $$;
create trigger item_is_due after insert on item referencing new table as new_rows
  for each statement execute function coverage_is_due();
create trigger item_is_due_again after update on item referencing new table as new_rows
  for each statement execute function coverage_is_due();

create function adoption_is_due() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from ledger where kind = 'work') then
    insert into ledger_due (task_id, unit_id) select distinct r.task_id, r.unit_id
        from new_rows n join report r on r.id = n.report_id where r.task_id is not null order by 1, 2
      on conflict (task_id, unit_id) do update set at = excluded.at;
  end if;
  return null;
end $$;
create trigger adoption_makes_due after insert on adoption referencing new table as new_rows
  for each statement execute function adoption_is_due();
create trigger adoption_makes_due_again after update on adoption referencing new table as new_rows
  for each statement execute function adoption_is_due();

-- A work ledger that is opened takes in what the plan binds already.
create function ledger_takes_in() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into ledger_due (task_id, unit_id) select i.task_id, i.unit_id from new_rows l join item i on i.campaign_id = l.campaign_id
    where l.kind = 'work' order by 1, 2 on conflict (task_id, unit_id) do update set at = excluded.at;
  return null;
end $$;
create trigger ledger_takes_in_plan after insert on ledger referencing new table as new_rows
  for each statement execute function ledger_takes_in();

/* Proof stands or falls with its report: handed back, withdrawn, or an adoption revoked. What is closed is flagged and
   stays closed; what is open adds up its figures anew. */
create function weigh_evidence(reports uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fallen uuid[];
begin
  if not exists (select from ledger_evidence where report_id = any (reports)) then return; end if;
  perform from ledger_item where id in (select item_id from ledger_evidence where report_id = any (reports)) order by id for update;
  with changed as (
    update ledger_evidence e set withdrawn_at = now(), withdrawn_why = 'report' from report r
      where r.id = e.report_id and e.report_id = any (reports) and e.withdrawn_at is null
        and r.state in ('draft', 'review', 'returned', 'withdrawn')
      returning e.item_id)
  select array_agg(distinct item_id) into fallen from changed;
  update ledger_evidence e set withdrawn_at = null, withdrawn_why = null from report r
    where r.id = e.report_id and e.report_id = any (reports) and e.withdrawn_why = 'report'
      and r.state not in ('draft', 'review', 'returned', 'withdrawn');
  update ledger_item set flag = 'evidence', flagged_at = now(), version = version + 1
    where id = any (fallen) and state in ('closed', 'settled');
  perform sum_evidence(array(select distinct item_id from ledger_evidence where report_id = any (reports)));
end $$;
revoke execute on function weigh_evidence(uuid[]) from public;

-- The figures of standing proof, in the measure and unit of the target.
create function sum_evidence(items uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ledger_item i set reached = summed.value from (
    select o.id, coalesce(sum(f.value) filter (where r.state not in ('draft', 'review', 'returned', 'withdrawn')), 0) as value
      from ledger_item o
      left join ledger_evidence e on e.item_id = o.id and e.withdrawn_at is null
      left join report r on r.id = e.report_id
      left join report_figure f on f.report_id = r.id and f.measure = o.target_measure and f.unit = o.target_unit
      where o.id = any (items) and o.target_value is not null group by o.id) summed
    where i.id = summed.id and i.reached <> summed.value and i.state not in ('closed', 'settled', 'cancelled');
end $$;
revoke execute on function sum_evidence(uuid[]) from public;
grant execute on function sum_evidence(uuid[]) to jianbao_desk;

create function report_weighs_evidence() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  select array_agg(n.id) into touched from new_rows n join old_rows o on o.id = n.id where o.state <> n.state;
  if touched is not null then perform weigh_evidence(touched); end if;
  return null;
end $$;
create trigger report_weighs_evidence after update on report referencing old table as old_rows new table as new_rows
  for each statement execute function report_weighs_evidence();

create function adoption_weighs_evidence() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  revoked uuid[];
begin
  -- Proof of an item that closed by adoption falls with the adoption.
  select array_agg(n.report_id) into revoked from new_rows n join old_rows o on o.id = n.id
    where o.revoked_at is null and n.revoked_at is not null;
  if revoked is not null then
    update ledger_item i set flag = 'adoption', flagged_at = now(), version = i.version + 1 from ledger l
      where l.id = i.ledger_id and l.rules->>'closing' = 'adopted' and i.state in ('closed', 'settled')
        and i.id in (select item_id from ledger_evidence where report_id = any (revoked));
  end if;
  return null;
end $$;
create trigger adoption_weighs_evidence after update on adoption referencing old table as old_rows new table as new_rows
  for each statement execute function adoption_weighs_evidence();

create function figure_weighs_evidence() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sum_evidence(array_agg(distinct e.item_id)) from new_rows n join ledger_evidence e on e.report_id = n.report_id
    having count(*) > 0;
  return null;
end $$;
create trigger figure_weighs_evidence after update on report_figure referencing new table as new_rows
  for each statement execute function figure_weighs_evidence();
create trigger figure_adds_to_evidence after insert on report_figure referencing new table as new_rows
  for each statement execute function figure_weighs_evidence();
