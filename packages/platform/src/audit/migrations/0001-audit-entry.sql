create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'system')),
  actor_id text not null,
  action text not null,
  object text,
  -- done, or the code of the problem the action was refused with
  outcome text not null
);
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_object on audit_entry (object) where object is not null;
