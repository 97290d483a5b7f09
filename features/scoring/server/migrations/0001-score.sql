-- 采用计分. What people know and tables do not: a bulletin of somebody above took the report (上级采用).
create table outside_adoption (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  -- of the scoring rules of the day; the names as they were then
  bulletin text not null,
  bulletin_name text not null,
  form text,
  form_name text,
  -- 第 12 期
  issue text not null default '',
  day date not null,
  link text,
  note text not null default '',
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_name text,
  revoke_reason text
);
create unique index outside_adoption_once on outside_adoption (report_id, bulletin, issue, day) where revoked_at is null;
create index outside_adoption_report on outside_adoption (report_id);
call guard_by_parent('outside_adoption', 'report', 'report_id', content => true);

-- A leader wrote on it (批示). Who it was stands here by office alone.
create table instruction (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  leader text not null,
  leader_name text not null,
  -- 省委分管领导
  office text not null,
  day date not null,
  note text not null default '',
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_name text,
  revoke_reason text
);
create unique index instruction_once on instruction (report_id, leader, office, day) where revoked_at is null;
create index instruction_report on instruction (report_id);
call guard_by_parent('instruction', 'report', 'report_id', content => true);

-- A unit that is scored in a campaign, in the class of its newest rules.
create table score_unit (
  campaign_id uuid not null references campaign (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  class text not null,
  class_name text not null,
  computed_at timestamptz not null,
  primary key (campaign_id, unit_id)
);
create index score_unit_scope on score_unit (campaign_id, scope_path);
create trigger score_unit_takes_scope before insert or update of unit_id on score_unit
  for each row execute function take_scope_path();
call guard_by_scope('score_unit', true);

-- One line of its account: what happened, by which rule of which version, what came of it and why.
create table score_entry (
  campaign_id uuid not null references campaign (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  -- adoption:…, item:…:3, penalty:…: the same whenever it is reckoned again
  id text not null,
  -- the order it was reckoned in
  position integer not null,
  kind text not null,
  day date not null,
  -- 2021-07
  month text not null,
  version text not null,
  rule text,
  rule_name text,
  points numeric(9, 1) not null,
  report_id uuid references report (id) on delete cascade,
  -- ids of rows it comes from, by what they are: { adoption, desk, issue, commission, task, period }
  sources jsonb not null,
  -- the explanation, of the shape ScoreReason
  why jsonb not null,
  primary key (campaign_id, unit_id, id)
);
create index score_entry_unit on score_entry (campaign_id, unit_id, month, position);
create index score_entry_scope on score_entry (scope_path, campaign_id, month);
create index score_entry_report on score_entry (report_id) where report_id is not null;
create trigger score_entry_takes_scope before insert or update of unit_id on score_entry
  for each row execute function take_scope_path();
call guard_by_scope('score_entry', true);

-- Sums of a unit by month, so that thousands are ranked at once; months without anything have no row.
create table score_total (
  campaign_id uuid not null references campaign (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  month text not null,
  points numeric(9, 1) not null,
  -- reports sent in; those of them or of earlier ones adopted for the first time; adoptions of any kind
  reported integer not null,
  adopted integer not null,
  adoptions integer not null,
  late integer not null,
  omitted integer not null,
  -- 取消评先 began in this month
  no_award boolean not null,
  primary key (campaign_id, month, unit_id)
);
create index score_total_unit on score_total (campaign_id, unit_id);
create index score_total_scope on score_total (campaign_id, scope_path, month);
create trigger score_total_takes_scope before insert or update of unit_id on score_total
  for each row execute function take_scope_path();
call guard_by_scope('score_total', true);
-- The program alone reckons.
revoke insert, update, delete on score_unit, score_entry, score_total from jianbao_desk;

-- Units about which something changed since they were last reckoned. Only ever added to, so that nobody waits for it.
create table score_due (
  seq bigint generated always as identity primary key,
  unit_id uuid not null
);
create index score_due_unit on score_due (unit_id);
alter table score_due enable row level security;

-- Up to which day it was seen what the mere passing of days brings: tasks omitted, minima missed.
create table score_day (
  only_row boolean primary key default true check (only_row),
  day date not null
);
alter table score_day enable row level security;

-- Where a unit stands in its class, counted over all of the campaign: of those outside the scope, only their number.
-- Without loops in loops: nobody may have counted the rows of tables that were just filled.
create function score_ranks(of_campaign uuid, of_months text[], of_units uuid[])
  returns table (unit_id uuid, rank integer, of integer) language plpgsql stable security definer
  set search_path = public, pg_temp set enable_nestloop = off as $$
declare
  mine uuid[];
  classes text[];
begin
  select array_agg(s.unit_id), array_agg(distinct s.class) into mine, classes from score_unit s
    where s.campaign_id = of_campaign and s.unit_id = any (of_units) and scope_of_content() and in_scope(s.scope_path);
  return query
    with summed as materialized (
      select t.unit_id as id, sum(t.points) as points, sum(t.reported) as reported from score_total t
        where t.campaign_id = of_campaign and t.month = any (of_months) group by t.unit_id),
    ranked as materialized (
      select s.unit_id as id, rank() over (partition by s.class order by coalesce(m.points, 0) desc)::integer as place,
          count(*) over (partition by s.class)::integer as many
        from score_unit s join unit u on u.id = s.unit_id left join summed m on m.id = s.unit_id
        where s.campaign_id = of_campaign and s.class = any (classes)
          and (u.state = 'active' or m.points <> 0 or m.reported > 0))
    select r.id, r.place, r.many from ranked r where r.id = any (mine);
end $$;
revoke execute on function score_ranks(uuid, text[], uuid[]) from public;
grant execute on function score_ranks(uuid, text[], uuid[]) to jianbao_desk;

create function score_is_due(units uuid[]) returns void language sql security definer set search_path = public, pg_temp as
  $$ insert into score_due (unit_id) select distinct u from unnest(units) u where u is not null $$;
revoke execute on function score_is_due(uuid[]) from public;

create function report_is_scored() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform score_is_due(array_agg(unit_id)) from (
    select both_rows.unit_id from old_rows o join new_rows n on n.id = o.id
      cross join lateral (values (o.unit_id), (n.unit_id)) as both_rows(unit_id)
      where (o.unit_id, o.campaign_id, o.task_id, o.period_no, o.type, o.state, o.submitted_at, o.accepted_at)
        is distinct from (n.unit_id, n.campaign_id, n.task_id, n.period_no, n.type, n.state, n.submitted_at, n.accepted_at)
        and (o.submitted_at is not null or n.submitted_at is not null)) changed;
  return null;
end $$;
create trigger report_scores after update on report referencing old table as old_rows new table as new_rows
  for each statement execute function report_is_scored();

-- Rows of tables that carry the unit, or the report it is of.
create function rows_are_scored() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_argv[0] = 'unit' then perform score_is_due(array_agg(unit_id)) from changed;
  else perform score_is_due(array_agg(r.unit_id)) from changed c join report r on r.id = c.report_id;
  end if;
  return null;
end $$;
create trigger report_adds_scores after insert on report referencing new table as changed
  for each statement execute function rows_are_scored('unit');
create trigger report_ends_scores after delete on report referencing old table as changed
  for each statement execute function rows_are_scored('unit');
create trigger commission_adds_scores after insert on commission referencing new table as changed
  for each statement execute function rows_are_scored('unit');
create trigger commission_changes_scores after update on commission referencing new table as changed
  for each statement execute function rows_are_scored('unit');
create trigger commission_ends_scores after delete on commission referencing old table as changed
  for each statement execute function rows_are_scored('unit');
create trigger item_adds_scores after insert on item referencing new table as changed
  for each statement execute function rows_are_scored('unit');
create trigger item_changes_scores after update on item referencing new table as changed
  for each statement execute function rows_are_scored('unit');
create trigger item_ends_scores after delete on item referencing old table as changed
  for each statement execute function rows_are_scored('unit');
create trigger outside_adoption_adds_scores after insert on outside_adoption referencing new table as changed
  for each statement execute function rows_are_scored('report');
create trigger outside_adoption_changes_scores after update on outside_adoption referencing new table as changed
  for each statement execute function rows_are_scored('report');
create trigger instruction_adds_scores after insert on instruction referencing new table as changed
  for each statement execute function rows_are_scored('report');
create trigger instruction_changes_scores after update on instruction referencing new table as changed
  for each statement execute function rows_are_scored('report');

-- Of adoptions also those of the same piece: what is made of two units' reports is scored otherwise than of one.
create function adoptions_are_scored() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform score_is_due(array_agg(r.unit_id)) from report r where r.id in (
    select c.report_id from changed c union select a.report_id from adoption a
      where a.composite_id in (select c.composite_id from changed c where c.composite_id is not null));
  return null;
end $$;
create trigger adoption_adds_scores after insert on adoption referencing new table as changed
  for each statement execute function adoptions_are_scored();
create trigger adoption_leaves_scores after update on adoption referencing old table as changed
  for each statement execute function adoptions_are_scored();
create trigger adoption_changes_scores after update on adoption referencing new table as changed
  for each statement execute function adoptions_are_scored();
create trigger adoption_ends_scores after delete on adoption referencing old table as changed
  for each statement execute function adoptions_are_scored();

-- The plan, its rules or the tree change: all whom they concern.
create function plan_is_scored() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'campaign' then
    perform score_is_due(array_agg(u.id)) from new_rows n left join old_rows o on o.id = n.id
      join unit u on u.path >= n.scope_path and u.path < n.scope_path || '~'
      where (o.pack, o.state, o.from_day, o.to_day) is distinct from (n.pack, n.state, n.from_day, n.to_day);
  elsif tg_table_name = 'task_period' then
    perform score_is_due(array_agg(i.unit_id)) from item i where i.task_id in (select task_id from new_rows);
  else
    perform score_is_due(array_agg(n.id)) from new_rows n join old_rows o on o.id = n.id
      where (o.kind, o.state, o.path) is distinct from (n.kind, n.state, n.path);
  end if;
  return null;
end $$;
create trigger campaign_scores after update on campaign referencing old table as old_rows new table as new_rows
  for each statement execute function plan_is_scored();
create trigger task_period_scores after update on task_period referencing old table as old_rows new table as new_rows
  for each statement execute function plan_is_scored();
create trigger unit_scores after update on unit referencing old table as old_rows new table as new_rows
  for each statement execute function plan_is_scored();
create function plan_begins_scores() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'campaign' then
    perform score_is_due(array_agg(u.id)) from new_rows n
      join unit u on u.path >= n.scope_path and u.path < n.scope_path || '~';
  else perform score_is_due(array_agg(id)) from new_rows where exists (select from campaign);
  end if;
  return null;
end $$;
create trigger campaign_begins_scores after insert on campaign referencing new table as new_rows
  for each statement execute function plan_begins_scores();
create trigger unit_begins_scores after insert on unit referencing new table as new_rows
  for each statement execute function plan_begins_scores();
