import { randomUUID } from 'node:crypto'
import { createAccount, mayHoldTogether, type Role, type SignIn } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { rootUnitId } from './root-unit.ts'

export type Enrolment = {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly mustChangePassword?: boolean
  /** Where they belong; the top of the tree when left out. */
  readonly unitId?: string
  readonly posts: readonly { readonly role: Role; readonly unitId?: string }[]
}

/** A person with account and roles, as the start and the command line make them; not for requests. Returns the id. */
export async function enrolPerson(
  { db, clock, signIn }: { db: Database; clock: Clock; signIn: SignIn },
  person: Enrolment,
): Promise<string> {
  const { username, name, password, mustChangePassword, unitId = rootUnitId, posts } = person
  if (!mayHoldTogether(posts.map(post => post.role))) throw new Error(`${username}: roles exclude each other`)
  const id = randomUUID()
  const now = clock.now().toISOString()
  await db.transaction(async tx => {
    await tx.execute(sql`insert into person (id, unit_id, scope_path, name, search, created_at, updated_at)
      values (${id}, ${unitId}, '', ${name}, ${`${name} ${username}`.toLowerCase()}, ${now}, ${now})`)
    for (const post of posts)
      await tx.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
        values (${randomUUID()}, ${id}, ${post.unitId ?? rootUnitId}, '', ${post.role}, ${now})`)
  })
  await createAccount(signIn, {
    id,
    username,
    name,
    password,
    ...(mustChangePassword ? { mustChangePassword } : {}),
  })
  return id
}
