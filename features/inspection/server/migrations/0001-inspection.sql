-- Tables of the room inspection.
select 1;
