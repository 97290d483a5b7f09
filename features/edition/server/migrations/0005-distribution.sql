-- Who gets an issued bulletin (分发): a row for each recipient, as the distribution list was then.
create table delivery (
  id uuid primary key,
  edition_id uuid not null references edition (id) on delete cascade,
  -- whose bulletin it is
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  position integer not null,
  -- 报, 送 or 发
  kind text not null check (kind in ('报', '送', '发')),
  name text not null,
  -- the unit that gets it; null for an address outside or a name that paper goes to
  recipient_id uuid references unit (id),
  email text,
  way text not null check (way in ('app', 'mail', 'print')),
  -- what was issued: who receives it sees neither edition nor issue
  issue_name text not null,
  title text,
  issuer text not null,
  -- content hash of each form
  files jsonb not null,
  issued_at timestamptz not null,
  -- its letter: due, in the outbox, taken by the server, given up; off: no mail server was set
  letter text check (letter in ('due', 'waiting', 'sent', 'failed', 'off')),
  letter_id uuid,
  letter_problem text,
  letter_at timestamptz,
  -- SHA-256 of what the link in the letter holds
  token_hash text unique,
  reminded_at timestamptz,
  reminded_name text,
  reminders integer not null default 0,
  -- a reminder's letter that is still to be written
  remind_due boolean not null default false,
  -- people of the unit who want mail are still to be told
  people_due boolean not null default false,
  added_name text,
  created_at timestamptz not null,
  -- what its receipts come to: lists and counts need not read them
  opened_at timestamptz,
  readers integer not null default 0,
  acknowledged_at timestamptz,
  acknowledged_name text
);
create unique index delivery_unit on delivery (edition_id, recipient_id) where recipient_id is not null;
create index delivery_edition on delivery (edition_id, position);
create index delivery_scope on delivery (scope_path);
create index delivery_recipient on delivery (recipient_id, issued_at desc) where recipient_id is not null;
create index delivery_letter on delivery (letter_id) where letter_id is not null;
create index delivery_due on delivery (id) where letter = 'due' or remind_due or people_due;
create trigger delivery_takes_scope before insert or update of unit_id on delivery
  for each row execute function take_scope_path();

-- The link of a letter opens one delivery: whoever presents it may read that row and confirm it.
create function receipt_token() returns text language sql stable as $$ select nullif(current_setting('app.receipt', true), '') $$;
alter table delivery enable row level security;
grant select, insert, update, delete on delivery to jianbao_desk;
do $$
declare
  rule text := in_scope_rule('scope_path', 'content_roots()');
begin
  -- The unit that gets it is seen by whose scope holds it.
  execute format('create policy reads on delivery for select to jianbao_desk using ((%s)
    or ((select scope_of_content()) and exists (select from unit u where u.id = recipient_id))
    or token_hash = (select receipt_token()))', rule);
  call guard_writing('delivery', rule);
end $$;

-- What came back: every person who opened it, once; one who acknowledged it. Written by its recipients alone.
create table delivery_receipt (
  delivery_id uuid not null references delivery (id) on delete cascade,
  kind text not null check (kind in ('opened', 'acknowledged')),
  -- empty: by the link of the letter
  person_id text not null,
  -- of who acknowledged it
  name text,
  at timestamptz not null,
  primary key (delivery_id, kind, person_id)
);
create unique index delivery_acknowledged on delivery_receipt (delivery_id) where kind = 'acknowledged';
alter table delivery_receipt enable row level security;
grant select, insert on delivery_receipt to jianbao_desk;
create policy reads on delivery_receipt for select to jianbao_desk
  using (exists (select from delivery d where d.id = delivery_id));
create policy adds on delivery_receipt for insert to jianbao_desk with check (
  exists (select from delivery d where d.id = delivery_id and (d.token_hash = (select receipt_token())
    or ((select scope_of_content()) and exists (select from unit u where u.id = d.recipient_id)))));

-- A delivery knows what came back of it, though whoever receives it may not write it.
create function receipt_tells_delivery() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'opened' then
    update delivery set opened_at = least(opened_at, new.at), readers = readers + (new.person_id <> '')::int
      where id = new.delivery_id;
  else
    update delivery set acknowledged_at = new.at, acknowledged_name = new.name where id = new.delivery_id;
  end if;
  return null;
end $$;
create trigger receipt_tells_delivery after insert on delivery_receipt
  for each row execute function receipt_tells_delivery();

-- What became of a letter is known to the outbox; a delivery follows it, whoever writes.
create function letter_tells_delivery() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update delivery set letter = new.state, letter_problem = new.problem,
      letter_at = case when new.state = 'sent' then new.ended_at else letter_at end
    where letter_id = new.id;
  return null;
end $$;
create trigger mail_tells_delivery after update of state, problem on mail
  for each row when (new.kind = 'delivery.issued') execute function letter_tells_delivery();

-- An item of an issue in the making, or of one that is out, under which a report changed (数据变更).
create table source_change (
  id uuid primary key default gen_random_uuid(),
  edition_id uuid not null references edition (id) on delete cascade,
  item_id uuid not null references edition_item (id) on delete cascade,
  report_id uuid not null references report (id) on delete cascade,
  at timestamptz not null default now(),
  -- 'dismissed' with a reason, or 'corrected' by a published erratum
  state text not null default 'open' check (state in ('open', 'dismissed', 'corrected')),
  settled_name text,
  settled_reason text,
  settled_at timestamptz
);
create unique index source_change_once on source_change (item_id, report_id) where state = 'open';
create index source_change_edition on source_change (edition_id, state);
create index source_change_open on source_change (at desc, id) where state = 'open';
create index source_change_report on source_change (report_id);
call guard_by_parent('source_change', 'edition', 'edition_id', content => true);

create function note_source_changes(reports uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(cardinality(reports), 0) = 0 then return; end if;
  insert into source_change (edition_id, item_id, report_id)
    select distinct used.edition_id, used.item_id, used.report_id from (
      select edition_id, item_id, report_id from edition_source where report_id = any (reports)
      union select edition_id, item_id, report_id from edition_figure_source where report_id = any (reports)) used
    join edition e on e.id = used.edition_id and e.state <> 'void'
    order by used.item_id, used.report_id
    on conflict (item_id, report_id) where state = 'open' do update set at = now();
end $$;
revoke execute on function note_source_changes(uuid[]) from public;

-- A figure that is written anew has an id that no text names, or was taken out in the same saving and noted then.
create function figures_note_changes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then perform note_source_changes(array_agg(distinct report_id)) from old_rows;
  else perform note_source_changes(array_agg(distinct n.report_id)) from old_rows o join new_rows n using (report_id, id)
    where (o.value, o.unit, o.qualifier, o.measure) is distinct from (n.value, n.unit, n.qualifier, n.measure);
  end if;
  return null;
end $$;
create trigger report_figure_notes_gone after delete on report_figure referencing old table as old_rows
  for each statement execute function figures_note_changes();
create trigger report_figure_notes_change after update on report_figure
  referencing old table as old_rows new table as new_rows for each statement execute function figures_note_changes();

-- Of reports and adoptions few changes matter: a condition of the row costs nothing where it does not hold.
create function adoption_notes_changes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_source_changes(array[new.report_id]);
  return null;
end $$;
create trigger adoption_notes_change after update on adoption
  for each row when ((old.revoked_at is null) <> (new.revoked_at is null)) execute function adoption_notes_changes();

create function report_notes_changes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_source_changes(array[new.id]);
  return null;
end $$;
create trigger report_notes_change after update on report
  for each row when (old.state <> new.state and new.state in ('returned', 'withdrawn'))
  execute function report_notes_changes();

-- 勘误 of an issued bulletin: the issue itself stays as it was.
create table erratum (
  id uuid primary key,
  edition_id uuid not null references edition (id) on delete cascade,
  item_id uuid references edition_item (id) on delete set null,
  change_id uuid references source_change (id) on delete set null,
  place text not null,
  was text not null,
  is_now text not null,
  reason text not null,
  words text not null,
  state text not null default 'draft' check (state in ('draft', 'approved', 'published', 'dropped')),
  created_name text not null,
  created_at timestamptz not null,
  approved_name text,
  approved_at timestamptz,
  published_name text,
  published_at timestamptz,
  -- why it was given back or dropped
  note text,
  -- letters to addresses outside and to people who want mail are still to be written
  letters_due boolean not null default false,
  reprinted_in uuid references edition (id) on delete set null,
  updated_at timestamptz not null,
  version integer not null default 0
);
create index erratum_edition on erratum (edition_id, created_at);
create index erratum_state on erratum (state, created_at desc);
create index erratum_change on erratum (change_id) where change_id is not null;
create index erratum_due on erratum (id) where letters_due;
alter table erratum enable row level security;
grant select, insert, update, delete on erratum to jianbao_desk;
-- Once published it is for the recipients of the issue too.
create policy reads on erratum for select to jianbao_desk using (exists (select from edition e where e.id = edition_id)
  or (state = 'published' and exists (select from delivery d where d.edition_id = erratum.edition_id)));
call guard_writing('erratum',
  'exists (select from edition e where e.id = edition_id and in_scope(e.scope_path)) and (select scope_of_content())');
