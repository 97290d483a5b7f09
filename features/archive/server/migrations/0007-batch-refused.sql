-- How many files of the ZIP were refused; only the first of them are named in refused_json.
alter table batch add column refused integer not null default 0;
update batch set refused = json_array_length(refused_json::json);
