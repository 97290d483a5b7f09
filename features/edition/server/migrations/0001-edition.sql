-- A series (刊) of a unit, and the issues of it in the making.
create table series (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  name text not null,
  layout text not null check (layout in ('bulletin', 'magazine')),
  publisher text not null,
  -- whose measures and columns its reports have
  campaign_id uuid references campaign (id),
  columns jsonb not null,
  distribution jsonb not null,
  -- steps behind composing; the last one signs
  chain jsonb not null,
  settings jsonb not null,
  state text not null default 'active' check (state in ('active', 'closed')),
  updated_name text not null,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index series_name on series (unit_id, name);
create index series_scope on series (scope_path);
create trigger series_takes_scope before insert or update of unit_id on series
  for each row execute function take_scope_path();
call guard_by_scope('series', true);

-- The last number given, of each kind; running numbers and those that are not yearly stand under year 0.
create table series_counter (
  series_id uuid not null references series (id) on delete cascade,
  kind text not null check (kind in ('issue', 'special', 'running')),
  year integer not null,
  last_no integer not null check (last_no >= 0),
  primary key (series_id, kind, year)
);
call guard_by_parent('series_counter', 'series', 'series_id', content => true);

create table edition (
  id uuid primary key,
  series_id uuid not null references series (id),
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  special boolean not null default false,
  date date,
  state text not null default 'drafting'
    check (state in ('drafting', 'signing', 'returned', 'signed', 'issued', 'void')),
  -- the chain as it was when it was sent, and where it is on it
  chain jsonb,
  step integer not null default 0,
  round integer not null default 0,
  -- taken with the signature
  number_year integer,
  issue_no integer,
  running_no integer,
  -- for lists: how many items, and the first headline
  items integer not null default 0,
  title text,
  signed_by text,
  signed_name text,
  signed_at timestamptz,
  force_reason text,
  -- of the entry of the signature in the audit trail
  chain_head text,
  issued_at timestamptz,
  created_by text not null,
  created_name text not null,
  edited_name text not null,
  version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state in ('signed', 'issued')) = (issue_no is not null))
);
create unique index edition_number on edition (series_id, special, number_year, issue_no) where issue_no is not null;
create unique index edition_running on edition (series_id, running_no) where running_no is not null;
create index edition_newest on edition (updated_at desc, id desc);
create index edition_scope on edition (scope_path, state);
create index edition_series on edition (series_id, state);
create index edition_signed on edition (signed_at) where state = 'signed';
create trigger edition_takes_scope before insert or update of unit_id on edition
  for each row execute function take_scope_path();
call guard_by_scope('edition', true);

-- One article, or one brief, in a column.
create table edition_item (
  id uuid primary key,
  edition_id uuid not null references edition (id) on delete cascade,
  column_key text not null,
  position integer not null,
  kind text not null check (kind in ('article', 'essay', 'speech')),
  headline text not null default '',
  subtitle text not null default '',
  contributor text not null default '',
  doc jsonb not null,
  withheld boolean not null default false,
  -- an editor who is at it, and the window they are at it in
  claimed_by text,
  claimed_name text,
  claimed_tab text,
  claimed_until timestamptz,
  edited_by text not null,
  edited_name text not null,
  edited_at timestamptz not null,
  version integer not null default 0
);
create index edition_item_order on edition_item (edition_id, column_key, position);
call guard_by_parent('edition_item', 'edition', 'edition_id', content => true);

-- What an item was before somebody else wrote it anew, or before it was taken out: nobody's work is lost.
create table edition_item_revision (
  edition_id uuid not null references edition (id) on delete cascade,
  item_id uuid not null,
  version integer not null,
  headline text not null,
  subtitle text not null,
  contributor text not null,
  doc jsonb not null,
  -- who wrote it so, and when it ceased to be
  by_name text not null,
  until timestamptz not null,
  primary key (edition_id, item_id, version)
);
call guard_by_parent('edition_item_revision', 'edition', 'edition_id', content => true);

-- Reports an item was made of.
create table edition_source (
  edition_id uuid not null references edition (id) on delete cascade,
  item_id uuid not null references edition_item (id) on delete cascade,
  report_id uuid not null references report (id),
  adoption_id uuid references adoption (id) on delete set null,
  position integer not null,
  -- as they were when it was taken
  unit_name text not null,
  title text not null,
  taken_at timestamptz not null,
  primary key (item_id, report_id)
);
create index edition_source_report on edition_source (report_id);
create index edition_source_edition on edition_source (edition_id);
create index edition_source_adoption on edition_source (adoption_id) where adoption_id is not null;
call guard_by_parent('edition_source', 'edition', 'edition_id', content => true);

create table edition_picture (
  id uuid primary key,
  edition_id uuid not null references edition (id) on delete cascade,
  sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  -- the report it came with
  report_id uuid references report (id),
  created_at timestamptz not null,
  unique (edition_id, sha256)
);
create index edition_picture_content on edition_picture (sha256);
call guard_by_parent('edition_picture', 'edition', 'edition_id', content => true);

-- Numbers in texts that stand for figures of reports, as they were reckoned last.
create table edition_figure (
  edition_id uuid not null references edition (id) on delete cascade,
  item_id uuid not null references edition_item (id) on delete cascade,
  id uuid not null,
  op text not null check (op in ('one', 'sum', 'count', 'distinct')),
  measure text,
  unit text not null,
  value numeric not null,
  qualifier text not null,
  -- as the text prints it
  shown text not null,
  primary key (item_id, id)
);
create index edition_figure_edition on edition_figure (edition_id);
call guard_by_parent('edition_figure', 'edition', 'edition_id', content => true);

create table edition_figure_source (
  edition_id uuid not null references edition (id) on delete cascade,
  item_id uuid not null,
  ref_id uuid not null,
  position integer not null,
  report_id uuid not null references report (id),
  figure_id uuid,
  -- as it was reckoned with
  value numeric,
  qualifier text,
  primary key (item_id, ref_id, position),
  foreign key (item_id, ref_id) references edition_figure (item_id, id) on delete cascade
);
create index edition_figure_source_report on edition_figure_source (report_id, figure_id);
create index edition_figure_source_edition on edition_figure_source (edition_id);
call guard_by_parent('edition_figure_source', 'edition', 'edition_id', content => true);

-- Everything that was done with it as a whole.
create table edition_step (
  edition_id uuid not null references edition (id) on delete cascade,
  seq integer not null,
  action text not null,
  -- the state it led to, the step it was done at
  state text not null,
  step_name text,
  round integer not null,
  by_id text not null,
  by_name text not null,
  reason text,
  at timestamptz not null,
  primary key (edition_id, seq)
);
call guard_by_parent('edition_step', 'edition', 'edition_id', content => true);
