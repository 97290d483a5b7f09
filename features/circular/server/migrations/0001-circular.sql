-- Tables of the room circular.
select 1;
