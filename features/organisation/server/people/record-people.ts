import { randomUUID } from 'node:crypto'
import type { Role } from '@jianbao/platform/access'
import { type Database, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { personSearchText, personSpelling } from '../search-text.ts'

/** A person to be written down; what is said of them has been checked. */
export type PersonRecord = {
  /** A new one when left out. */
  readonly id?: string
  readonly name: string
  readonly unitId: string
  readonly title?: string | null
  /** In the clear; it is sealed here, so `sealer` must be there. */
  readonly phone?: string | null
  readonly username?: string | null
  readonly posts?: readonly { readonly role: Role; readonly unitId: string }[]
}

const rowsAtOnce = 500

/**
 * Writes people and their posts inside the caller's transaction, in blocks; the database refuses units outside its
 * scope and roles that exclude each other. Returns the ids in order.
 */
export async function recordPeople(
  tx: Database,
  people: readonly PersonRecord[],
  { now, sealer }: { now: Date; sealer?: Sealer },
): Promise<string[]> {
  const at = now.toISOString()
  const ids: string[] = []
  for (let from = 0; from < people.length; from += rowsAtOnce) {
    const block = people
      .slice(from, from + rowsAtOnce)
      .map(person => ({ ...person, id: person.id ?? randomUUID() }))
    ids.push(...block.map(person => person.id))
    await insertPeople(tx, block, sealer, at)
    await insertPosts(tx, block, at)
  }
  return ids
}

type Numbered = PersonRecord & { readonly id: string }

async function insertPeople(
  tx: Database,
  people: readonly Numbered[],
  sealer: Sealer | undefined,
  at: string,
): Promise<void> {
  const rows = people.map(({ id, name, unitId, title = null, phone = null, username = null }) => ({
    id,
    unit_id: unitId,
    name: storableText(name),
    title: storableText(title),
    phone_sealed: phone === null ? null : seal(sealer, phone, id),
    username,
    search: personSearchText(name, username),
    spelling: personSpelling(name),
  }))
  await tx.execute(sql`insert into person (id, unit_id, scope_path, name, title, phone_sealed, username, search,
      spelling, created_at, updated_at)
    select g.id, g.unit_id, '', g.name, g.title, g.phone_sealed, g.username, g.search, g.spelling, ${at}, ${at}
    from ${recordset(
      rows,
      sql`id text, unit_id uuid, name text, title text, phone_sealed text, username text,
      search text, spelling text`,
    )}`)
}

async function insertPosts(tx: Database, people: readonly Numbered[], at: string): Promise<void> {
  const rows = people.flatMap(({ id, posts = [] }) =>
    posts.map(({ role, unitId }) => ({ id: randomUUID(), person_id: id, unit_id: unitId, role })),
  )
  if (!rows.length) return
  await tx.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    select g.id, g.person_id, g.unit_id, '', g.role, ${at}
    from ${recordset(rows, sql`id uuid, person_id text, unit_id uuid, role text`)}`)
}

function seal(sealer: Sealer | undefined, phone: string, id: string): string {
  if (!sealer) throw new Error('a telephone number is never written unsealed')
  return sealer.seal(phone, id)
}

/** Rows as one JSON value: a statement has the same few parameters whatever it writes. */
function recordset(rows: readonly object[], shape: SQL): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(${shape})`
}
