-- Offices and who sits in them, past the scope of whoever asks: a thing goes to the next office, and its people are told.
-- Asked often, so without changing the role back and forth.
create function offices_by_id(ids uuid[]) returns table (id uuid, path text, name text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select u.id, u.path, u.name from unit u where u.id = any (ids) $$;

create function office_holders(unit uuid, roles text[]) returns table (id text, name text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct p.id, p.name from membership m
       join person p on p.id = m.person_id and p.state = 'active' and p.locked_at is null
     where m.unit_id = unit and m.role = any (roles) order by p.id $$;

-- The nearest unit with somebody at work in one of the roles: at the path or above it, or only above it.
create function nearest_office(roles text[], at_path text, above boolean) returns table (id uuid, path text, name text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select u.id, u.path, u.name from unit u
     where u.path = any (array(
         select array_to_string((string_to_array(at_path, '/'))[1:depth], '/') || '/'
         from generate_series(1, array_length(string_to_array(at_path, '/'), 1) - 1) as depth))
       and u.state = 'active' and (not above or u.path <> at_path)
       and exists (select from membership m join person p on p.id = m.person_id and p.state = 'active'
           and p.locked_at is null where m.unit_id = u.id and m.role = any (roles))
     order by length(u.path) desc limit 1 $$;
create index membership_unit on membership (unit_id, role);

revoke execute on function offices_by_id(uuid[]), office_holders(uuid, text[]), nearest_office(text[], text, boolean)
  from public;
grant execute on function offices_by_id(uuid[]), office_holders(uuid, text[]), nearest_office(text[], text, boolean)
  to jianbao_desk;
