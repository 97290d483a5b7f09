import type { Post } from '@jianbao/platform/access'
import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'

/**
 * What a person may do and where: their roles in active units. Null for one who left, whose account is locked, or who
 * never was.
 */
export async function findPosts(db: Database, personId: string): Promise<Post[] | null> {
  const rows = await rowsOf<Post | { [K in keyof Post]: null }>(
    db,
    plannedOnce(sql`select m.role, u.id as "unitId", u.name as "unitName", u.path
      from person p left join membership m on m.person_id = p.id
        left join unit u on u.id = m.unit_id and u.state = 'active'
      where p.id = ${personId} and p.state = 'active' and p.locked_at is null order by u.path, m.role`),
  )
  if (!rows.length) return null
  return rows.flatMap(post => (post.path === null ? [] : [post]))
}
