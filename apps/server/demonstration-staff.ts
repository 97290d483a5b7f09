import { randomUUID } from 'node:crypto'
import { type PersonRecord, recordPeople, rootUnitId } from '@jianbao/organisation/server'
import { hashPassword, type Role, recordAccounts } from '@jianbao/platform/access'
import { act } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { pinyinOf } from './demonstration-names.ts'

type Unit = { readonly id: string; readonly kind: string; readonly parentId: string | null }
type Staff = PersonRecord & { readonly id: string }

/** What the six at the top do; the last one has just come and holds no role. */
const office: readonly (readonly [string, Role | null])[] = [
  ['编辑', 'editor'],
  ['核稿', 'reviser'],
  ['副主席', 'signatory'],
  ['办公室主任', 'coordinator'],
  ['督导员', 'inspector'],
  ['科员', null],
]

/**
 * Sixty invented people for the demonstration, once: two in each city, one in its first county, six at the top. Those of
 * cities and of the top have accounts, all with `password`. Returns how many were written.
 */
export async function ensureDemonstrationStaff(
  { db, clock, sealer }: { db: Database; clock: Clock; sealer: Sealer },
  password: string,
): Promise<number> {
  const done = await rowsOf(db, sql`select 1 from audit_entry where action = 'demonstration.staff' limit 1`)
  if (done.length) return 0
  const units = await rowsOf<Unit>(
    db,
    sql`select id, kind, parent_id as "parentId" from unit where state = 'active' order by code`,
  )
  const hash = await hashPassword(password)
  const taken = await rowsOf<{ username: string }>(db, sql`select username from account_user`)
  const staff = staffOf(units, new Set(taken.map(({ username }) => username)))
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.staff',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    const now = clock.now()
    await recordPeople(tx, staff, { now, sealer })
    const accounts = staff.flatMap(({ id, name, username }) =>
      username ? [{ id, name, username, hash, mustChangePassword: false }] : [],
    )
    await recordAccounts(tx, accounts, now)
    await settleSome(tx, staff, now)
    entry.after = { people: staff.length, accounts: accounts.length }
    return staff.length
  })
}

function staffOf(units: readonly Unit[], taken: ReadonlySet<string>): Staff[] {
  const names = Object.entries(pinyinOf)
  const staff: Staff[] = []
  const add = (unitId: string, title: string, role: Role | null, account: boolean): void => {
    const [name, username] = names[staff.length] ?? []
    if (!name || !username) return
    // Numbers of a block nobody is given.
    const phone = `1380000${String(staff.length + 1).padStart(4, '0')}`
    staff.push({
      id: randomUUID(),
      name,
      unitId,
      title,
      phone,
      username: account && !taken.has(username) ? username : null,
      posts: role ? [{ role, unitId }] : [],
    })
  }
  for (const [title, role] of office) add(rootUnitId, title, role, true)
  for (const city of units.filter(unit => unit.kind === 'city')) {
    add(city.id, '主席', 'unit-lead', true)
    add(city.id, '宣传干事', 'reporter', true)
    const county = units.find(unit => unit.kind === 'county' && unit.parentId === city.id)
    if (county) add(county.id, '科普专干', 'reporter', false)
  }
  return staff
}

/** So that every state can be seen: two have left, one account is locked. */
async function settleSome(tx: Database, staff: readonly Staff[], now: Date): Promise<void> {
  const [gone, alsoGone, locked] = [staff.at(-1), staff.at(-4), staff.at(-2)]
  for (const person of [gone, alsoGone]) {
    await tx.execute(sql`delete from membership where person_id = ${person?.id ?? ''}`)
    await tx.execute(sql`update person set state = 'left' where id = ${person?.id ?? ''}`)
  }
  await tx.execute(
    sql`update person set locked_at = ${now.toISOString()} where id = ${locked?.id ?? ''} and username is not null`,
  )
}
