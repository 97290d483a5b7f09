create table account_user (
  id text primary key,
  name text not null,
  username text unique,
  display_username text,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  role text check (role in ('administrator')),
  must_change_password boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table account_session (
  id text primary key,
  token text not null unique,
  user_id text not null references account_user (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_session_user on account_session (user_id);

create table account_credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references account_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_credential_user on account_credential (user_id);

create table account_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_verification_identifier on account_verification (identifier);

create table sign_in_failure (
  username text primary key,
  failures integer not null,
  last_at timestamptz not null
);
