import { sql } from '@jianbao/platform/db'

/** What a unit `u` is called among others: offices and branches, of which every unit has the like, after their unit. */
export const distinctName = sql`case
  when u.kind in ('department', 'branch') then coalesce((select case when starts_with(u.name, o.name) then u.name
    else o.name || u.name end from unit o where o.id = u.parent_id), u.name)
  else u.name end`
