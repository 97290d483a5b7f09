create table event (
  id uuid primary key,
  issue_id uuid not null references issue (id) on delete cascade,
  article_id uuid not null references article (id) on delete cascade,
  position integer not null,
  type text not null,
  modality text not null check (modality in ('done', 'ongoing', 'planned')),
  act text not null,
  text text not null,
  start_day date,
  end_day date,
  -- the day it is found under: its first, else its last
  day date,
  date_surface text,
  -- the text gives no day, the issue's date stands in
  assumed boolean not null,
  origin text not null default 'imported' check (origin in ('imported', 'composed')),
  -- as its article has them, so that events are counted without looking further
  column_name text,
  series text
);
create index event_article on event (article_id, position);
create index event_issue on event (issue_id);
create index event_newest on event (day desc nulls last, id desc);
-- holds all that events are counted by
create index event_count on event (day, type, id, column_name, series);

create table event_unit (
  event_id uuid not null references event (id) on delete cascade,
  position integer not null,
  article_id uuid not null references article (id) on delete cascade,
  name text not null,
  surface text not null,
  role text not null,
  generic boolean not null,
  -- a unit and everything below it are one range of this
  unit_path text collate "C" not null,
  -- of the event
  day date,
  primary key (event_id, position)
);
create index event_unit_path on event_unit (unit_path, day, event_id) include (generic, article_id);
create index event_unit_article on event_unit (article_id);

create table event_place (
  event_id uuid not null references event (id) on delete cascade,
  position integer not null,
  name text not null,
  surface text not null,
  kind text not null,
  primary key (event_id, position)
);

create table figure (
  id uuid primary key,
  event_id uuid not null references event (id) on delete cascade,
  position integer not null,
  measure text not null,
  value numeric not null,
  unit text not null,
  qualifier text not null,
  surface text not null,
  of text,
  -- where it stands in the event's text, in UTF-16 code units
  sentence_start integer,
  sentence_end integer
);
create index figure_event on figure (event_id, position);
create index figure_measure on figure (measure, event_id);
