-- What a person is told of while they were elsewhere: a file is read, a role was given. Theirs alone.
create table notice (
  id bigint generated always as identity primary key,
  person_id text not null,
  -- what happened, `batch.unpacked`; pages have the words
  kind text not null,
  -- what fills the words: counts, names of files and units
  details jsonb not null,
  -- page of the staff app where it goes on
  link text,
  at timestamptz not null,
  read_at timestamptz
);
create index notice_person on notice (person_id, id);
create index notice_unread on notice (person_id) where read_at is null;
alter table notice enable row level security;
grant select, update on notice to jianbao_desk;
create policy own on notice to jianbao_desk using (person_id = (select scope_person()));
