-- Whoever asks the writer of an item to let go of it.
alter table edition_item add column asked_by text, add column asked_name text, add column asked_at timestamptz;

-- Windows in which an issue in the making is open; each says every few seconds that it still is.
create table edition_visitor (
  edition_id uuid not null references edition (id) on delete cascade,
  person_id text not null,
  tab uuid not null,
  person_name text not null,
  seen_at timestamptz not null,
  primary key (edition_id, person_id, tab)
);
call guard_by_parent('edition_visitor', 'edition', 'edition_id', content => true);

/* What a desk adopted and no issue has: a list of the newest is read without those of years that ran long ago. */
create index adoption_unprinted on adoption (unit_id, at desc, id desc)
  where revoked_at is null and issue_name is null;
