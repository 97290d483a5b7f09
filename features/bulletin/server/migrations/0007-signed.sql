-- Who signed an issue made at the desk, and when.
alter table issue
  add column signed_name text,
  add column signed_at timestamptz;
