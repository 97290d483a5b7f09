-- What comes of a contest: certificates, the list of results anybody can check, lotteries.

-- By contest the key that numbers of certificates, receipts of results and codes of lotteries are made with; it never
-- leaves the program.
create table contest_award_key (
  contest_no integer primary key references contest (no) on delete cascade,
  key bytea not null
);
alter table contest_award_key enable row level security;
-- Of two hundred and more bits of chance, however a contest is made.
create function contest_makes_award_key() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  insert into contest_award_key (contest_no, key) values (new.no,
    sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
  return null;
end $$;
create trigger contest_makes_award_key after insert on contest
  for each row execute function contest_makes_award_key();

-- Certificates that were printed; one for each player and kind, whatever the number of times.
create table contest_certificate (
  number text primary key,
  contest_no integer not null,
  player_no integer not null,
  -- of the rules' certificates
  kind text not null,
  -- masked, for whoever checks it
  name text not null,
  -- a code of all that stands on it, as it was printed last
  seal text not null,
  issued_at timestamptz not null,
  printed_at timestamptz not null,
  prints integer not null default 1,
  foreign key (contest_no, player_no) references contest_player (contest_no, no) on delete cascade
);
create unique index contest_certificate_player on contest_certificate (contest_no, player_no, kind);
create index contest_certificate_list on contest_certificate (contest_no, issued_at desc, number);
alter table contest_certificate enable row level security;
grant select on contest_certificate to jianbao_desk;
create policy reads on contest_certificate for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

-- Who asked to be forgotten has no certificate either: its check would go on telling their name.
create function contest_forgets_certificates() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  delete from contest_certificate where contest_no = new.contest_no and player_no = new.no;
  return null;
end $$;
create trigger contest_forgets_certificates after update of forgotten_at on contest_player
  for each row when (new.forgotten_at is not null) execute function contest_forgets_certificates();

-- 公示: made once, from a publication to its withdrawal; what was public once stays known by its root.
create table contest_result (
  contest_no integer not null references contest (no) on delete cascade,
  edition integer not null,
  -- Merkle root and SHA-256 of the file
  root text not null,
  sha256 text not null,
  -- of results, without the line that heads them
  lines integer not null,
  size_bytes bigint not null,
  -- [{ key, name, from, lines }] by group
  groups jsonb not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (contest_no, edition)
);
create unique index contest_result_public on contest_result (contest_no) where withdrawn_at is null;

-- The file in pieces of 256 lines, each with the root of its part of the tree.
create table contest_result_block (
  contest_no integer not null,
  edition integer not null,
  no integer not null,
  text text not null,
  root text not null,
  primary key (contest_no, edition, no),
  foreign key (contest_no, edition) references contest_result (contest_no, edition) on delete cascade
);

-- Where a player's line stands; for the office and whoever has the player's code.
create table contest_result_line (
  contest_no integer not null,
  edition integer not null,
  player_no integer not null,
  line integer not null,
  place integer not null,
  primary key (contest_no, edition, player_no)
);
create index contest_result_line_place on contest_result_line (contest_no, edition, place);
alter table contest_result_line enable row level security;
grant select on contest_result_line to jianbao_desk;
create policy reads on contest_result_line for select to jianbao_desk using (contest_is_mine(contest_no));

/* Whoever holds a number may see whether it is a certificate, and what for; nobody can list them. */
create function find_certificate(wanted text) returns table (
  kind text, name text, seal text, issued_at timestamptz, title text, slug text, rules jsonb, state text, organiser text,
  score double precision, attempts integer, place integer
) language sql stable security definer set search_path = public, pg_temp as $$
  select c.kind, c.name, c.seal, c.issued_at, its.title, its.slug, its.rules, its.state,
      (select o.name from offices_by_id(array[its.unit_id]) o),
      coalesce(t.score, 0)::double precision, coalesce(t.attempts, 0),
      (select l.place from contest_result_line l join contest_result r using (contest_no, edition)
        where l.contest_no = c.contest_no and l.player_no = c.player_no and r.withdrawn_at is null
          and its.state = 'published')
    from contest_certificate c join contest its on its.no = c.contest_no
      left join contest_tally t on t.contest_no = c.contest_no and t.player_no = c.player_no
    where c.number = wanted
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array['contest_result', 'contest_result_block'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select on %I to jianbao_desk', kept);
    execute format('create policy reads on %I for select to jianbao_desk using (contest_is_mine(contest_no)
      or exists (select from contest its where its.no = contest_no and its.state = ''published''))', kept);
  end loop;
end $$;

/* 撤下公示, by whatever way the contest goes back: the list is no longer the one that counts. */
create function contest_withdraws_result() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  update contest_result set withdrawn_at = new.updated_at where contest_no = new.no and withdrawn_at is null;
  return null;
end $$;
create trigger contest_withdraws_result after update of state on contest
  for each row when (old.state = 'published' and new.state <> 'published') execute function contest_withdraws_result();

-- 抽奖: who may win is committed to before, as in a random draw of inspections.
create table contest_draw (
  id uuid primary key,
  contest_id uuid not null references contest (id) on delete cascade,
  -- of the contest, from 1
  no integer not null,
  name text not null,
  prize text not null,
  -- of those eligible on a day; null: in all
  day date,
  count integer not null,
  -- who won before may win again
  again boolean not null,
  state text not null default 'committed' check (state in ('committed', 'drawn', 'void')),
  eligible integer not null,
  register_hash text not null,
  seed_hash text not null,
  committed_at timestamptz not null,
  contribution text,
  seed text,
  drawn_at timestamptz,
  -- [{ place, code, name, unit }] as everybody sees them
  winners jsonb not null default '[]',
  voided_at timestamptz,
  void_reason text,
  by_name text not null,
  version integer not null default 0,
  check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (contribution is null))
);
create unique index contest_draw_no on contest_draw (contest_id, no);
-- Nobody wins twice by two draws that do not know of each other.
create unique index contest_draw_pending on contest_draw (contest_id) where state = 'committed';
call guard_by_parent('contest_draw', 'contest', 'contest_id', content => true);

-- The file as it is handed out, to the byte.
create table contest_draw_file (
  draw_id uuid primary key references contest_draw (id) on delete cascade,
  file text not null
);
call guard_by_parent('contest_draw_file', 'contest_draw', 'draw_id',
  '(select its.scope_path from contest its where its.id = parent.contest_id)', content => true);

-- Sealed, until it is drawn.
create table contest_draw_seed (
  draw_id uuid primary key references contest_draw (id) on delete cascade,
  sealed text not null
);
alter table contest_draw_seed enable row level security;

-- Which players are behind the codes of those who won.
create table contest_draw_winner (
  draw_id uuid not null references contest_draw (id) on delete cascade,
  contest_no integer not null,
  player_no integer not null,
  place integer not null,
  code text not null,
  primary key (draw_id, place),
  foreign key (contest_no, player_no) references contest_player (contest_no, no) on delete cascade
);
create index contest_draw_winner_player on contest_draw_winner (contest_no, player_no);
alter table contest_draw_winner enable row level security;
grant select on contest_draw_winner to jianbao_desk;
create policy reads on contest_draw_winner for select to jianbao_desk using (contest_no = any ((select contest_numbers())::integer[]));

-- Whoever it is that writes: what was committed to stays, and so does what was drawn.
create function keep_contest_draw() returns trigger language plpgsql as $$
begin
  if (new.committed_at, new.register_hash, new.seed_hash, new.name, new.prize, new.count, new.day, new.contest_id)
    is distinct from
    (old.committed_at, old.register_hash, old.seed_hash, old.name, old.prize, old.count, old.day, old.contest_id)
  then
    raise exception 'a draw that was committed to stays' using errcode = 'check_violation', constraint = 'draw_kept';
  end if;
  if old.drawn_at is not null and (new.drawn_at, new.contribution, new.seed, new.winners)
    is distinct from (old.drawn_at, old.contribution, old.seed, old.winners)
  then
    raise exception 'a draw happens once' using errcode = 'check_violation', constraint = 'draw_kept';
  end if;
  return new;
end $$;
create trigger contest_draw_kept before update on contest_draw for each row execute function keep_contest_draw();
