-- 共印 N 份, printed in the imprint
alter table issue add column print_run integer;
