-- Who sent it, to be told when it is unpacked: the person of the transaction that writes the row.
alter table batch add column person_id text;
alter table batch alter column person_id set default nullif(scope_person(), '');
