-- Names are read one by one along the index while somebody types.
create index event_unit_name on event_unit (name);
