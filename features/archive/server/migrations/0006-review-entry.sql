alter table document_reading
  -- doubts a person settled, and corrections of facts: facts that are read anew keep them
  add column settled_json text not null default '[]',
  add column corrections_json text not null default '[]';

create table review_entry (
  document_id uuid not null references document (id) on delete cascade,
  seq integer not null,
  deed text not null check (deed in ('edit', 'accept', 'reopen')),
  edit_json text,
  -- the change that leads back and the one that leads forth again; null once the document was read anew
  back_json text,
  forth_json text,
  before_words text,
  after_words text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  undone boolean not null default false,
  primary key (document_id, seq)
);

create table review_claim (
  document_id uuid primary key references document (id) on delete cascade,
  -- one open page; two pages of one person are two
  page uuid not null,
  by_id text not null,
  by_name text not null,
  until timestamptz not null
);

-- What people said a printed name stands for; of one surface the newest that was not undone counts.
create table learned_name (
  id bigint generated always as identity primary key,
  surface text not null,
  name text not null,
  document_id uuid references document (id) on delete set null,
  seq integer not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  undone boolean not null default false
);
create index learned_name_surface on learned_name (surface, id desc);
create index learned_name_document on learned_name (document_id, seq);
