-- All items as they were each time an edition was sent to be signed.
create table edition_round (
  edition_id uuid not null references edition (id) on delete cascade,
  no integer not null,
  -- [{ id, columnKey, column, headline, subtitle, contributor, blocks }], in the order of print
  items jsonb not null,
  by_name text not null,
  at timestamptz not null,
  primary key (edition_id, no)
);
call guard_by_parent('edition_round', 'edition', 'edition_id', content => true);

-- Remarks of who revises and signs, anchored in the words they are about.
create table edition_comment (
  id uuid primary key,
  edition_id uuid not null references edition (id) on delete cascade,
  -- null: about the whole; it stays when its item is taken out
  item_id uuid,
  block integer,
  quote text not null,
  occurrence integer not null,
  text text not null,
  round integer not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  resolved_name text,
  resolved_at timestamptz
);
create index edition_comment_edition on edition_comment (edition_id, at);
call guard_by_parent('edition_comment', 'edition', 'edition_id', content => true);

-- What a signed edition is made of, fixed with the signature, until its forms are there.
create table edition_freeze (
  edition_id uuid primary key references edition (id) on delete cascade,
  -- a FreezeOrder: model, setting, pictures, articles
  content jsonb not null,
  tried integer not null default 0,
  -- why the forms could not be made the last time
  problem text,
  at timestamptz not null
);
call guard_by_parent('edition_freeze', 'edition', 'edition_id', content => true);
