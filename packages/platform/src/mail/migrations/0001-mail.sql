-- Where somebody wants mail to go: their own wish, confirmed by a code mailed there. Theirs alone.
create table mail_address (
  person_id text primary key,
  -- sealed with a key that is not in the database, as telephone numbers are; null until one is confirmed
  address_sealed text,
  confirmed_at timestamptz,
  -- asked for and not yet confirmed, with the sealed code that was sent there
  pending_sealed text,
  code_sealed text,
  code_until timestamptz,
  code_tries integer not null default 0,
  -- so many codes were sent on this day
  asked_day date,
  asked_count integer not null default 0,
  -- one digest on working days, and which kinds are left out of mail
  daily boolean not null default true,
  muted text[] not null default '{}',
  -- why the last mail could not be delivered
  problem text,
  problem_at timestamptz,
  check ((address_sealed is null) = (confirmed_at is null))
);
alter table mail_address enable row level security;
grant select, insert, update, delete on mail_address to jianbao_desk;
create policy own on mail_address to jianbao_desk
  using (person_id = (select scope_person())) with check (person_id = (select scope_person()));

-- The outbox: written in the transaction in which the mail is decided. It holds no address.
create table mail (
  id uuid primary key,
  person_id text not null,
  -- what it tells of; `address.confirm` goes to the address that is being confirmed
  kind text not null,
  subject text not null,
  -- gone once the mail is
  body_text text,
  body_html text,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  -- what came of the last attempt
  problem text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index mail_due on mail (next_try_at) where state = 'waiting';
create index mail_ended on mail (ended_at) where state <> 'waiting';
alter table mail enable row level security;
