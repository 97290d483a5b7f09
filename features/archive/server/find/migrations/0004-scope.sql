-- Facts and the index of the search carry the path of their issue and whether it is published: they are read in masses,
-- and looking up the issue of every row would cost more than the search itself.
alter table event add column scope_path text collate "C" not null default '', add column published boolean not null default false;
alter table event_unit add column scope_path text collate "C" not null default '', add column published boolean not null default false;
alter table event_place add column scope_path text collate "C" not null default '', add column published boolean not null default false;
alter table figure add column scope_path text collate "C" not null default '', add column published boolean not null default false;
alter table article_search add column scope_path text collate "C" not null default '', add column published boolean not null default false;

update event e set scope_path = i.scope_path, published = i.published_at is not null from issue i where i.id = e.issue_id;
update event_unit u set scope_path = e.scope_path, published = e.published from event e where e.id = u.event_id;
update event_place p set scope_path = e.scope_path, published = e.published from event e where e.id = p.event_id;
update figure f set scope_path = e.scope_path, published = e.published from event e where e.id = f.event_id;
update article_search s set scope_path = i.scope_path, published = i.published_at is not null from issue i where i.id = s.issue_id;

alter table event alter column scope_path drop default, alter column published drop default;
alter table event_unit alter column scope_path drop default, alter column published drop default;
alter table event_place alter column scope_path drop default, alter column published drop default;
alter table figure alter column scope_path drop default, alter column published drop default;
alter table article_search alter column scope_path drop default, alter column published drop default;

-- What is counted along an index is seen or not seen along it.
drop index event_count;
create index event_count on event (day, type, id, column_name, series) include (scope_path, published);
drop index event_unit_path;
create index event_unit_path on event_unit (unit_path, day, event_id) include (generic, article_id, scope_path, published);
create index event_scope on event (scope_path);
create index event_unit_scope on event_unit (scope_path);
create index event_place_scope on event_place (scope_path);
create index figure_scope on figure (scope_path);
create index article_search_scope on article_search (scope_path);
create index article_search_published on article_search (day desc nulls last, article_id desc) where published;
-- Whether anybody in the scope bears a name is one step along these.
drop index event_unit_name;
create index event_unit_name on event_unit (name, scope_path);
create index event_unit_name_published on event_unit (name) where published;
drop index article_search_column;
create index article_search_column on article_search (column_name, scope_path);
create index article_search_column_published on article_search (column_name) where published;
drop index article_search_series;
create index article_search_series on article_search (series, scope_path);
create index article_search_series_published on article_search (series) where published;

call guard_by_scope('event', true, 'published');
call guard_by_scope('event_unit', true, 'published');
call guard_by_scope('event_place', true, 'published');
call guard_by_scope('figure', true, 'published');
call guard_by_scope('article_search', true, 'published');

-- Words are looked up by a role that sees every row, for under a policy their index cannot be used; the scope is a
-- condition of its queries, and what they find is read again under the policies.
grant select on article_search to jianbao_search;
grant select (article_id, name, unit_path, scope_path, published) on event_unit to jianbao_search;
create policy searches on article_search for select to jianbao_search using (true);
create policy searches on event_unit for select to jianbao_search using (true);

-- Facts follow their issue when it is published, withdrawn or moved with its unit.
create function facts_follow_issue() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update article_search s set scope_path = i.scope_path, published = i.published_at is not null
    from changed i where i.id = s.issue_id
      and (s.scope_path, s.published) is distinct from (i.scope_path, i.published_at is not null);
  update event e set scope_path = i.scope_path, published = i.published_at is not null
    from changed i where i.id = e.issue_id
      and (e.scope_path, e.published) is distinct from (i.scope_path, i.published_at is not null);
  update event_unit u set scope_path = e.scope_path, published = e.published
    from changed i join event e on e.issue_id = i.id where e.id = u.event_id
      and (u.scope_path, u.published) is distinct from (e.scope_path, e.published);
  update event_place p set scope_path = e.scope_path, published = e.published
    from changed i join event e on e.issue_id = i.id where e.id = p.event_id
      and (p.scope_path, p.published) is distinct from (e.scope_path, e.published);
  update figure f set scope_path = e.scope_path, published = e.published
    from changed i join event e on e.issue_id = i.id where e.id = f.event_id
      and (f.scope_path, f.published) is distinct from (e.scope_path, e.published);
  return null;
end $$;
create trigger facts_follow after update on issue referencing new table as changed
  for each statement execute function facts_follow_issue();
