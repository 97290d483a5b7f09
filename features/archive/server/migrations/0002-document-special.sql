alter table document add column special boolean not null default false;
-- Number and kind of the first bulletin stand at the beginning of what was read.
update document set special = true from document_reading
where document_id = id and left(readings_json, 400) like '%"special":true%';
