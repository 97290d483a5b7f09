/** People are created, changed, leave and come back. */
import { Problem } from '@jianbao/errors'
import { endSessions, renameAccount, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, storableText, withRole } from '@jianbao/platform/db'
import { forgetMailAddress } from '@jianbao/platform/mail'
import type { Sealer } from '@jianbao/platform/seal'
import type { PersonChange, PersonDraft } from '../../contract/index.ts'
import { personSearchText, personSpelling } from '../search-text.ts'
import { type Deed, keepGuardian, openPerson, openUnit } from './open-person.ts'
import type { PersonRow } from './person.store.ts'
import { readPhone } from './phone.rules.ts'
import { recordPeople } from './record-people.ts'

/** Returns the id. */
export async function createPerson(
  tx: Database,
  scope: Scope,
  draft: PersonDraft,
  { now, entry, sealer }: Deed & { sealer: Sealer },
): Promise<string> {
  const name = readName(draft.name)
  const title = readTitle(draft.title ?? null)
  const phone = phoneOf(draft.phone ?? null)
  const unit = await openUnit(tx, scope, draft.unitId)
  const [id] = await recordPeople(tx, [{ name, title, phone, unitId: unit.id }], { now, sealer })
  entry.words = name
  entry.unitId = unit.id
  entry.after = { name, title, unit: unit.name, phone: phone === null ? null : 'given' }
  return id!
}

/** What is left out stays. Throws `changed-meanwhile` when somebody else was quicker. */
export async function editPerson(
  tx: Database,
  scope: Scope,
  id: string,
  change: PersonChange,
  deed: Deed & { sealer: Sealer },
): Promise<void> {
  const person = await openPerson(tx, scope, id, 'edit', deed)
  if (person.version !== change.version) throw new Problem('changed-meanwhile', { name: person.name })
  const name = change.name === undefined ? person.name : readName(change.name)
  const title = change.title === undefined ? person.title : readTitle(change.title)
  const moved = change.unitId !== undefined && change.unitId !== person.unitId
  const unit = moved
    ? await openUnit(tx, scope, change.unitId!)
    : { id: person.unitId, name: person.unitName }
  const sealed = sealedAfter(change, person, deed.sealer)
  await tx.execute(sql`update person set name = ${name}, title = ${title}, phone_sealed = ${sealed},
    ${moved ? sql`unit_id = ${unit.id},` : sql``} search = ${personSearchText(name, person.username)},
    spelling = ${personSpelling(name)}, version = version + 1, updated_at = ${deed.now.toISOString()}
    where id = ${id}`)
  if (name !== person.name && person.username !== null) await renameAccount(tx, id, name)
  const before = { name: person.name, title: person.title, unit: person.unitName }
  const after = { name, title, unit: unit.name }
  const phone = sealed === person.phoneSealed ? {} : { phone: sealed === null ? 'removed' : 'changed' }
  deed.entry.before = before
  deed.entry.after = { ...after, ...phone }
}

/** Somebody leaves: posts end, sessions end, their address for mail is forgotten, and they cannot sign in any more. */
export async function leavePerson(tx: Database, scope: Scope, id: string, deed: Deed): Promise<void> {
  const person = await openPerson(tx, scope, id, 'leave', deed)
  await keepGuardian(tx, person)
  const posts = await rowsOf<{ role: string; unit: string }>(
    tx,
    sql`delete from membership m using unit u where u.id = m.unit_id and m.person_id = ${id}
      returning m.role, u.name as unit`,
  )
  await changeState(tx, id, 'left', deed.now)
  await endSessions(tx, id)
  await withRole(tx, 'owner', () => forgetMailAddress(tx, id))
  deed.entry.before = { state: 'active', posts }
  deed.entry.after = { state: 'left', posts: [] }
}

/** Somebody comes back, without posts; an account they had opens again as it was. */
export async function returnPerson(tx: Database, scope: Scope, id: string, deed: Deed): Promise<void> {
  await openPerson(tx, scope, id, 'return', deed)
  await changeState(tx, id, 'active', deed.now)
  deed.entry.before = { state: 'left' }
  deed.entry.after = { state: 'active' }
}

async function changeState(tx: Database, id: string, state: PersonRow['state'], now: Date): Promise<void> {
  await tx.execute(sql`update person set state = ${state}, version = version + 1, updated_at = ${now.toISOString()}
    where id = ${id}`)
}

/** A name in one line. Throws `person-name-empty`. */
function readName(text: string): string {
  const name = oneLine(text)
  if (!name) throw new Problem('person-name-empty')
  return name
}

function readTitle(text: string | null): string | null {
  return (text && oneLine(text)) || null
}

function oneLine(text: string): string {
  return storableText(text)
    .replace(/[\u0080-\u009f\u2028\u2029\ufffd]|\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Empty means none. Throws `phone-invalid`, which does not repeat what was typed. */
function phoneOf(text: string | null): string | null {
  if (text === null || !text.trim()) return null
  const phone = readPhone(text)
  if (phone === null) throw new Problem('phone-invalid')
  return phone
}

function sealedAfter(change: PersonChange, person: PersonRow, sealer: Sealer): string | null {
  if (change.phone === undefined) return person.phoneSealed
  const phone = phoneOf(change.phone)
  return phone === null ? null : sealer.seal(phone, person.id)
}
