-- The rules of signing in: one row for the whole installation. The bounds are those of the page (room system).
create table security_policy (
  single boolean primary key default true check (single),
  password_length integer not null default 10 check (password_length between 10 and 32),
  -- so many passwords before may not come back
  password_history integer not null default 5 check (password_history between 1 and 24),
  -- 0: as long as the person likes
  password_days integer not null default 0 check (password_days = 0 or password_days between 30 and 730),
  one_time_hours integer not null default 72 check (one_time_hours between 1 and 168),
  failures integer not null default 5 check (failures between 3 and 10),
  rest_minutes integer not null default 10 check (rest_minutes between 1 and 120),
  idle_minutes integer not null default 60 check (idle_minutes between 5 and 720),
  version integer not null default 0,
  changed_at timestamptz,
  changed_by text
);
insert into security_policy default values;
alter table security_policy enable row level security;
grant select, update on security_policy to jianbao_desk;
create policy reads on security_policy for select to jianbao_desk using (true);
-- Held for all, so it is changed only by whoever holds the top of the tree.
create policy writes on security_policy for update to jianbao_desk using ((select scope_from()) = '1/');

-- When the password was set: one-time passwords lapse, others may grow too old.
alter table account_user add column password_set_at timestamptz not null default now();
create table account_former_password (
  id bigint generated always as identity primary key,
  user_id text not null references account_user (id) on delete cascade,
  password text not null
);
create index account_former_password_user on account_former_password (user_id, id);
alter table account_former_password enable row level security;

alter table account_session
  add column last_seen_at timestamptz not null default now(),
  add column method text not null default 'password' check (method in ('password', 'two-factor', 'oidc'));

-- The time step of the last code that was taken: no code counts twice.
alter table account_two_factor add column last_step bigint;
create unique index account_two_factor_one on account_two_factor (user_id);
drop index account_two_factor_user;

-- Names nobody has may be passwords typed into the wrong field: `who` is the id of an account, else a keyed hash.
drop table sign_in_failure;
create table sign_in_failure (
  who text primary key,
  failures integer not null,
  last_at timestamptz not null
);
alter table sign_in_failure enable row level security;
