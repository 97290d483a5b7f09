create table issue (
  id uuid primary key,
  document_id uuid references document (id) on delete cascade,
  -- place among the bulletins of one document
  position integer not null default 0,
  origin text not null check (origin in ('imported', 'composed')),
  series text,
  issue_no integer,
  special boolean not null default false,
  running_no integer,
  publisher text,
  date date,
  articles integer not null,
  events integer not null,
  figures integer not null,
  headlines jsonb not null,
  distribution jsonb not null,
  -- what the search field looks in: series, publisher, headlines
  search text not null,
  published_at timestamptz,
  created_at timestamptz not null,
  unique (document_id, position)
);
create index issue_newest on issue (date desc nulls last, id desc);
create index issue_number on issue (series, issue_no, id);
create index issue_published on issue (date desc nulls last, id desc) where published_at is not null;

create table issue_column (
  id uuid primary key,
  issue_id uuid not null references issue (id) on delete cascade,
  position integer not null,
  name text,
  unique (issue_id, position)
);

create table article (
  id uuid primary key,
  column_id uuid not null references issue_column (id) on delete cascade,
  position integer not null,
  kind text not null check (kind in ('article', 'briefs', 'essay', 'speech')),
  headline text,
  contributor text,
  paragraphs jsonb not null,
  unique (column_id, position)
);
