-- Facts and words of an article that is held back are not published either, whatever its issue is.
create function withheld_is_not_published() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.published and exists (select from article a where a.id = new.article_id and a.withheld) then
    new.published := false;
  end if;
  return new;
end $$;
create trigger article_search_withheld before insert or update of published on article_search
  for each row execute function withheld_is_not_published();
create trigger event_withheld before insert or update of published on event
  for each row execute function withheld_is_not_published();
create trigger event_unit_withheld before insert or update of published on event_unit
  for each row execute function withheld_is_not_published();

-- They follow their article when it is held back, or no longer.
create function facts_follow_article() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update article_search set published = new.published where article_id = new.id;
  update event set published = new.published where article_id = new.id;
  update event_unit set published = new.published where article_id = new.id;
  update event_place p set published = new.published from event e where e.id = p.event_id and e.article_id = new.id;
  update figure f set published = new.published from event e where e.id = f.event_id and e.article_id = new.id;
  return null;
end $$;
create trigger facts_follow_article after update of withheld on article
  for each row when (old.withheld <> new.withheld) execute function facts_follow_article();
update article_search s set published = false from article a where a.id = s.article_id and a.withheld and s.published;
update event e set published = false from article a where a.id = e.article_id and a.withheld and e.published;
update event_unit u set published = false from article a where a.id = u.article_id and a.withheld and u.published;
