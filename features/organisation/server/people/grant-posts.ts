/** Roles are granted and withdrawn. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { PostGrant } from '../../contract/index.ts'
import { rootUnitId } from '../root-unit.ts'
import { type Deed, keepGuardian, openPerson, openUnit, violates } from './open-person.ts'
import { selectPosts } from './person.store.ts'

/**
 * Gives a person of the scope a role in a unit of the scope. Throws `roles-exclusive` as the database says it, so that
 * of two grants at once that exclude each other one is refused; `post-held` when they hold it already.
 */
export async function grantPost(
  tx: Database,
  scope: Scope,
  id: string,
  { role, unitId }: PostGrant,
  deed: Deed,
): Promise<void> {
  const person = await openPerson(tx, scope, id, 'grant', deed)
  const unit = await openUnit(tx, scope, unitId)
  const made = await rowsOf(
    tx,
    sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
      values (${randomUUID()}, ${id}, ${unitId}, '', ${role}, ${deed.now.toISOString()})
      on conflict (person_id, unit_id, role) do nothing returning 1`,
  ).catch(error => {
    if (!violates(error, 'membership_exclusive')) throw error
    throw new Problem('roles-exclusive', { name: person.name }, { cause: error })
  })
  if (!made.length) throw new Problem('post-held', { name: person.name, unit: unit.name })
  const what = { role, unit: unit.name }
  deed.entry.after = what
  await notify(tx, { to: [id], kind: 'role.granted', details: what, at: deed.now })
}

/** Takes a role away; it ends with the next request of the person. Throws `not-found`. */
export async function withdrawPost(
  tx: Database,
  scope: Scope,
  { id, postId }: { id: string; postId: string },
  deed: Deed,
): Promise<void> {
  const person = await openPerson(tx, scope, id, 'withdraw', deed)
  const post = (await selectPosts(tx, scope, [id])).find(one => one.id === postId)
  if (!post) throw new Problem('not-found')
  if (post.role === 'security-administrator' && post.unitId === rootUnitId) await keepGuardian(tx, person)
  await tx.execute(sql`delete from membership where id = ${postId}`)
  const what = { role: post.role, unit: post.unitName }
  deed.entry.before = what
  await notify(tx, { to: [id], kind: 'role.withdrawn', details: what, at: deed.now })
}
