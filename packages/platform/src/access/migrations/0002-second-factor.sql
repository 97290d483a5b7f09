-- What better-auth's two-factor plugin keeps, by its field names.
alter table account_user add column two_factor_enabled boolean not null default false;
create table account_two_factor (
  id text primary key,
  user_id text not null references account_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index account_two_factor_user on account_two_factor (user_id);

-- The role of an account is gone: what somebody may do comes from the posts they hold (room organisation).
alter table account_user add column former_role text;
update account_user set former_role = role;
alter table account_user drop column role;

-- Closed to requests: sign-in alone reads them, as their owner.
alter table account_user enable row level security;
alter table account_session enable row level security;
alter table account_credential enable row level security;
alter table account_verification enable row level security;
alter table account_two_factor enable row level security;
alter table sign_in_failure enable row level security;
