create table document (
  id uuid primary key,
  sha256 text not null unique,
  file_name text not null,
  size_bytes bigint not null,
  state text not null check (state in ('waiting', 'reading', 'read', 'failed')),
  progress real not null default 0,
  problem_code text,
  problem_details text,
  encoding text,
  series text,
  issue_no integer,
  date date,
  articles integer not null default 0,
  events integer not null default 0,
  warnings integer not null default 0,
  -- while reading: until when the reader answers for it; afterwards another may take it
  lease_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index document_newest on document (created_at desc, id desc);
create index document_state on document (state, created_at, id);

-- JSON kept as text: a manuscript may hold characters (NUL, lone surrogates) that PostgreSQL's own types refuse.
create table document_reading (
  document_id uuid primary key references document (id) on delete cascade,
  text_json text not null,
  readings_json text not null
);
