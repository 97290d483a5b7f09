/* How many reports of each state every unit has handed in, as differences that add up to the number: a list of the whole
   province tells its total without a look at a million rows. */
create table report_tally (
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  state text not null,
  difference integer not null
);
create index report_tally_scope on report_tally (scope_path, state) include (difference);
create index report_tally_unit on report_tally (unit_id);
call guard_by_scope('report_tally', true);
revoke insert, update, delete on report_tally from jianbao_desk;

create function report_counts_for_unit() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    with added as (insert into report_tally
      select unit_id, scope_path, state, count(*) from new_rows where submitted_at is not null group by 1, 2, 3
      returning unit_id)
    select array_agg(unit_id) into touched from added;
  elsif tg_op = 'DELETE' then
    with added as (insert into report_tally
      select unit_id, scope_path, state, -count(*) from old_rows where submitted_at is not null group by 1, 2, 3
      returning unit_id)
    select array_agg(unit_id) into touched from added;
  else
    -- Paths are moved by rescope in both tables; by its unit a row stays what it was.
    with added as (insert into report_tally
      select x.unit_id, u.path, x.state, sum(x.difference) from (
        select unit_id, state, 1 as difference from new_rows where submitted_at is not null
        union all select unit_id, state, -1 from old_rows where submitted_at is not null) x join unit u on u.id = x.unit_id
        group by 1, 2, 3 having sum(x.difference) <> 0
      returning unit_id)
    select array_agg(unit_id) into touched from added;
  end if;
  -- Many become one now and then; what somebody else is folding is left to them.
  if touched is not null and random() < 0.1 then
    with gone as (delete from report_tally where ctid = any (array(
        select ctid from report_tally where unit_id = any (touched) for update skip locked))
      returning unit_id, scope_path, state, difference)
    insert into report_tally select unit_id, scope_path, state, sum(difference) from gone
      group by 1, 2, 3 having sum(difference) <> 0;
  end if;
  return null;
end $$;
create trigger report_counts after insert on report referencing new table as new_rows
  for each statement execute function report_counts_for_unit();
create trigger report_recounts after update on report referencing old table as old_rows new table as new_rows
  for each statement execute function report_counts_for_unit();
create trigger report_counts_no_more after delete on report referencing old table as old_rows
  for each statement execute function report_counts_for_unit();
