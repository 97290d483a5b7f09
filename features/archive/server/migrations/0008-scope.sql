-- Whose documents they are: everything of before belongs to the unit at the top.
alter table batch
  add column unit_id uuid not null default '00000000-0000-4000-8000-000000000001' references unit (id),
  add column scope_path text collate "C" not null default '';
update batch set scope_path = (select path from unit where id = unit_id);
alter table batch alter column unit_id drop default, alter column scope_path drop default;
create index batch_scope on batch (scope_path);
create index batch_unit on batch (unit_id);
create trigger batch_takes_scope before insert or update of unit_id on batch
  for each row execute function take_scope_path();
call guard_by_scope('batch', true);

alter table document
  add column unit_id uuid not null default '00000000-0000-4000-8000-000000000001' references unit (id),
  add column scope_path text collate "C" not null default '';
update document set scope_path = (select path from unit where id = unit_id);
alter table document alter column unit_id drop default, alter column scope_path drop default;
create index document_scope on document (scope_path);
-- Two units may have the same file, and neither learns of it.
alter table document drop constraint document_sha256_key;
create unique index document_content on document (sha256, unit_id);
create index document_unit on document (unit_id);
create trigger document_takes_scope before insert or update of unit_id on document
  for each row execute function take_scope_path();
call guard_by_scope('document', true);

call guard_by_parent('document_reading', 'document', 'document_id', content => true);
call guard_by_parent('review_entry', 'document', 'document_id', content => true);
call guard_by_parent('review_claim', 'document', 'document_id', content => true);

-- A name that was taught in a unit holds for its documents and those of all units below: these read it too.
alter table learned_name
  add column unit_id uuid not null default '00000000-0000-4000-8000-000000000001' references unit (id),
  add column scope_path text collate "C" not null default '';
update learned_name set scope_path = (select path from unit where id = unit_id);
alter table learned_name alter column unit_id drop default, alter column scope_path drop default;
create index learned_name_scope on learned_name (scope_path);
create index learned_name_unit on learned_name (unit_id);
create trigger learned_name_takes_scope before insert or update of unit_id on learned_name
  for each row execute function take_scope_path();
-- Whether a path leads to a unit of the scope: what is decided there holds below.
create function scope_hangs_under(path text) returns boolean language sql stable as
  $$ select exists (select from unnest(scope_roots()) as root where starts_with(root, path)) $$;
call guard_by_scope('learned_name', true, 'scope_hangs_under(scope_path) and (select scope_of_content())');
