-- The tree of the federation. `path` is made of the numbers of the unit and all above it, 1/27/, so that a unit with
-- everything below it is one range of its index.
create table unit (
  id uuid primary key,
  seq integer generated always as identity unique,
  path text collate "C" not null unique,
  parent_id uuid references unit (id),
  -- what units call each other by in sheets; that of a science federation is its division's
  code text not null unique,
  kind text not null,
  name text not null,
  short_names text[] not null default '{}',
  former_names text[] not null default '{}',
  division text,
  -- among its siblings
  position integer not null default 0,
  state text not null default 'active' check (state in ('active', 'retired')),
  merged_into uuid references unit (id),
  -- names, code and how they are said in pinyin, in lower case, one a line between line breaks
  search text not null,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index unit_children on unit (parent_id, position, seq);
alter table unit enable row level security;
grant select, insert, update on unit to jianbao_desk;
grant usage on sequence unit_seq_seq to jianbao_desk;
do $$
declare
  rule constant text := in_scope_rule('path');
begin
  execute format('create policy reads on unit for select to jianbao_desk using (%s)', rule);
  call guard_writing('unit', rule);
end $$;

-- The unit at the top is always there; it gets its name from the first register that is loaded.
insert into unit (id, path, code, kind, name, search, created_at, updated_at)
values ('00000000-0000-4000-8000-000000000001', '1/', 'ROOT', 'province', '本会', E'\n本会\nbenhui\nbh\n', now(), now());
update unit set path = seq || '/' where code = 'ROOT';

-- Another one whenever what units are called or where they stand changed: what was kept of the names is good for one.
create table unit_revision (
  only_row boolean primary key default true check (only_row),
  revision uuid not null default gen_random_uuid()
);
insert into unit_revision default values;
alter table unit_revision enable row level security;
grant select on unit_revision to jianbao_desk;
create policy for_all on unit_revision for select to jianbao_desk using (true);
create function renew_unit_revision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update unit_revision set revision = gen_random_uuid();
  return null;
end $$;
create trigger unit_renews_revision
  after insert or delete or update of path, code, kind, name, short_names, former_names, state, merged_into on unit
  for each statement execute function renew_unit_revision();

-- Every row that belongs to a unit names it in unit_id and carries the unit's path in scope_path, which this keeps true.
create function take_scope_path() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Held, so that the unit is not moved away under a row that is just being written. Its path is a key, so that a lock on
  -- keys stops a move, and neither a new name nor a new place among its siblings.
  select path into new.scope_path from unit where id = new.unit_id for key share;
  return new;
end $$;

-- After a unit was moved: all rows of the units below it follow, whatever table they stand in.
create function rescope(old_path text, new_path text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scoped regclass;
begin
  -- It passes the policies, so whoever works for a request moves nothing into their scope or out of it.
  if current_setting('role') <> 'none' and not (in_scope(old_path) and in_scope(new_path)) then
    raise exception 'rows outside the scope stay where they are' using errcode = 'insufficient_privilege';
  end if;
  for scoped in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'scope_path' and not a.attisdropped and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by 1
  loop
    execute format('update %s set scope_path = $2 || substr(scope_path, length($1) + 1)
      where scope_path >= $1 and scope_path < $1 || ''~''', scoped) using old_path, new_path;
  end loop;
end $$;
revoke execute on function rescope(text, text) from public;
grant execute on function rescope(text, text) to jianbao_desk;

create table person (
  -- also of the account, for those who have one
  id text primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  name text not null,
  -- what they are in their unit: 办公室主任
  title text,
  -- sealed with a key that is not in the database
  phone_sealed text,
  -- of the account, for those who have one
  username text unique,
  -- since when the account is locked by hand
  locked_at timestamptz,
  state text not null default 'active' check (state in ('active', 'left')),
  -- name, pinyin initials and user name, in lower case
  search text not null,
  -- the name in pinyin, by which people are sorted
  spelling text collate "C" not null default '',
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index person_scope on person (scope_path, spelling, id);
create index person_spelling on person (spelling, id);
create index person_unit on person (unit_id);
create trigger person_takes_scope before insert or update of unit_id on person
  for each row execute function take_scope_path();
call guard_by_scope('person', false);

-- A role somebody holds in a unit.
create table membership (
  id uuid primary key,
  person_id text not null references person (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  role text not null,
  granted_at timestamptz not null,
  unique (person_id, unit_id, role)
);
create index membership_scope on membership (scope_path, person_id);
create trigger membership_takes_scope before insert or update of unit_id on membership
  for each row execute function take_scope_path();
call guard_by_scope('membership', false);

-- 三员: the database too refuses a second role beside one of the three.
create function refuse_mixed_roles() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  administers constant text[] := array['system-administrator', 'security-administrator', 'auditor'];
begin
  perform 1 from person where id = new.person_id for update;
  if exists (select from membership where person_id = new.person_id and role <> new.role
    and (role = any(administers) or new.role = any(administers)))
  then
    raise exception 'roles that exclude each other' using errcode = 'check_violation', constraint = 'membership_exclusive';
  end if;
  return new;
end $$;
create trigger membership_exclusive before insert or update on membership
  for each row execute function refuse_mixed_roles();

-- Leading group (领导小组), campaign office (领导小组办公室) and working groups (工作组) of a unit.
create table working_group (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  kind text not null check (kind in ('leading', 'office', 'working')),
  name text not null,
  duties text,
  -- kinds of units a working group answers for
  unit_kinds text[] not null default '{}',
  position integer not null default 0,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index working_group_scope on working_group (scope_path, position, id);
create trigger working_group_takes_scope before insert or update of unit_id on working_group
  for each row execute function take_scope_path();
call guard_by_scope('working_group', false);

create table group_member (
  group_id uuid not null references working_group (id) on delete cascade,
  person_id text not null references person (id) on delete cascade,
  -- 组长, 副组长, 成员, 联络员
  post text not null,
  position integer not null default 0,
  primary key (group_id, person_id)
);
call guard_by_parent('group_member', 'working_group', 'group_id');

-- Accounts of the time when everybody who signed in was an administrator go on as editors of the whole.
insert into person (id, unit_id, scope_path, name, username, search, spelling, created_at, updated_at)
  select id, '00000000-0000-4000-8000-000000000001', '', name, username,
    concat_ws(E'\n', lower(name), username), lower(name), now(), now() from account_user;
insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
  select gen_random_uuid(), id, '00000000-0000-4000-8000-000000000001', '', 'editor', now()
  from account_user where former_role = 'administrator';
alter table account_user drop column former_role;
