-- The last number a unit gave to a kind of document in a year: 〔2021〕3号. Taken in the transaction that issues it.
create table missive_number (
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  kind text not null check (kind in ('supervision', 'circular', 'reminder')),
  year integer not null,
  last integer not null,
  primary key (unit_id, kind, year)
);
create trigger missive_number_takes_scope before insert or update of unit_id on missive_number
  for each row execute function take_scope_path();
call guard_by_scope('missive_number', true);

-- 公文 of supervision: 督办单, 通报, 提醒函.
create table missive (
  id uuid primary key,
  -- the unit that issues it
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  kind text not null check (kind in ('supervision', 'circular', 'reminder')),
  -- those drafted in one go
  batch_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'issued', 'recalled')),
  -- the unit it is for; of a circular the unit all below which get it
  addressee_id uuid not null references unit (id),
  ledger_id uuid references ledger (id) on delete set null,
  -- MissiveSource: what it was drafted from, to be counted again
  source jsonb not null,
  basis text not null default '',
  -- MissiveWords
  number_word text not null,
  title text not null,
  salutation text not null,
  opening text not null,
  closing text not null,
  remark text not null default '',
  signed_by text not null,
  seal boolean not null default false,
  table_place text not null default 'text' check (table_place in ('text', 'attachment')),
  reply_due_day date,
  copies jsonb not null default '[]',
  -- of a circular: MissiveFigures
  figures jsonb,
  item_count integer not null,
  -- the day its items and figures are of
  day date not null,
  -- given when it is issued
  year integer,
  no integer,
  date date,
  -- jianbao-circular/1 as it was signed, and the content hash of each form once they are made
  document jsonb,
  files jsonb,
  -- why the forms were not made
  problem text,
  delivered_at timestamptz,
  recipients integer not null default 0,
  created_by text not null,
  created_name text not null,
  created_at timestamptz not null,
  submitted_by text,
  submitted_name text,
  submitted_at timestamptz,
  returned_name text,
  return_reason text,
  issued_by text,
  issued_name text,
  issued_at timestamptz,
  recalled_name text,
  recalled_at timestamptz,
  recall_reason text,
  updated_at timestamptz not null,
  version integer not null default 0,
  check ((no is null) = (state in ('draft', 'waiting'))),
  check ((no is null) = (document is null)),
  unique (unit_id, kind, year, no)
);
create index missive_scope on missive (scope_path, updated_at desc, id desc);
create index missive_batch on missive (batch_id);
create index missive_waiting on missive (unit_id) where state = 'waiting';
create index missive_unmade on missive (issued_at) where state = 'issued' and delivered_at is null;
create index missive_addressee on missive (addressee_id);
create index missive_ledger on missive (ledger_id) where ledger_id is not null;
create trigger missive_takes_scope before insert or update of unit_id on missive
  for each row execute function take_scope_path();
call guard_by_scope('missive', true);

-- An item as it was when the document was written: MissiveItem. It stays when the item goes.
create table missive_item (
  missive_id uuid not null references missive (id) on delete cascade,
  position integer not null,
  item_id uuid not null,
  facts jsonb not null,
  primary key (missive_id, position)
);
create index missive_item_of on missive_item (item_id);
call guard_by_parent('missive_item', 'missive', 'missive_id', content => true);

-- What was signed does not change, whoever writes.
create function keep_issued_missive() returns trigger language plpgsql as $$
begin
  if old.no is not null and (old.unit_id, old.kind, old.year, old.no, old.date, old.document, old.issued_at, old.issued_name)
    is distinct from (new.unit_id, new.kind, new.year, new.no, new.date, new.document, new.issued_at, new.issued_name)
  then
    raise exception 'an issued document does not change';
  end if;
  return new;
end $$;
create trigger missive_keeps before update on missive for each row execute function keep_issued_missive();
create function keep_issued_items() returns trigger language plpgsql as $$
begin
  if exists (select from missive where id = coalesce(new.missive_id, old.missive_id) and no is not null) then
    raise exception 'an issued document does not change';
  end if;
  return coalesce(new, old);
end $$;
create trigger missive_item_keeps before insert or update or delete on missive_item
  for each row execute function keep_issued_items();
