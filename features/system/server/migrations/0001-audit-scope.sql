-- Names of the time: those of the person and of the unit; a person whose deed names no unit acted for their own.
create or replace function audit_bearer(actor_kind text, actor_id text, unit_id uuid, out actor_name text, out in_unit uuid, out unit_name text)
  language sql stable as $$
  select bearer.name, place.id, place.name
  from (values (1)) as one
    left join person bearer on audit_bearer.actor_kind = 'person' and bearer.id = audit_bearer.actor_id
    left join unit place on place.id = coalesce(audit_bearer.unit_id, bearer.unit_id) $$;

-- Only auditors read the trail, whatever route a transaction belongs to.
create function scope_audits() returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from membership where person_id = scope_person() and role = 'auditor') $$;

-- An entry belongs to the unit that was acted in, wherever that stands today; one without a unit (the system, strangers)
-- is for auditors at the top. What of `unit` is seen here stands under its own policy.
create policy by_unit on audit_entry for select to jianbao_desk
  using ((select scope_audits())
    and ((select exists (select from unit where parent_id is null)) or unit_id in (select id from unit)));
