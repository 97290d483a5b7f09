-- 巡回指导: a tour goes from unit to unit; what is seen at a stop is for its team and those who sent it.
create table inspection_tour (
  id uuid primary key,
  -- who sends it
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  campaign_id uuid references campaign (id),
  name text not null,
  purpose text not null default '',
  from_day date not null,
  to_day date not null,
  -- the units hear of it before; 不打招呼 when not
  announced boolean not null default true,
  -- [{ id, kind, text, options, measure, noIsFinding }]
  checklist jsonb not null default '[]',
  state text not null default 'planned' check (state in ('planned', 'open', 'done', 'cancelled')),
  -- since when its team works and the units know of it
  opened_at timestamptz,
  reason text,
  by_id text not null,
  by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 0,
  check (from_day <= to_day)
);
create index inspection_tour_scope on inspection_tour (scope_path, from_day desc, id desc);
create index inspection_tour_campaign on inspection_tour (campaign_id) where campaign_id is not null;
create trigger inspection_tour_takes_scope before insert or update of unit_id on inspection_tour
  for each row execute function take_scope_path();

create table inspection_member (
  tour_id uuid not null references inspection_tour (id) on delete cascade,
  person_id text not null references person (id),
  name text not null,
  leader boolean not null default false,
  position integer not null default 0,
  primary key (tour_id, person_id)
);
create index inspection_member_person on inspection_member (person_id, tour_id);
create unique index inspection_member_leader on inspection_member (tour_id) where leader;

create table inspection_stop (
  id uuid primary key,
  tour_id uuid not null references inspection_tour (id) on delete cascade,
  -- who is visited
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  day date not null,
  position integer not null default 0,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'done')),
  finished_at timestamptz,
  finished_name text,
  version integer not null default 0,
  unique (tour_id, unit_id, day)
);
create index inspection_stop_tour on inspection_stop (tour_id, day, position);
create index inspection_stop_scope on inspection_stop (scope_path, day);
create trigger inspection_stop_takes_scope before insert or update of unit_id on inspection_stop
  for each row execute function take_scope_path();

-- `device` wrote last: what one device sends again after a broken line is no conflict with itself.
create table inspection_answer (
  stop_id uuid not null references inspection_stop (id) on delete cascade,
  question_id uuid not null,
  value jsonb not null,
  version integer not null default 1,
  device uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (stop_id, question_id)
);

create table inspection_finding (
  -- chosen by the device
  id uuid primary key,
  stop_id uuid not null references inspection_stop (id) on delete cascade,
  -- who is to mend it
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  question_id uuid,
  problem text not null,
  basis text not null default '',
  seriousness text not null check (seriousness in ('minor', 'major', 'grave')),
  measure text not null default '',
  due_day date,
  state text not null default 'open' check (state in ('open', 'confirmed', 'raised', 'dismissed')),
  reason text,
  -- the item of the rectification ledger it became
  item_id uuid,
  version integer not null default 1,
  device uuid not null,
  by_name text not null,
  at timestamptz not null,
  settled_at timestamptz
);
create index inspection_finding_stop on inspection_finding (stop_id);
create index inspection_finding_scope on inspection_finding (scope_path, at desc, id desc);
create index inspection_finding_item on inspection_finding (item_id) where item_id is not null;
create trigger inspection_finding_takes_scope before insert or update of unit_id on inspection_finding
  for each row execute function take_scope_path();

-- 访谈. Who was spoken with is a kind and a number: there is no column that could hold more.
create table inspection_interview (
  id uuid primary key,
  stop_id uuid not null references inspection_stop (id) on delete cascade,
  topic text not null,
  kind text not null check (kind in ('cadre', 'public', 'worker', 'volunteer', 'other')),
  people integer not null check (people > 0),
  notes text not null default '',
  version integer not null default 1,
  device uuid not null,
  at timestamptz not null
);
create index inspection_interview_stop on inspection_interview (stop_id);

create table inspection_photo (
  id uuid primary key,
  stop_id uuid not null references inspection_stop (id) on delete cascade,
  finding_id uuid references inspection_finding (id) on delete cascade,
  position integer not null,
  sha256 text not null,
  thumb_sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  caption text not null default '',
  created_at timestamptz not null
);
create index inspection_photo_stop on inspection_photo (stop_id, position);
create index inspection_photo_finding on inspection_photo (finding_id) where finding_id is not null;
create index inspection_photo_content on inspection_photo (sha256);
create index inspection_photo_thumb on inspection_photo (thumb_sha256);

/* Who a tour is open to beyond the unit that sends it: its team, wherever they hold their posts. These functions pass the
   policies, so that policies may ask each other's tables. */
create function on_tour(tour uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select scope_of_content() and exists (
    select from inspection_member m where m.tour_id = tour and m.person_id = scope_person()) $$;
create function tour_held(tour uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select scope_of_content() and exists (
    select from inspection_tour t where t.id = tour and (in_scope(t.scope_path) or on_tour(t.id))) $$;
create function stop_held(stop uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from inspection_stop s where s.id = stop and tour_held(s.tour_id)) $$;
-- What the visited unit is told of: a visit that was announced, or that took place.
create function tour_announced(tour uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (
    select from inspection_tour t where t.id = tour and t.announced and t.opened_at is not null) $$;
-- Also one of which something was confirmed: the unit was told so.
create function stop_shown(stop uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from inspection_stop s where s.id = stop and (s.state = 'done' or tour_announced(s.tour_id)
    or exists (select from inspection_finding f where f.stop_id = s.id and f.state in ('confirmed', 'raised')))) $$;
create function tour_visits_scope(tour uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select scope_of_content() and exists (select from inspection_stop s where s.tour_id = tour and in_scope(s.scope_path)
    and stop_shown(s.id)) $$;

call guard_by_scope('inspection_tour', true, 'on_tour(id) or tour_visits_scope(id)');

alter table inspection_member enable row level security;
grant select, insert, update, delete on inspection_member to jianbao_desk;
create policy reads on inspection_member for select to jianbao_desk
  using (tour_held(tour_id) or tour_visits_scope(tour_id));
call guard_writing('inspection_member', 'tour_held(tour_id)');

alter table inspection_stop enable row level security;
grant select, insert, update, delete on inspection_stop to jianbao_desk;
create policy reads on inspection_stop for select to jianbao_desk
  using (tour_held(tour_id) or ((select scope_of_content()) and in_scope(scope_path)
    and stop_shown(id)));
call guard_writing('inspection_stop', 'tour_held(tour_id)');

alter table inspection_finding enable row level security;
grant select, insert, update, delete on inspection_finding to jianbao_desk;
create policy reads on inspection_finding for select to jianbao_desk
  using (stop_held(stop_id) or ((select scope_of_content()) and in_scope(scope_path)
    and state in ('confirmed', 'raised')));
call guard_writing('inspection_finding', 'stop_held(stop_id)');

do $$
declare
  kept regclass;
begin
  foreach kept in array array['inspection_answer', 'inspection_interview', 'inspection_photo']::regclass[] loop
    execute format('alter table %s enable row level security', kept);
    execute format('grant select, insert, update, delete on %s to jianbao_desk', kept);
    execute format('create policy reads on %s for select to jianbao_desk using (stop_held(stop_id))', kept);
    call guard_writing(kept, 'stop_held(stop_id)');
  end loop;
end $$;

-- 回避: who of a team belongs to a unit it visits, by home or by post.
create function tour_recusals(tour uuid) returns table (stop_id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select s.id, m.name from inspection_stop s join inspection_member m on m.tour_id = s.tour_id
     where s.tour_id = tour and tour_held(tour) and (
       exists (select from person p where p.id = m.person_id and p.unit_id = s.unit_id)
       or exists (select from membership h where h.person_id = m.person_id and h.unit_id = s.unit_id))
     order by m.position $$;
