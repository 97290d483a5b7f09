-- What is held back is no part of what is published: for other units and for visitors it is not there.
create or replace function take_scope_of_column() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select scope_path, published and not new.withheld into new.scope_path, new.published
    from issue_column where id = new.column_id for share;
  return new;
end $$;
create trigger article_is_withheld before update of withheld on article
  for each row when (old.withheld <> new.withheld) execute function take_scope_of_column();

create or replace function texts_follow_issue() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update issue_column c set scope_path = i.scope_path, published = i.published_at is not null
    from changed i where i.id = c.issue_id
      and (c.scope_path, c.published) is distinct from (i.scope_path, i.published_at is not null);
  update article a set scope_path = c.scope_path, published = c.published and not a.withheld
    from changed i join issue_column c on c.issue_id = i.id where c.id = a.column_id
      and (a.scope_path, a.published) is distinct from (c.scope_path, c.published and not a.withheld);
  return null;
end $$;
update article set published = false where withheld;
