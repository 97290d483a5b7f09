-- What articles are found by: normalised text, and every single character and pair of neighbours as numbers, with
-- marks of month, year and divisions among them.
create table article_search (
  article_id uuid primary key references article (id) on delete cascade,
  issue_id uuid not null references issue (id) on delete cascade,
  day date,
  series text,
  column_name text,
  kind text not null,
  headline_text text not null,
  -- headline and paragraphs, a line feed between them
  whole_text text not null,
  headline_pairs integer[] not null,
  pairs integer[] not null,
  unit_paths text[] collate "C" not null,
  types text[] not null
);
-- No pending list: a search right after a large import must not read it through.
create index article_search_pairs on article_search using gin (pairs) with (fastupdate = off);
create index article_search_headline on article_search using gin (headline_pairs) with (fastupdate = off);
create index article_search_newest on article_search (day desc nulls last, article_id desc);
create index article_search_oldest on article_search (day nulls last, article_id);
create index article_search_column on article_search (column_name);
create index article_search_series on article_search (series);
create index article_search_issue on article_search (issue_id);
