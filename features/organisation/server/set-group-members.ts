import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { GroupMembers } from '../contract/index.ts'
import { listMembers, takeGroup } from './group.store.ts'
import { describe } from './keep-group.ts'

/**
 * Says who of the people in the scope belongs to a group, in order. Members out of the caller's sight stay, behind them.
 * Throws `not-found` for somebody who is out of sight or left, and `bad-request` for one named twice.
 */
export async function setGroupMembers(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  { version, members }: GroupMembers,
  entry: EntryDraft,
): Promise<void> {
  const group = await takeGroup(tx, scope, { id, version })
  const before = await listMembers(tx, id)
  const ids = JSON.stringify(members.map(member => member.personId))
  if (new Set(members.map(member => member.personId)).size < members.length)
    throw new Problem('bad-request', { reason: '名单里有重复的人员' })
  const seen = await rowsOf<{ id: string; state: string }>(
    tx,
    sql`select p.id, p.state from person p where ${within(scope, sql`p.scope_path`)}
      and p.id = any (select json_array_elements_text(${ids}::json))`,
  )
  // Whoever belonged to it before they left may stay in the list.
  const may = (personId: string): boolean =>
    seen.some(
      person =>
        person.id === personId &&
        (person.state === 'active' || before.some(old => old.personId === person.id)),
    )
  if (!members.every(member => may(member.personId))) throw new Problem('not-found')
  await tx.execute(sql`delete from group_member m using person p
    where m.group_id = ${id} and p.id = m.person_id and ${within(scope, sql`p.scope_path`)}`)
  await tx.execute(
    sql`update group_member set position = position + ${members.length} where group_id = ${id}`,
  )
  const rows = JSON.stringify(members.map((member, position) => ({ ...member, position })))
  await tx.execute(sql`insert into group_member (group_id, person_id, post, position)
    select ${id}, x."personId", x.post, x.position
    from json_to_recordset(${rows}::json) as x("personId" text, post text, position int)`)
  await tx.execute(sql`update working_group set version = version + 1, updated_at = ${clock.now().toISOString()}
    where id = ${id}`)
  describe(entry, group)
  const told = (people: Awaited<ReturnType<typeof listMembers>>): string[] =>
    people.map(person => `${person.name}:${person.post}`)
  entry.before = { members: told(before) }
  entry.after = { members: told(await listMembers(tx, id)) }
}
