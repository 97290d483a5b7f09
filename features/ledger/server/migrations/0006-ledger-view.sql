/* How many items stand below each unit, of every matter, state and day that a light goes by, as differences that add up
   to the number: board and matrix of a province are told without a look at 200,000 items. Lights are no part of it: they
   follow from the days when it is read. What a unit has itself is counted from its few items. */
create table ledger_tally (
  -- path of a unit above that of the items
  place text collate "C" not null,
  ledger_id uuid not null,
  matter_id uuid not null,
  unit_kind text not null,
  state text not null,
  -- of what is not dispatched: nobody but its keeper sees it
  keeper_id uuid,
  -- of what is open
  due_day date,
  near_day date,
  milestone_day date,
  fed_back_day date,
  difference integer not null
);
create index ledger_tally_place on ledger_tally (place, matter_id);
alter table ledger_tally enable row level security;
grant select on ledger_tally to jianbao_desk;
do $$ begin
  execute format('create policy reads on ledger_tally for select to jianbao_desk
    using (%s and (keeper_id is null or keeper_id in (select keepers_of_scope())))', in_scope_rule('place', 'content_roots()'));
end $$;

-- The paths of all units above one.
create function places_above(path text) returns setof text language sql immutable as $$
  select array_to_string(parts[:n], '/') || '/' from (select string_to_array(rtrim(path, '/'), '/') as parts) p
    cross join generate_series(1, cardinality(parts) - 1) as n
$$;

-- Many differences of the same become one now and then; what somebody else is folding is left to them.
create function fold_ledger_tally(places text[], matters uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with gone as (delete from ledger_tally where ctid = any (array(
      select ctid from ledger_tally where place = any (places) and matter_id = any (matters) for update skip locked))
    returning *)
  insert into ledger_tally select place, ledger_id, matter_id, unit_kind, state, keeper_id, due_day, near_day, milestone_day,
      fed_back_day, sum(difference) from gone
    group by place, ledger_id, matter_id, unit_kind, state, keeper_id, due_day, near_day, milestone_day, fed_back_day
    having sum(difference) <> 0;
end $$;
revoke execute on function fold_ledger_tally(text[], uuid[]) from public;

create function ledger_item_tallies() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  columns constant text := 'scope_path, unit_id, ledger_id, matter_id, state, keeper_id, dispatched_at, due_day, near_day,
    milestone_day, fed_back_day';
  gains constant text := 'select 1 as sign, ' || columns || ' from new_rows';
  losses constant text := 'select -1 as sign, ' || columns || ' from old_rows';
  places text[];
  matters uuid[];
begin
  execute format('with moved as (%s), netted as (
      select scope_path, unit_id, ledger_id, matter_id, state, case when dispatched_at is null then keeper_id end as keeper_id,
        case when open then due_day end as due_day, case when open then near_day end as near_day,
        case when open then milestone_day end as milestone_day, case when open then fed_back_day end as fed_back_day,
        sum(sign) as difference
      from moved cross join lateral (select state in (''dispatched'', ''doing'', ''feedback'') as open) o
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(sign) <> 0),
    added as (insert into ledger_tally
      select place, n.ledger_id, n.matter_id, u.kind, n.state, n.keeper_id, n.due_day, n.near_day, n.milestone_day,
        n.fed_back_day, sum(n.difference)
      from netted n join unit u on u.id = n.unit_id cross join lateral places_above(n.scope_path) as place
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 returning place, matter_id)
    select array_agg(distinct place), array_agg(distinct matter_id) from added',
    case tg_op when 'INSERT' then gains when 'DELETE' then losses else gains || ' union all ' || losses end)
    into places, matters;
  if places is not null and random() < 0.1 then perform fold_ledger_tally(places, matters); end if;
  return null;
end $$;
create trigger ledger_item_counts after insert on ledger_item referencing new table as new_rows
  for each statement execute function ledger_item_tallies();
create trigger ledger_item_recounts after update on ledger_item referencing old table as old_rows new table as new_rows
  for each statement execute function ledger_item_tallies();
create trigger ledger_item_counts_no_more after delete on ledger_item referencing old table as old_rows
  for each statement execute function ledger_item_tallies();

-- A unit becomes one of another kind, and its items with it.
create function unit_kind_tallies() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into ledger_tally
    select place, i.ledger_id, i.matter_id, kinds.kind, i.state, case when i.dispatched_at is null then i.keeper_id end,
      case when open then i.due_day end, case when open then i.near_day end, case when open then i.milestone_day end,
      case when open then i.fed_back_day end, sum(kinds.sign)
    from new_rows n join old_rows o on o.id = n.id and o.kind <> n.kind join ledger_item i on i.unit_id = n.id
      cross join lateral (values (n.kind, 1), (o.kind, -1)) as kinds(kind, sign)
      cross join lateral (select i.state in ('dispatched', 'doing', 'feedback') as open) l
      cross join lateral places_above(i.scope_path) as place
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  return null;
end $$;
create trigger unit_kind_recounts after update on unit referencing old table as old_rows new table as new_rows
  for each statement execute function unit_kind_tallies();

-- The first cards of a column of the board: those due first, and of what is done the latest.
create index ledger_item_state_due on ledger_item (state, due_day, id);
create index ledger_item_state_closed on ledger_item (state, closed_day desc, id) where closed_day is not null;
