-- Whose issues they are. What is published is read by everybody, and written by its own unit and those above alone.
alter table issue
  add column unit_id uuid not null default '00000000-0000-4000-8000-000000000001' references unit (id),
  add column scope_path text collate "C" not null default '';
update issue set scope_path = (select path from unit where id = unit_id);
alter table issue alter column unit_id drop default, alter column scope_path drop default;
create index issue_scope on issue (scope_path);
create index issue_unit on issue (unit_id);
create trigger issue_takes_scope before insert or update of unit_id on issue
  for each row execute function take_scope_path();
call guard_by_scope('issue', true, 'published_at is not null');

-- Columns and articles carry path and publication of their issue: a search reads many, and looking up the issue of each
-- under its policy would cost more than the search.
alter table issue_column add column scope_path text collate "C", add column published boolean;
alter table article add column scope_path text collate "C", add column published boolean;
update issue_column c set scope_path = i.scope_path, published = i.published_at is not null
  from issue i where i.id = c.issue_id;
update article a set scope_path = c.scope_path, published = c.published from issue_column c where c.id = a.column_id;
alter table issue_column alter column scope_path set not null, alter column published set not null;
alter table article alter column scope_path set not null, alter column published set not null;
create index issue_column_scope on issue_column (scope_path);
create index article_scope on article (scope_path);

create function take_scope_of_issue() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- held, so that the issue is not published or moved away under a row that is just being written
  select scope_path, published_at is not null into new.scope_path, new.published
    from issue where id = new.issue_id for share;
  return new;
end $$;
create trigger issue_column_takes_scope before insert or update of issue_id on issue_column
  for each row execute function take_scope_of_issue();
create function take_scope_of_column() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select scope_path, published into new.scope_path, new.published from issue_column where id = new.column_id for share;
  return new;
end $$;
create trigger article_takes_scope before insert or update of column_id on article
  for each row execute function take_scope_of_column();
call guard_by_scope('issue_column', true, 'published');
call guard_by_scope('article', true, 'published');

-- They follow their issue when it is published, withdrawn or moved with its unit.
create function texts_follow_issue() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update issue_column c set scope_path = i.scope_path, published = i.published_at is not null
    from changed i where i.id = c.issue_id
      and (c.scope_path, c.published) is distinct from (i.scope_path, i.published_at is not null);
  update article a set scope_path = c.scope_path, published = c.published
    from changed i join issue_column c on c.issue_id = i.id where c.id = a.column_id
      and (a.scope_path, a.published) is distinct from (c.scope_path, c.published);
  return null;
end $$;
create trigger texts_follow after update on issue referencing new table as changed
  for each statement execute function texts_follow_issue();
