-- A delivery belongs to an issue or to an official document of another room (公文), which this room does not know.
alter table delivery alter column edition_id drop not null;
alter table delivery add column missive_id uuid;
alter table delivery add constraint delivery_of_one check ((edition_id is null) <> (missive_id is null));
alter table delivery add column document_id uuid generated always as (coalesce(edition_id, missive_id)) stored;
alter table delivery
  -- what kind of document it is, in its own word: 督办单; of an issue null
  add column label text,
  -- what of the matter concerns this recipient: [{ id, title }] of ledger items
  add column about jsonb not null default '[]',
  -- an answer is expected until the end of this day
  add column reply_due_day date,
  add column reply text,
  add column replied_at timestamptz,
  add column replied_name text,
  -- taken back by who issued it; it stays to be read, marked
  add column recalled_at timestamptz,
  add column recall_reason text;
drop index delivery_unit;
drop index delivery_edition;
create unique index delivery_unit on delivery (document_id, recipient_id) where recipient_id is not null;
create index delivery_document on delivery (document_id, position);
create index delivery_edition on delivery (edition_id) where edition_id is not null;
create index delivery_about on delivery using gin (about jsonb_path_ops) where missive_id is not null;

-- 回复 is a receipt too: written by the recipient, known to the delivery.
alter table delivery_receipt add column words text;
alter table delivery_receipt drop constraint delivery_receipt_kind_check;
alter table delivery_receipt add constraint delivery_receipt_kind_check
  check (kind in ('opened', 'acknowledged') and words is null or kind = 'replied' and words is not null and person_id <> '');
create unique index delivery_replied on delivery_receipt (delivery_id) where kind = 'replied';
create or replace function receipt_tells_delivery() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'opened' then
    update delivery set opened_at = least(opened_at, new.at), readers = readers + (new.person_id <> '')::int
      where id = new.delivery_id;
  elsif new.kind = 'acknowledged' then
    update delivery set acknowledged_at = new.at, acknowledged_name = new.name where id = new.delivery_id;
  else
    update delivery set reply = new.words, replied_at = new.at, replied_name = new.name where id = new.delivery_id;
  end if;
  return null;
end $$;
