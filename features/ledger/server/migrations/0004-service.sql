-- 诉求: what people asked for, by the public form, on a visit or in an opinion. Nobody's name is asked.
create table need (
  id uuid primary key,
  -- by which the asker looks it up: nobody guesses one
  number text collate "C" not null unique,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  source text not null check (source in ('form', 'visit', 'opinion')),
  kind text not null,
  words text not null,
  -- 村、社区, in words
  place text not null default '',
  -- when it was heard
  day date not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'merged', 'declined', 'settled')),
  -- why it was declined, for the asker
  reason text,
  item_id uuid references ledger_item (id) on delete set null,
  -- it went into an item that was there already
  merged boolean not null default false,
  -- where the asker wants to be told, sealed; erased when the need is settled or declined
  contact_sealed text,
  registered_by text,
  registered_name text not null default '',
  -- what it is found by, in lower case
  search text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 0,
  check ((source = 'form') = (registered_by is null)),
  check (state <> 'declined' or (reason is not null and contact_sealed is null)),
  check (state not in ('accepted', 'merged', 'settled') or item_id is not null)
);
create index need_scope on need (scope_path, created_at, id);
create index need_waiting on need (scope_path, created_at, id) where state = 'waiting';
create index need_item on need (item_id) where item_id is not null;
create index need_form on need (created_at) where source = 'form';
create index need_to_tell on need (updated_at) where state = 'settled' and contact_sealed is not null;
create trigger need_takes_scope before insert or update of unit_id on need
  for each row execute function take_scope_path();
-- Whoever holds its number sees what became of it.
call guard_by_scope('need', true, 'number = (select current_setting(''app.need'', true))');
-- Strangers write what waits, and nothing else.
create policy asks on need for insert to jianbao_desk
  with check (source = 'form' and state = 'waiting' and item_id is null and reason is null and version = 0);

create table need_step (
  id bigint generated always as identity primary key,
  need_id uuid not null references need (id) on delete cascade,
  at timestamptz not null,
  action text not null check (action in
    ('ask', 'register', 'accept', 'merge', 'decline', 'forward', 'reconsider', 'settle')),
  by_id text not null,
  by_name text not null,
  words text
);
create index need_step_need on need_step (need_id, id);
alter table need_step enable row level security;
grant select, insert on need_step to jianbao_desk;
create policy reads on need_step for select to jianbao_desk using ((select scope_of_content())
  and exists (select from need n where n.id = need_id));
create policy adds on need_step for insert to jianbao_desk with check ((select scope_of_content())
  and exists (select from need n where n.id = need_id and in_scope(n.scope_path)));
-- The step a stranger takes, once.
create policy asks on need_step for insert to jianbao_desk with check (action = 'ask' and by_id = ''
  and exists (select from need n where n.id = need_id and n.source = 'form' and n.version = 0));

-- Units a need can be put to, for a list that strangers choose from: names of offices are public.
create function need_offices() returns table (id uuid, path text, name text, kind text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select u.id, u.path, u.name, u.kind from unit u
     where u.state = 'active' and u.kind in ('province', 'city', 'county') order by length(u.path), u.position, u.seq $$;
revoke execute on function need_offices() from public;
grant execute on function need_offices() to jianbao_desk;

-- How many came by the form since a moment: a flood is held back, wherever it goes.
create function needs_since(moment timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp as
  $$ select count(*) from need where source = 'form' and created_at > moment $$;
revoke execute on function needs_since(timestamptz) from public;
grant execute on function needs_since(timestamptz) to jianbao_desk;

-- 转办: out of the hands that held it, into the unit it concerns, which may stand outside their scope.
create function forward_need(need uuid, target uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update need n set unit_id = target, updated_at = moment, version = n.version + 1
    where n.id = forward_need.need and n.state = 'waiting' and scope_of_content() and in_scope(n.scope_path)
      and target in (select o.id from need_offices() o);
  if not found then
    raise exception 'a need outside the scope stays where it is' using errcode = 'insufficient_privilege';
  end if;
end $$;
revoke execute on function forward_need(uuid, uuid, timestamptz) from public;
grant execute on function forward_need(uuid, uuid, timestamptz) to jianbao_desk;

-- A need follows its item: settled when that is closed, open again with it, waiting again when it is cancelled.
create function needs_follow_item() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state in ('closed', 'settled') and old.state not in ('closed', 'settled') then
    with met as (update need set state = 'settled', updated_at = new.updated_at, version = version + 1
        where item_id = new.id and state in ('accepted', 'merged') returning id)
    insert into need_step (need_id, at, action, by_id, by_name) select id, new.updated_at, 'settle', '', '' from met;
  elsif new.state not in ('closed', 'settled', 'cancelled') and old.state in ('closed', 'settled') then
    update need set state = case when merged then 'merged' else 'accepted' end, updated_at = new.updated_at,
      version = version + 1 where item_id = new.id and state = 'settled';
  elsif new.state = 'cancelled' and old.state <> 'cancelled' then
    with freed as (update need set state = 'waiting', item_id = null, merged = false, updated_at = new.updated_at,
        version = version + 1 where item_id = new.id and state in ('accepted', 'merged') returning id)
    insert into need_step (need_id, at, action, by_id, by_name) select id, new.updated_at, 'reconsider', '', '' from freed;
  end if;
  return null;
end $$;
create trigger needs_follow_item after update of state on ledger_item
  for each row when (new.kind = 'service' and new.state <> old.state) execute function needs_follow_item();

-- 成果: whom a service reached. Money stands in the item; people and attendances are never added together.
create table service_outcome (
  item_id uuid primary key references ledger_item (id) on delete cascade,
  people integer not null check (people >= 0),
  attendances integer check (attendances >= 0),
  words text not null,
  updated_by text not null,
  updated_name text not null,
  updated_at timestamptz not null,
  version integer not null default 0
);
call guard_by_parent('service_outcome', 'ledger_item', 'item_id', content => true);

-- Where the ledger asks for an outcome, nothing is fed back as done without one, whichever way it is written.
create function outcome_comes_first() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select (l.rules->>'outcome')::boolean from ledger l where l.id = new.ledger_id)
    and not exists (select from service_outcome o where o.item_id = new.id)
  then
    raise exception 'no outcome yet' using errcode = 'check_violation', constraint = 'ledger_item_outcome';
  end if;
  return new;
end $$;
create trigger outcome_comes_first before update of state on ledger_item
  for each row when (new.kind = 'service' and new.state = 'feedback' and old.state <> 'feedback' and new.parent_id is null)
  execute function outcome_comes_first();

-- One answer: what was chosen and the day. Nothing else is known of whoever gave it.
create table service_answer (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references ledger_item (id) on delete cascade,
  round integer not null,
  choice text not null check (choice in ('good', 'fair', 'poor', 'unknown')),
  day date not null
);
create index service_answer_item on service_answer (item_id, round);
alter table service_answer enable row level security;
grant select on service_answer to jianbao_desk;
create policy reads on service_answer for select to jianbao_desk
  using ((select scope_of_content()) and exists (select from ledger_item i where i.id = item_id));

-- Answers of the present round that count, and their points by the rules of the ledger; 不了解 has none.
create function service_score(item uuid) returns table (counted integer, points integer, pass integer, answers integer)
  language sql stable as $$
  select count(*) filter (where a.choice <> 'unknown')::int,
    coalesce(sum((l.rules #>> array['satisfaction', a.choice])::int) filter (where a.choice <> 'unknown'), 0)::int,
    (l.rules #>> '{satisfaction,pass}')::int, count(a.id)::int
  from ledger_item i join ledger l on l.id = i.ledger_id
    left join service_answer a on a.item_id = i.id and a.round = i.reopened
  where i.id = item group by l.rules $$;

/* 公示: what the public reads of a service. Its words are of their own; the facts beside them are those of the item and
   kept by triggers, so that a visitor's page touches this table alone. */
create table service_publication (
  item_id uuid primary key references ledger_item (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  title text not null,
  words text not null,
  outcome text not null default '',
  published_at timestamptz,
  updated_at timestamptz not null,
  version integer not null default 0,
  state text not null,
  start_day date not null,
  due_day date not null,
  near_day date not null,
  milestone_day date,
  fed_back_day date,
  closed_day date,
  percent integer not null,
  target_value numeric,
  target_unit text,
  reached numeric not null,
  milestones jsonb not null,
  spent numeric,
  people integer,
  -- answers of the round that count, and their points
  counted integer not null default 0,
  points integer not null default 0
);
create index service_publication_newest on service_publication (published_at desc, item_id desc) where published_at is not null;
create index service_publication_scope on service_publication (scope_path, published_at desc) where published_at is not null;
create trigger service_publication_takes_scope before insert or update of unit_id on service_publication
  for each row execute function take_scope_path();
call guard_by_parent('service_publication', 'ledger_item', 'item_id', content => true);
create policy visitors on service_publication for select to jianbao_desk using (published_at is not null
  and state in ('dispatched', 'doing', 'feedback', 'closed', 'settled'));

create function publish_facts(item uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update service_publication p set unit_id = i.unit_id, state = i.state, start_day = i.start_day, due_day = i.due_day,
    near_day = i.near_day, milestone_day = i.milestone_day, fed_back_day = i.fed_back_day, closed_day = i.closed_day,
    percent = i.percent, target_value = i.target_value, target_unit = i.target_unit, reached = i.reached,
    milestones = i.milestones, spent = i.spent, people = (select o.people from service_outcome o where o.item_id = i.id),
    counted = x.counted, points = x.points
  from ledger_item i, service_score(item) x where i.id = item and p.item_id = i.id $$;
revoke execute on function publish_facts(uuid) from public;
grant execute on function publish_facts(uuid) to jianbao_desk;
create function item_publishes_facts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform publish_facts(new.id);
  return null;
end $$;
create trigger item_publishes_facts after update on ledger_item
  for each row when (new.kind = 'service') execute function item_publishes_facts();
create function outcome_publishes_facts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform publish_facts(new.item_id);
  return null;
end $$;
create trigger outcome_publishes_facts after insert or update on service_outcome
  for each row execute function outcome_publishes_facts();

/* 满意度: links that are good for one answer each. One row holds the links of all who are asked about an item, as hashes,
   sorted: neither their order nor the transaction that wrote the row says which of them was used when. */
create table service_ask (
  id uuid primary key,
  item_id uuid not null references ledger_item (id) on delete cascade,
  -- the unit that keeps the item
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  -- how often the item had been opened again: of an earlier round nothing counts
  round integer not null,
  open text[] not null default '{}',
  used text[] not null default '{}',
  last_day date not null,
  issued_at timestamptz not null,
  version integer not null default 0,
  unique (item_id, round)
);
create trigger service_ask_takes_scope before insert or update of unit_id on service_ask
  for each row execute function take_scope_path();
call guard_by_scope('service_ask', true);

-- Words beside an answer, without it: read by who keeps the item until they let them be shown.
create table service_word (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references ledger_item (id) on delete cascade,
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  round integer not null,
  words text not null,
  day date not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'hidden'))
);
create index service_word_item on service_word (item_id, round, state);
create index service_word_waiting on service_word (scope_path) where state = 'waiting';
create trigger service_word_takes_scope before insert or update of unit_id on service_word
  for each row execute function take_scope_path();
call guard_by_scope('service_word', true,
  'state = ''shown'' and (select scope_of_content()) and exists (select from ledger_item i where i.id = item_id)');
revoke insert, delete on service_word from jianbao_desk;

/* What a link opens, by its row and the hash of its secret: taken, used, over or unknown. */
create function find_ask(ask uuid, hash text, today date)
  returns table (standing text, item_id uuid, title text, unit_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when hash = any (a.used) then 'used' when a.last_day < today or a.round <> i.reopened
      or i.state not in ('closed', 'settled') then 'over' else 'open' end,
    i.id, coalesce(nullif(p.title, ''), i.title), u.name
  from service_ask a join ledger_item i on i.id = a.item_id join unit u on u.id = i.unit_id
    left join service_publication p on p.item_id = i.id and p.published_at is not null
  where a.id = ask and (hash = any (a.open) or hash = any (a.used)) $$;
revoke execute on function find_ask(uuid, text, date) from public;
grant execute on function find_ask(uuid, text, date) to jianbao_desk;

/* Takes one answer and spends its link, both or neither. The answers of the day are written anew, in the order of ids
   made by chance: nothing in the tables, their order or the numbers of their transactions tells which came when. */
create function answer_service(ask uuid, hash text, chosen text, said text, today date) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked service_ask;
  found_standing text;
  failing boolean;
begin
  -- The item before its links, as whoever makes links holds them.
  perform from ledger_item i where i.id = (select a.item_id from service_ask a where a.id = ask) for no key update;
  select * into asked from service_ask where id = ask for update;
  select f.standing into found_standing from find_ask(ask, hash, today) f;
  if found_standing is distinct from 'open' then return coalesce(found_standing, 'unknown'); end if;
  update service_ask set open = array_remove(open, hash),
    used = (select array_agg(each order by each) from unnest(used || hash) each) where id = ask;
  with gone as (delete from service_answer a where a.item_id = asked.item_id and a.round = asked.round and a.day = today
      returning a.choice),
    whole as (select gen_random_uuid() as id, choice from gone union all select gen_random_uuid(), chosen)
  insert into service_answer (id, item_id, round, choice, day)
    select id, asked.item_id, asked.round, choice, today from whole order by id;
  if said <> '' then
    with gone as (delete from service_word w where w.item_id = asked.item_id and w.round = asked.round and w.day = today
        returning w.id, w.words, w.state),
      whole as (select * from gone union all select gen_random_uuid(), said, 'waiting')
    insert into service_word (id, item_id, unit_id, scope_path, round, words, day, state)
      select id, asked.item_id, asked.unit_id, '', asked.round, words, today, state from whole order by id;
  end if;
  -- Below the mark it is to be done again: whoever keeps it is told so by the item, and decides.
  select x.counted >= 3 and x.points < x.pass * x.counted into failing from service_score(asked.item_id) x;
  update ledger_item i set flag = case when failing then 'satisfaction' end,
      flagged_at = case when failing then today::timestamp at time zone 'Asia/Shanghai' end, version = i.version + 1
    where i.id = asked.item_id and i.state in ('closed', 'settled')
      and ((failing and i.flag is null) or (not failing and i.flag = 'satisfaction'));
  perform publish_facts(asked.item_id);
  return 'taken';
end $$;
revoke execute on function answer_service(uuid, text, text, text, date) from public;
grant execute on function answer_service(uuid, text, text, text, date) to jianbao_desk;
