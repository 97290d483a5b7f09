create table batch (
  id uuid primary key,
  sha256 text not null,
  file_name text not null,
  size_bytes bigint not null,
  state text not null check (state in ('waiting', 'unpacking', 'unpacked', 'failed')),
  problem_code text,
  problem_details text,
  files integer not null default 0,
  known integer not null default 0,
  -- [{ fileName, code, details }]
  refused_json text not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index batch_newest on batch (created_at desc, id desc);
alter table document add foreign key (batch_id) references batch (id) on delete set null;
