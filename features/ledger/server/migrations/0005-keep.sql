-- A campaign that is published has the ledgers of its pack. Done here, so that it is true however a campaign changes; the
-- campaign room knows no ledger.
create function keep_ledgers(campaigns uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if campaigns is null then return; end if;
  insert into ledger (id, campaign_id, unit_id, scope_path, key, kind, name, rules, created_at)
    select gen_random_uuid(), c.id, c.unit_id, '', r->>'id', r->>'kind', r->>'name', r, c.updated_at
    from campaign c, jsonb_array_elements(coalesce(c.pack->'ledgers', '[]')) r
    where c.id = any (campaigns) and c.state <> 'draft'
    on conflict (campaign_id, key) where campaign_id is not null do update
      set name = excluded.name, unit_id = excluded.unit_id, state = 'open', version = ledger.version + 1,
        -- What it holds was made as one of its kind.
        kind = case when ledger.last_no > 0 then ledger.kind else excluded.kind end,
        rules = case when ledger.last_no > 0 then excluded.rules || jsonb_build_object('kind', ledger.kind)
          else excluded.rules end
      where (ledger.name, ledger.unit_id, ledger.state) is distinct from (excluded.name, excluded.unit_id, 'open')
        or ledger.rules - 'kind' <> excluded.rules - 'kind'
        or (ledger.last_no = 0 and ledger.kind <> excluded.kind);
  delete from ledger l using campaign c where c.id = l.campaign_id and c.id = any (campaigns) and l.last_no = 0
    and not exists (select from jsonb_array_elements(coalesce(c.pack->'ledgers', '[]')) r where r->>'id' = l.key);
  update ledger l set state = 'closed', version = l.version + 1 from campaign c
    where c.id = l.campaign_id and c.id = any (campaigns) and l.state = 'open'
      and not exists (select from jsonb_array_elements(coalesce(c.pack->'ledgers', '[]')) r where r->>'id' = l.key);
end $$;
revoke execute on function keep_ledgers(uuid[]) from public;

create function campaign_keeps_ledgers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform keep_ledgers(array_agg(id)) from new_rows where state <> 'draft';
  else
    perform keep_ledgers(array_agg(n.id)) from new_rows n join old_rows o on o.id = n.id
      where n.state <> 'draft' and (o.state = 'draft' or o.unit_id <> n.unit_id
        or o.pack->'ledgers' is distinct from n.pack->'ledgers');
  end if;
  return null;
end $$;
create trigger campaign_keeps_ledgers after insert on campaign referencing new table as new_rows
  for each statement execute function campaign_keeps_ledgers();
create trigger campaign_keeps_ledgers_again after update on campaign
  referencing old table as old_rows new table as new_rows for each statement execute function campaign_keeps_ledgers();

/* What else makes a pair of task and unit due, besides its letters (0003-engine.sql): the plan, the reports that are its
   proof, the rules. Noted before the items of the pair are held, as whoever works them off does. */
create function pairs_are_due(tasks uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into ledger_due (task_id, unit_id) select i.task_id, i.unit_id from item i join task t on t.id = i.task_id
    where i.task_id = any (tasks) and exists (select from ledger l where l.campaign_id = i.campaign_id and l.kind = 'work')
    order by 1, 2 on conflict (task_id, unit_id) do update set at = excluded.at
$$;
revoke execute on function pairs_are_due(uuid[]) from public;

create function plan_is_due() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'task_period' then
    perform pairs_are_due(array_agg(distinct task_id)) from new_rows having count(*) > 0;
  elsif tg_table_name = 'task' then
    perform pairs_are_due(array_agg(n.id)) from new_rows n join old_rows o on o.id = n.id
      where (o.name, o.basis, o.lead, o.needed, o.types) is distinct from (n.name, n.basis, n.lead, n.needed, n.types)
      having count(*) > 0;
  elsif tg_table_name = 'unit' then
    -- The lead of a task is told by its name.
    perform pairs_are_due(array_agg(t.id)) from task t where t.lead in (
        select x.name from new_rows n join old_rows o on o.id = n.id cross join lateral (values (o.name), (n.name)) x(name)
        where (o.name, o.state) is distinct from (n.name, n.state)) having count(*) > 0;
  else
    perform pairs_are_due(array_agg(t.id)) from new_rows n join old_rows o on o.id = n.id
      join task t on t.campaign_id = n.campaign_id
      where n.kind = 'work' and (o.rules, o.state) is distinct from (n.rules, n.state) having count(*) > 0;
  end if;
  return null;
end $$;
create trigger task_period_is_due after insert on task_period referencing new table as new_rows
  for each statement execute function plan_is_due();
create trigger task_period_is_due_again after update on task_period referencing new table as new_rows
  for each statement execute function plan_is_due();
create trigger task_period_leaves_due after delete on task_period referencing old table as new_rows
  for each statement execute function plan_is_due();
create trigger task_is_due after update on task referencing old table as old_rows new table as new_rows
  for each statement execute function plan_is_due();
create trigger unit_name_is_due after update on unit referencing old table as old_rows new table as new_rows
  for each statement execute function plan_is_due();
create trigger ledger_is_due after update on ledger referencing old table as old_rows new table as new_rows
  for each statement execute function plan_is_due();

create function report_is_due() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tasks uuid[];
  units uuid[];
begin
  if not exists (select from ledger where kind = 'work') then return null; end if;
  if tg_op = 'INSERT' then
    select array_agg(task_id), array_agg(unit_id) into tasks, units from new_rows
      where task_id is not null and sent_at is not null;
  elsif tg_op = 'DELETE' then
    select array_agg(task_id), array_agg(unit_id) into tasks, units from old_rows
      where task_id is not null and sent_at is not null;
  else
    select array_agg(x.task_id), array_agg(x.unit_id) into tasks, units from old_rows o join new_rows n on n.id = o.id
      cross join lateral (values (o.task_id, o.unit_id), (n.task_id, n.unit_id)) as x(task_id, unit_id)
      where x.task_id is not null and n.sent_at is not null
        and (o.task_id, o.unit_id, o.period_no, o.type, o.state, o.submitted_at)
          is distinct from (n.task_id, n.unit_id, n.period_no, n.type, n.state, n.submitted_at);
  end if;
  if tasks is null then return null; end if;
  insert into ledger_due (task_id, unit_id) select distinct p.task_id, p.unit_id
      from unnest(tasks, units) as p(task_id, unit_id) join item i on i.task_id = p.task_id and i.unit_id = p.unit_id
      order by 1, 2 on conflict (task_id, unit_id) do update set at = excluded.at;
  return null;
end $$;
create trigger report_is_due after insert on report referencing new table as new_rows
  for each statement execute function report_is_due();
create trigger report_is_due_again after update on report referencing old table as old_rows new table as new_rows
  for each statement execute function report_is_due();
create trigger report_is_no_longer_due after delete on report referencing old table as old_rows
  for each statement execute function report_is_due();
