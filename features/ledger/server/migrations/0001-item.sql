-- 台账事项: what a task asks of one unit, with how far it is. Kept true by the triggers below, whoever writes.
create table item (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign (id) on delete cascade,
  task_id uuid not null references task (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  unit_kind text not null,
  -- no longer bound: the unit is retired or of another kind; what it did stays
  bound boolean not null default true,
  -- one letter for each period of the task, in their order: d done in time, l done late, p under way, . nothing
  states text not null default '',
  unique (task_id, unit_id)
);
create index item_scope on item (campaign_id, scope_path) include (task_id, unit_id, unit_kind, bound, states);
create index item_unit on item (unit_id, campaign_id);
create trigger item_takes_scope before insert or update of unit_id on item
  for each row execute function take_scope_path();
call guard_by_scope('item', true);
-- Triggers alone write it. Who reminds by hand holds rows of it, for which a right to change some column is needed.
revoke insert, update, delete on item from jianbao_desk;
grant update (id) on item to jianbao_desk;

-- A fact of an imported bulletin that proves a period of a task.
create table imported_proof (
  task_id uuid not null references task (id) on delete cascade,
  period_no integer not null,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  event_id uuid not null references event (id) on delete cascade,
  -- of the event; it counts as handed in on that day
  day date not null,
  primary key (task_id, unit_id, event_id)
);
create index imported_proof_event on imported_proof (event_id);
create index imported_proof_scope on imported_proof (scope_path);
create trigger imported_proof_takes_scope before insert or update of unit_id on imported_proof
  for each row execute function take_scope_path();
call guard_by_scope('imported_proof', true);
revoke insert, update, delete on imported_proof from jianbao_desk;

-- What proves a period: reports a desk has accepted, and imported facts, each with the day it was handed in.
-- Planned once: every report that is handed in comes by here, and each step is one along an index anyway.
create function settle_items(tasks uuid[], units uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if coalesce(cardinality(tasks), 0) = 0 then return; end if;
  -- Held first: two who change reports of one item settle it one after the other, the second seeing both.
  perform from item i join (select distinct task, unit from unnest(tasks, units) as p(task, unit)) asked
    on asked.task = i.task_id and asked.unit = i.unit_id order by i.id for update of i;
  update item set states = settled.states from (
    select i.id, coalesce(string_agg(case
        when handed.day is not null and handed.day <= p.due_day then 'd'
        when handed.day is not null then 'l'
        when handed.started or exists (select from report r where r.task_id = i.task_id and r.unit_id = i.unit_id
          and r.period_no = p.no and r.state in ('review', 'submitted', 'returned') and r.accepted_at is null) then 'p'
        else '.' end, '' order by p.no) filter (where p.no is not null), '') as states
    from (select distinct task, unit from unnest(tasks, units) as pair(task, unit)) asked
    join item i on i.task_id = asked.task and i.unit_id = asked.unit
    join task t on t.id = i.task_id
    left join task_period p on p.task_id = i.task_id
    left join lateral (
      select (array_agg(proof.day order by proof.day))[t.needed] as day, count(*) > 0 as started from (
        select (r.submitted_at at time zone 'Asia/Shanghai')::date as day from report r
          where r.task_id = i.task_id and r.unit_id = i.unit_id and r.period_no = p.no and r.accepted_at is not null
            and (t.types = '{}' or r.type = any (t.types))
        union all
        select m.day from imported_proof m
          where m.task_id = i.task_id and m.unit_id = i.unit_id and m.period_no = p.no) proof
    ) handed on true
    group by i.id
  ) settled where item.id = settled.id and item.states <> settled.states;
end $$;
revoke execute on function settle_items(uuid[], uuid[]) from public;

-- Whether a task of a campaign binds a unit now. The two functions have no search path of their own: it would keep the
-- planner from looking into them.
create function binds(c campaign, t task, u unit) returns boolean language sql stable as $$
  select c.state <> 'draft' and not t.dropped and u.state = 'active'
    and u.path >= c.scope_path and u.path < c.scope_path || '~' and (u.kind = any (t.kinds) or u.id = any (t.unit_ids))
$$;
-- All that is bound. Null: of all campaigns, of all units.
create function bindings(of_campaigns uuid[], of_units uuid[])
  returns table (campaign_id uuid, task_id uuid, unit_id uuid, unit_kind text) language sql stable as $$
  select c.id, t.id, u.id, u.kind from campaign c join task t on t.campaign_id = c.id join unit u on binds(c, t, u)
    where (of_campaigns is null or c.id = any (of_campaigns)) and (of_units is null or u.id = any (of_units))
$$;
create function bind_items(of_campaigns uuid[], of_units uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fresh_tasks uuid[];
  fresh_units uuid[];
begin
  -- In the order in which reports hold several of them, so that neither waits for the other in a ring.
  perform from item i join task t on t.id = i.task_id join campaign c on c.id = t.campaign_id join unit u on u.id = i.unit_id
    where (of_campaigns is null or i.campaign_id = any (of_campaigns)) and (of_units is null or i.unit_id = any (of_units))
      and (i.bound <> binds(c, t, u) or i.unit_kind <> u.kind) order by i.id for update of i;
  update item i set bound = false from task t, campaign c, unit u
    where i.bound and t.id = i.task_id and c.id = t.campaign_id and u.id = i.unit_id and not binds(c, t, u)
      and (of_campaigns is null or i.campaign_id = any (of_campaigns)) and (of_units is null or i.unit_id = any (of_units));
  with fresh as (
    insert into item (campaign_id, task_id, unit_id, scope_path, unit_kind)
      select b.campaign_id, b.task_id, b.unit_id, '', b.unit_kind from bindings(of_campaigns, of_units) b
      on conflict (task_id, unit_id) do update set bound = true, unit_kind = excluded.unit_kind
        where not item.bound or item.unit_kind <> excluded.unit_kind
      returning task_id, unit_id)
  select array_agg(task_id), array_agg(unit_id) into fresh_tasks, fresh_units from fresh;
  perform settle_items(fresh_tasks, fresh_units);
end $$;
revoke execute on function bind_items(uuid[], uuid[]) from public;

create function report_settles_items() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform settle_items(array_agg(task_id), array_agg(unit_id)) from new_rows where task_id is not null and sent_at is not null;
  elsif tg_op = 'DELETE' then
    perform settle_items(array_agg(task_id), array_agg(unit_id)) from old_rows where task_id is not null and sent_at is not null;
  else
    perform settle_items(array_agg(task_id), array_agg(unit_id)) from (
      select both_rows.task_id, both_rows.unit_id from old_rows o join new_rows n on n.id = o.id
        cross join lateral (values (o.task_id, o.unit_id), (n.task_id, n.unit_id)) as both_rows(task_id, unit_id)
        where both_rows.task_id is not null
          and (o.task_id, o.unit_id, o.period_no, o.type, o.state, o.submitted_at, o.accepted_at)
            is distinct from (n.task_id, n.unit_id, n.period_no, n.type, n.state, n.submitted_at, n.accepted_at)) changed;
  end if;
  return null;
end $$;
create trigger report_adds_to_items after insert on report referencing new table as new_rows
  for each statement execute function report_settles_items();
create trigger report_changes_items after update on report referencing old table as old_rows new table as new_rows
  for each statement execute function report_settles_items();
create trigger report_leaves_items after delete on report referencing old table as old_rows
  for each statement execute function report_settles_items();

create function proof_settles_items() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_items(array_agg(task_id), array_agg(unit_id)) from changed;
  return null;
end $$;
create trigger proof_adds_to_items after insert on imported_proof referencing new table as changed
  for each statement execute function proof_settles_items();
create trigger proof_leaves_items after delete on imported_proof referencing old table as changed
  for each statement execute function proof_settles_items();

-- Plan and tree change one after the other: of two that do not see each other yet, neither would bind what both bring.
-- Taken before any row is held.
create function wait_to_bind() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('item', 0));
  return null;
end $$;
create trigger campaign_waits before insert or update of state, unit_id, scope_path on campaign
  for each statement execute function wait_to_bind();
create trigger task_waits before insert or update on task for each statement execute function wait_to_bind();
create trigger unit_waits before insert or update of kind, state, path on unit
  for each statement execute function wait_to_bind();

-- The plan changes: items are bound anew, and counted anew where another number or another type is asked for.
create function plan_binds_items() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'task_period' then
    perform settle_items(array_agg(i.task_id), array_agg(i.unit_id)) from item i
      where i.task_id in (select task_id from new_rows);
  elsif tg_table_name = 'campaign' and tg_op = 'INSERT' then
    perform bind_items(array_agg(id), null) from new_rows having count(*) > 0;
  elsif tg_table_name = 'campaign' then
    perform bind_items(array_agg(n.id), null) from new_rows n join old_rows o on o.id = n.id
      where (o.state, o.unit_id, o.scope_path) is distinct from (n.state, n.unit_id, n.scope_path) having count(*) > 0;
  else
    perform bind_items(array_agg(distinct campaign_id), null) from new_rows having count(*) > 0;
    if tg_op = 'UPDATE' then
      perform settle_items(array_agg(i.task_id), array_agg(i.unit_id)) from item i
        join new_rows n on n.id = i.task_id join old_rows o on o.id = n.id
        where (o.needed, o.types) is distinct from (n.needed, n.types);
    end if;
  end if;
  return null;
end $$;
create trigger campaign_binds after insert on campaign referencing new table as new_rows
  for each statement execute function plan_binds_items();
create trigger campaign_rebinds after update on campaign referencing old table as old_rows new table as new_rows
  for each statement execute function plan_binds_items();
create trigger task_binds after insert on task referencing new table as new_rows
  for each statement execute function plan_binds_items();
create trigger task_rebinds after update on task referencing old table as old_rows new table as new_rows
  for each statement execute function plan_binds_items();
create trigger task_period_binds after insert on task_period referencing new table as new_rows
  for each statement execute function plan_binds_items();
create trigger task_period_rebinds after update on task_period referencing new table as new_rows
  for each statement execute function plan_binds_items();
create trigger task_period_unbinds after delete on task_period referencing old table as new_rows
  for each statement execute function plan_binds_items();

create function unit_binds_items() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then select array_agg(id) into touched from new_rows;
  else
    select array_agg(n.id) into touched from new_rows n join old_rows o on o.id = n.id
      where (o.kind, o.state, o.path) is distinct from (n.kind, n.state, n.path);
  end if;
  if touched is not null and exists (select from campaign) then perform bind_items(null, touched); end if;
  return null;
end $$;
create trigger unit_binds after insert on unit referencing new table as new_rows
  for each statement execute function unit_binds_items();
create trigger unit_rebinds after update on unit referencing old table as old_rows new table as new_rows
  for each statement execute function unit_binds_items();

-- What of the imported bulletins is to be compared with the plan again: an issue whose facts were written, or a campaign
-- whose tasks or whose units' names changed. The program alone reads it (features/ledger/server/imported).
create table proof_due (
  -- of the issue, or of the campaign
  id uuid primary key,
  what text not null check (what in ('issue', 'campaign')),
  at timestamptz not null default now()
);
alter table proof_due enable row level security;

-- A row that stands there already is written again: whoever works on it waits for this transaction, and sees its facts.
create function facts_await_proof() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from task where not dropped and (imported_types <> '{}' or imported_words <> '{}')) then
    insert into proof_due (id, what) select distinct issue_id, 'issue' from new_rows order by 1
      on conflict (id) do update set at = excluded.at;
  end if;
  return null;
end $$;
create trigger event_awaits_proof after insert on event referencing new table as new_rows
  for each statement execute function facts_await_proof();

create function campaigns_await_proof(ids uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into proof_due (id, what) select c.id, 'campaign' from campaign c
    where (ids is null or c.id = any (ids)) and c.state <> 'draft'
      and exists (select from task t where t.campaign_id = c.id
        and (t.imported_types <> '{}' or t.imported_words <> '{}'
          or exists (select from imported_proof m where m.task_id = t.id)))
    order by c.id on conflict (id) do update set at = excluded.at
$$;
revoke execute on function campaigns_await_proof(uuid[]) from public;

create function plan_awaits_proof() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'campaign' then perform campaigns_await_proof(array_agg(id)) from new_rows having count(*) > 0;
  elsif tg_table_name = 'task' then
    perform campaigns_await_proof(array_agg(campaign_id)) from new_rows having count(*) > 0;
  elsif tg_table_name = 'task_period' then
    perform campaigns_await_proof(array_agg(t.campaign_id)) from new_rows p join task t on t.id = p.task_id
      having count(*) > 0;
  else perform campaigns_await_proof(null) where exists (select from new_rows);
  end if;
  return null;
end $$;
create trigger campaign_awaits_proof after insert on campaign referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
create trigger campaign_awaits_proof_again after update on campaign referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
create trigger task_awaits_proof after insert on task referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
create trigger task_awaits_proof_again after update on task referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
create trigger task_period_awaits_proof after insert on task_period referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
create trigger task_period_awaits_proof_again after update on task_period referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
create trigger task_period_leaves_proof after delete on task_period referencing old table as new_rows
  for each statement execute function plan_awaits_proof();
-- What units are called decides whose a fact is.
create trigger unit_names_await_proof after update on unit_revision referencing new table as new_rows
  for each statement execute function plan_awaits_proof();
