-- 随机抽查: what is committed to is public and never changes any more; a draw happens once.
create table inspection_draw (
  id uuid primary key,
  -- who holds it
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  campaign_id uuid references campaign (id),
  name text not null,
  state text not null default 'preparing' check (state in ('preparing', 'committed', 'drawn', 'void')),
  -- how many are to be drawn
  count integer not null,
  -- of the frozen register
  objects integer,
  inspectors integer,
  -- [{ key, name, objects, least }]
  strata jsonb not null default '[]',
  register_hash text,
  seed_hash text,
  committed_at timestamptz,
  -- what those present called out, and the seed that was secret until then
  contribution text,
  seed text,
  drawn_at timestamptz,
  -- as it is handed out, to the byte: before the draw the commitment, afterwards all of it
  file text,
  voided_at timestamptz,
  void_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 0,
  check ((committed_at is null) = (register_hash is null) and (committed_at is null) = (seed_hash is null)),
  check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (contribution is null)),
  check (drawn_at is null or committed_at is not null)
);
create index inspection_draw_scope on inspection_draw (scope_path, created_at desc, id desc);
create index inspection_draw_public on inspection_draw (committed_at desc, id desc) where committed_at is not null;
create index inspection_draw_campaign on inspection_draw (campaign_id) where campaign_id is not null;
create trigger inspection_draw_takes_scope before insert or update of unit_id on inspection_draw
  for each row execute function take_scope_path();
-- From the commitment on it is for everybody.
call guard_by_scope('inspection_draw', true, 'committed_at is not null');

-- Whoever it is that writes: what was committed to stays, and so does what was drawn.
create function keep_draw() returns trigger language plpgsql as $$
begin
  if old.committed_at is null and tg_op = 'DELETE' then return old; end if;
  if old.committed_at is null then return new; end if;
  if tg_op = 'DELETE' or (new.committed_at, new.register_hash, new.seed_hash, new.name, new.count, new.unit_id)
    is distinct from (old.committed_at, old.register_hash, old.seed_hash, old.name, old.count, old.unit_id)
  then
    raise exception 'a draw that was committed to stays' using errcode = 'check_violation', constraint = 'draw_kept';
  end if;
  if old.drawn_at is not null and (new.drawn_at, new.contribution, new.seed, new.file)
    is distinct from (old.drawn_at, old.contribution, old.seed, old.file)
  then
    raise exception 'a draw happens once' using errcode = 'check_violation', constraint = 'draw_kept';
  end if;
  return new;
end $$;
create trigger inspection_draw_kept before update or delete on inspection_draw for each row execute function keep_draw();

-- How it was prepared: reasons for exclusions and recusals are nobody else's business.
create table inspection_draw_plan (
  draw_id uuid primary key references inspection_draw (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  plan jsonb not null
);
create trigger inspection_draw_plan_takes_scope before insert or update of unit_id on inspection_draw_plan
  for each row execute function take_scope_path();
call guard_by_scope('inspection_draw_plan', true);

-- The frozen register, and what was drawn of it.
create table inspection_draw_object (
  draw_id uuid not null references inspection_draw (id) on delete cascade,
  code text collate "C" not null,
  unit_id uuid not null references unit (id),
  name text not null,
  stratum text not null,
  -- of those that were drawn, from 1
  place integer,
  -- codes of inspectors
  team text[],
  primary key (draw_id, code)
);
create index inspection_draw_object_place on inspection_draw_object (draw_id, place) where place is not null;
create index inspection_draw_object_unit on inspection_draw_object (unit_id);

create table inspection_draw_inspector (
  draw_id uuid not null references inspection_draw (id) on delete cascade,
  code text collate "C" not null,
  name text not null,
  -- null of a name that was typed in
  person_id text references person (id),
  primary key (draw_id, code)
);
create index inspection_draw_inspector_person on inspection_draw_inspector (person_id) where person_id is not null;
-- Everybody reads the file of a draw; the same by accounts and units is for who holds it, until its page shows who was drawn.
do $$
declare
  kept regclass;
  held constant text := '(select scope_of_content())
    and exists (select from inspection_draw parent where parent.id = draw_id and in_scope(parent.scope_path))';
  drawn constant text := 'exists (select from inspection_draw parent where parent.id = draw_id and parent.drawn_at is not null)';
begin
  foreach kept in array array['inspection_draw_object', 'inspection_draw_inspector']::regclass[] loop
    execute format('alter table %s enable row level security', kept);
    execute format('grant select, insert, update, delete on %s to jianbao_desk', kept);
    execute format('create policy reads on %s for select to jianbao_desk using ((%s) or (%s))', kept, held, drawn);
    call guard_writing(kept, held);
  end loop;
end $$;

-- Sealed, until it is drawn. No right and no policy: requests cannot touch it, the program opens it at the draw alone.
create table inspection_draw_seed (
  draw_id uuid primary key references inspection_draw (id) on delete cascade,
  sealed text not null
);
alter table inspection_draw_seed enable row level security;

create table inspection_draw_step (
  id uuid primary key,
  draw_id uuid not null references inspection_draw (id) on delete cascade,
  at timestamptz not null,
  action text not null check (action in ('prepare', 'edit', 'commit', 'draw', 'void')),
  by_id text not null,
  by_name text not null
);
create index inspection_draw_step_draw on inspection_draw_step (draw_id, at, id);
-- Who did what is for those who work here, also where the draw is public.
alter table inspection_draw_step enable row level security;
grant select, insert on inspection_draw_step to jianbao_desk;
create policy reads on inspection_draw_step for select to jianbao_desk using ((select scope_of_content())
  and exists (select from inspection_draw parent where parent.id = draw_id and in_scope(parent.scope_path)));
create policy adds on inspection_draw_step for insert to jianbao_desk with check ((select scope_of_content())
  and exists (select from inspection_draw parent where parent.id = draw_id and in_scope(parent.scope_path)));
