/* A desk’s own deeds: written by whose scope holds the desk too, not by the units below whose reports they are about. Units
   are seen as far as the scope goes. */
create procedure guard_by_desk(guarded regclass, desk text) language plpgsql as $$
declare
  held text := format('exists (select from unit own where own.id = %s)', desk);
begin
  execute format('create policy desk_adds on %s as restrictive for insert to jianbao_desk with check (%s)', guarded, held);
  execute format('create policy desk_changes on %s as restrictive for update to jianbao_desk using (%s)', guarded, held);
  execute format('create policy desk_removes on %s as restrictive for delete to jianbao_desk using (%s)', guarded, held);
end $$;
call guard_by_desk('adoption', 'unit_id');
call guard_by_desk('commission', 'desk_id');
