-- A sheet on its way into the register. The sheet itself lies sealed in the data folder until it is forgotten.
create table organisation_import (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  kind text not null check (kind in ('units', 'people')),
  -- who sent it, and whose rights count: whoever sent it, then whoever confirmed it
  person_id text not null references person (id),
  acts_for text not null references person (id),
  file_name text not null,
  size_bytes bigint not null,
  -- of the sealed sheet; null once it was forgotten
  sealed_sha256 text,
  state text not null check (state in
    ('waiting', 'checking', 'checked', 'confirmed', 'writing', 'done', 'refused', 'failed', 'withdrawn')),
  done integer not null default 0,
  total integer not null default 0,
  new_rows integer not null default 0,
  changed_rows integer not null default 0,
  unchanged_rows integer not null default 0,
  problem_count integer not null default 0,
  problem_code text,
  problem_details text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index organisation_import_newest on organisation_import (scope_path, created_at desc, id desc);
create index organisation_import_state on organisation_import (state, updated_at);
create trigger organisation_import_takes_scope before insert or update of unit_id on organisation_import
  for each row execute function take_scope_path();
call guard_by_scope('organisation_import', false);

-- What the last check found, row by row.
create table organisation_import_result (
  import_id uuid primary key references organisation_import (id) on delete cascade,
  sheet_name text not null,
  header_row integer not null,
  -- [{ row, column, cell, code, details }]
  problems_json text not null,
  -- [[row, kind, name, columns]]
  outcomes_json text not null
);
call guard_by_parent('organisation_import_result', 'organisation_import', 'import_id');
