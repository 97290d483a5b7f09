-- 通报: kept as it was counted and worded. Later changes of data change nothing in one that was issued.
create table circular (
  id uuid primary key,
  -- whose circular it is; it counts the units below
  unit_id uuid not null references unit (id),
  scope_path text collate "C" not null,
  campaign_id uuid not null references campaign (id),
  -- 2021-07, 2021-Q3
  period text not null,
  state text not null check (state in ('draft', 'issued', 'revoked')),
  title text not null,
  doc_number text not null default '',
  -- written by hand, paragraphs with a line feed between them
  opening text not null,
  closing text not null,
  -- 成文日期, given when it is issued
  date date,
  -- CircularFigures, and the document made of them (jianbao-circular/1)
  figures jsonb not null,
  document jsonb not null,
  created_by text not null,
  created_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  issued_at timestamptz,
  issued_name text,
  revoked_at timestamptz,
  revoked_name text,
  revoke_reason text,
  version integer not null default 0
);
create unique index circular_once on circular (unit_id, campaign_id, period) where state <> 'revoked';
create index circular_scope on circular (scope_path, updated_at desc, id desc);
create index circular_campaign on circular (campaign_id);
create trigger circular_takes_scope before insert or update of unit_id on circular
  for each row execute function take_scope_path();
-- Whom it is addressed to, the units below, reads it once it is issued, and that it was revoked.
call guard_by_scope('circular', true,
  'state <> ''draft'' and scope_hangs_under(scope_path) and (select scope_of_content())');

-- What was issued stays as it is, whoever writes: it can only be revoked.
create function keep_issued_circular() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and ((new.figures, new.document, new.opening, new.closing, new.title, new.doc_number, new.date)
      is distinct from (old.figures, old.document, old.opening, old.closing, old.title, old.doc_number, old.date)
    or new.state <> old.state and (old.state, new.state) <> ('issued', 'revoked'))
  then
    raise exception 'an issued circular does not change';
  end if;
  return new;
end $$;
create trigger circular_keeps before update on circular for each row execute function keep_issued_circular();

-- What left its unit, and what was adopted, in a month: counted without looking through all the years.
create index report_left on report (campaign_id, submitted_at) include (unit_id, scope_path) where submitted_at is not null;
create index adoption_standing on adoption (at) include (report_id) where revoked_at is null;
