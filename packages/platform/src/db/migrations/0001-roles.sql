-- Who reads and writes below the program: requests act as jianbao_desk, under the policies of each table. The index of
-- the search is read as jianbao_search, because full-text operators cannot use an index under a policy.
-- Roles belong to the whole server: another database of it may have made them, or an administrator for us.
do $$
declare
  wanted text;
  acting constant text := case when current_setting('server_version_num')::integer < 160000 then 'MEMBER' else 'SET' end;
begin
  foreach wanted in array array['jianbao_desk', 'jianbao_search'] loop
    if not exists (select from pg_roles where rolname = wanted) then execute format('create role %I nologin', wanted); end if;
    if not pg_has_role(session_user, wanted, acting) then
      execute format('grant %I to %I', wanted, session_user);
    end if;
  end loop;
end $$;
grant usage on schema public to jianbao_desk, jianbao_search;
alter table migration enable row level security;

-- The scope of the transaction: from the first to behind the last path it may touch, and all its roots when they are several.
create function scope_from() returns text language sql stable as $$ select current_setting('app.scope_from', true) $$;
create function scope_to() returns text language sql stable as $$ select current_setting('app.scope_to', true) $$;
create function scope_roots() returns text[] language sql stable as
  $$ select coalesce(string_to_array(nullif(current_setting('app.scope_roots', true), ''), ','),
    array_remove(array[nullif(current_setting('app.scope_from', true), '')], null)) $$;
create function scope_person() returns text language sql stable as $$ select current_setting('app.person', true) $$;
-- What a bulletin is made of is for those who work on it, never for the three administrators.
create function scope_of_content() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.content', true) = 'yes', false) $$;
create function content_roots() returns text[] language sql stable as
  $$ select case when scope_of_content() then scope_roots() else '{}' end $$;

-- Whether the scope holds a path, be it one root or several.
create function in_scope(path text) returns boolean language sql stable as $$ select path ^@ any (scope_roots()) $$;
/* The same as a condition on rows. One case, because the planner cannot look into it: it would take prefixes it does not
   know for a handful of rows and choose plans for those. The first lock gives it the range, and the index. One value to
   fetch, because a query under the policies of six tables is planned six times as long with six. */
create function in_scope_rule(path text, roots text default 'scope_roots()') returns text language sql immutable as
  $$ select format('case when %s ^@ any ((select %s)::text[]) then true else false end', path, roots) $$;

-- Policies for writing alone: one for all commands would be weighed at every reading again.
create procedure guard_writing(guarded regclass, rule text) language plpgsql as $$
begin
  execute format('create policy adds on %s for insert to jianbao_desk with check (%s)', guarded, rule);
  execute format('create policy changes on %s for update to jianbao_desk using (%s) with check (%s)', guarded, rule, rule);
  execute format('create policy removes on %s for delete to jianbao_desk using (%s)', guarded, rule);
end $$;

/* Puts a table under the scope of its column scope_path. `content`: administrators see nothing of it. `also`: a condition
   under which a row is read, not written, from outside the scope too. Called by migrations. */
create procedure guard_by_scope(guarded regclass, content boolean, also text default 'false') language plpgsql as $$
declare
  rule text := in_scope_rule('scope_path', case when content then 'content_roots()' else 'scope_roots()' end);
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('grant select, insert, update, delete on %s to jianbao_desk', guarded);
  execute format('create policy reads on %s for select to jianbao_desk using ((%s) or (%s))', guarded, rule, also);
  call guard_writing(guarded, rule);
end $$;

/* Puts a table under the policies of the row it belongs to: what is seen of the one is seen of the other, and is written
   by those whose scope holds it. `parent_path` gives the parent's path where it has none of its own; `content`: never by
   administrators, though they may see what is published. */
create procedure guard_by_parent(
  guarded regclass, parent regclass, link text, parent_path text default 'parent.scope_path', content boolean default false
) language plpgsql as $$
declare
  seen text := format('select from %s as parent where parent.id = %s', parent, link);
  held text := format('exists (%s and in_scope(%s))', seen, parent_path);
begin
  if content then held := held || ' and (select scope_of_content())'; end if;
  execute format('alter table %s enable row level security', guarded);
  execute format('grant select, insert, update, delete on %s to jianbao_desk', guarded);
  execute format('create policy reads on %s for select to jianbao_desk using (exists (%s))', guarded, seen);
  call guard_writing(guarded, held);
end $$;
