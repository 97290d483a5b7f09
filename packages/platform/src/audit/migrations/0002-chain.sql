-- The trail as a chain: each entry carries the hash of itself and of the one before it, and no right lets anybody change
-- one (docs/decisions/0016). An entry names the person and the unit as they were called at the time.
alter table audit_entry
  -- the number in the chain, without gaps
  alter column id drop identity,
  add column actor_name text,
  add column unit_id uuid,
  add column unit_name text,
  -- how people call the object
  add column words text,
  -- json and not jsonb: the very text that was hashed
  add column before json,
  add column after json,
  add column hash text;

-- One part of what is hashed: its bytes counted, so that no two entries give the same text.
create function audit_part(value text) returns text language sql immutable as
  $$ select case when value is null then '-' else octet_length(convert_to(value, 'UTF8')) || ':' || value end || ',' $$;

create function audit_hash(previous text, entry audit_entry) returns text language sql stable
  set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(audit_part(previous) || audit_part(entry.id::text)
    || audit_part(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_part(entry.actor_kind) || audit_part(entry.actor_id) || audit_part(entry.actor_name)
    || audit_part(entry.unit_id::text) || audit_part(entry.unit_name)
    || audit_part(entry.action) || audit_part(entry.object) || audit_part(entry.words) || audit_part(entry.outcome)
    || audit_part(entry.before::text) || audit_part(entry.after::text), 'UTF8')), 'hex') $$;

-- The end of the chain: the number and hash of the newest entry. Writers queue at this row, and only while they commit.
create table audit_head (
  single boolean primary key default true check (single),
  id bigint not null,
  hash text not null
);
insert into audit_head (id, hash) values (0, '');

-- What was written before there was a chain is numbered and chained in its order.
do $$
declare
  entry audit_entry;
  last audit_head;
  was bigint;
begin
  select * into last from audit_head;
  for entry in select * from audit_entry order by id loop
    was := entry.id;
    entry.id := last.id + 1;
    if to_regclass('account_user') is not null and entry.actor_kind = 'person' then
      execute 'select name from account_user where id = $1' into entry.actor_name using entry.actor_id;
    end if;
    entry.hash := audit_hash(last.hash, entry);
    update audit_entry set id = entry.id, actor_name = entry.actor_name, hash = entry.hash where id = was;
    last.id := entry.id;
    last.hash := entry.hash;
  end loop;
  update audit_head set id = last.id, hash = last.hash;
end $$;
alter table audit_entry alter column hash set not null;

-- Entries of transactions that are still running; each is chained and leaves as the last thing before the commit.
create unlogged table audit_pending (like audit_entry);
alter table audit_pending alter column id set not null, alter column hash drop not null;
create sequence audit_pending_id owned by audit_pending.id;
alter table audit_pending alter column id set default nextval('audit_pending_id'), add primary key (id);

create function chain_audit_entry() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  entry audit_entry;
  last audit_head;
begin
  -- The first of a transaction takes along all that follow, so that the end of the chain moves once.
  if not exists (select from audit_pending where id = new.id) then return null; end if;
  select * into strict last from audit_head for update;
  for entry in select * from audit_pending where id >= new.id order by id loop
    entry.id := last.id + 1;
    entry.hash := audit_hash(last.hash, entry);
    insert into audit_entry select entry.*;
    last.id := entry.id;
    last.hash := entry.hash;
  end loop;
  update audit_head set id = last.id, hash = last.hash;
  delete from audit_pending where id >= new.id;
  return null;
end $$;
create constraint trigger chains after insert on audit_pending deferrable initially deferred
  for each row execute function chain_audit_entry();

-- Who and where, in the words of the time. The room that keeps people and units puts its own in this place.
create function audit_bearer(actor_kind text, actor_id text, unit_id uuid, out actor_name text, out in_unit uuid, out unit_name text)
  language sql stable as $$ select null::text, audit_bearer.unit_id, null::text $$;

/* The one way into the trail: an entry of the current transaction, done or refused. */
create function write_audit_entry(
  at timestamptz, actor_kind text, actor_id text, unit_id uuid, action text, object text, words text, outcome text,
  before json, after json
) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_pending (at, actor_kind, actor_id, actor_name, unit_id, unit_name, action, object, words, outcome, before, after)
  select write_audit_entry.at, write_audit_entry.actor_kind, write_audit_entry.actor_id, bearer.actor_name,
    bearer.in_unit, bearer.unit_name, write_audit_entry.action, write_audit_entry.object, write_audit_entry.words,
    write_audit_entry.outcome, write_audit_entry.before, write_audit_entry.after
  from audit_bearer(write_audit_entry.actor_kind, write_audit_entry.actor_id, write_audit_entry.unit_id) as bearer $$;

-- Whoever works for a request reads entries under a policy and writes none; nobody changes one, the owner neither.
alter table audit_entry enable row level security;
alter table audit_head enable row level security;
alter table audit_pending enable row level security;
grant select on audit_entry to jianbao_desk;
revoke execute on function chain_audit_entry() from public;
revoke execute on function write_audit_entry(timestamptz, text, text, uuid, text, text, text, text, json, json) from public;
grant execute on function write_audit_entry(timestamptz, text, text, uuid, text, text, text, text, json, json) to jianbao_desk;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_audit_change();
-- Entries come from the chain alone, which is a trigger itself.
create trigger chain_only before insert on audit_entry
  for each statement when (pg_trigger_depth() = 0) execute function refuse_audit_change();
alter table audit_entry enable always trigger append_only;
alter table audit_entry enable always trigger chain_only;

-- Everything is read by time, newest first, most often of one person, unit, action or object.
drop index audit_entry_at;
drop index audit_entry_object;
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_actor on audit_entry (actor_id, at, id);
create index audit_entry_unit on audit_entry (unit_id, at, id);
create index audit_entry_action on audit_entry (action, at, id);
create index audit_entry_object on audit_entry (object, at, id) where object is not null;
create index audit_entry_refused on audit_entry (at, id) where outcome <> 'done';
