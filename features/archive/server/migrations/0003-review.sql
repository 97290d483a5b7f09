alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
  check (state in ('waiting', 'reading', 'read', 'unrecognised', 'accepted', 'failed'));
alter table document
  add column kind text check (kind in ('text', 'docx', 'doc', 'pdf', 'picture')),
  add column pages integer,
  -- a person asked for the letters of its pictures
  add column recognise boolean not null default false,
  add column batch_id uuid,
  add column doubts integer not null default 0,
  -- rises with every edit of the review
  add column version integer not null default 0;
-- Until now what was read stood in the archive at once.
update document set state = 'accepted', kind = 'text' where state = 'read';
create index document_batch on document (batch_id, state);
create index document_doubtful on document (state, doubts desc, created_at, id);
