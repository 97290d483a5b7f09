-- Whose issues they are. What is published is read by everybody, and written by its own unit and those above alone.
alter table issue
  add column unit_id uuid not null default '00000000-0000-4000-8000-000000000001' references unit (id),
  add column scope_path text collate "C" not null default '';
update issue set scope_path = (select path from unit where id = unit_id);
alter table issue alter column unit_id drop default, alter column scope_path drop default;
create index issue_scope on issue (scope_path);
create index issue_unit on issue (unit_id);
create trigger issue_takes_scope before insert or update of unit_id on issue
  for each row execute function take_scope_path();
call guard_by_scope('issue', true, 'published_at is not null');

call guard_by_parent('issue_column', 'issue', 'issue_id', content => true);
call guard_by_parent('article', 'issue_column', 'column_id',
  '(select issue.scope_path from issue where issue.id = parent.issue_id)', true);
