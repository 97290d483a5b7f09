-- Issues made at the desk: the model they were set from and their forms, kept as they were issued.
alter table issue
  add column series_id uuid,
  -- a Bulletin of typesetting
  add column model jsonb,
  -- content hash of each form: { pdf, docx, html, txt }
  add column files jsonb;
create index issue_series on issue (series_id, date desc, id desc) where series_id is not null;

-- Pictures the model names.
create table issue_picture (
  issue_id uuid not null references issue (id) on delete cascade,
  key text not null,
  sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  primary key (issue_id, key)
);
create index issue_picture_content on issue_picture (sha256);
call guard_by_parent('issue_picture', 'issue', 'issue_id', content => true);

-- Held back from the public site, though its issue is there.
alter table article add column withheld boolean not null default false;

-- 勘误: what an issue printed and what is right. The issue itself stays as it was.
create table issue_erratum (
  id uuid primary key,
  issue_id uuid not null references issue (id) on delete cascade,
  article_id uuid references article (id) on delete set null,
  position integer not null,
  -- where it stands: headline or the beginning of its sentence
  place text not null,
  was text not null,
  is_now text not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null
);
create index issue_erratum_issue on issue_erratum (issue_id, position);
call guard_by_parent('issue_erratum', 'issue', 'issue_id', content => true);
