import { type Person as Caller, renameAccount, type Scope } from '@jianbao/platform/access'
import { type EntryDraft, noteDeed } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { leavePerson, returnPerson } from '../people/change-people.ts'
import { recordPeople } from '../people/record-people.ts'
import { personSearchText, personSpelling } from '../search-text.ts'
import type { PeoplePlan, PersonUpdate } from './check-people.ts'

const rowsAtOnce = 500

/** Writes what was planned; nobody is given a role or an account. `onProgress` hears how many people were written. */
export async function writePeople(
  tx: Database,
  scope: Scope,
  { inserts, updates, leaving, returning }: PeoplePlan,
  { caller, now, sealer }: { caller: Caller; now: Date; sealer: Sealer },
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0
  // Rights begin and end by it, so each is an entry about the person, as when it is done by hand.
  const eachOf = async (ids: readonly string[], action: string, work: typeof leavePerson): Promise<void> => {
    for (const id of ids) {
      const entry: EntryDraft = {}
      await work(tx, scope, id, { caller, now, entry })
      const actor = { kind: 'person', id: caller.id } as const
      await noteDeed(tx, { now: () => now }, { actor, action, object: id }, entry)
    }
  }
  // Whoever comes back may be changed again, and whoever leaves must not hold a role any more.
  await eachOf(returning, 'person.return', returnPerson)
  for (let from = 0; from < inserts.length; from += rowsAtOnce) {
    const block = inserts.slice(from, from + rowsAtOnce)
    const ids = await recordPeople(tx, block, { now, sealer })
    const left = ids.filter((_, at) => block[at]!.state === 'left')
    if (left.length)
      await tx.execute(sql`update person set state = 'left'
        where id in (select jsonb_array_elements_text(${JSON.stringify(left)}::jsonb))`)
    done += block.length
    onProgress(done)
  }
  for (let from = 0; from < updates.length; from += rowsAtOnce) {
    const block = updates.slice(from, from + rowsAtOnce)
    await updatePeople(tx, block, now, sealer)
    done += block.length
    onProgress(done)
  }
  for (const { id, name, username, renamed } of updates)
    if (renamed && username !== null) await renameAccount(tx, id, name)
  await eachOf(leaving, 'person.leave', leavePerson)
  onProgress(done + leaving.length)
}

async function updatePeople(
  tx: Database,
  people: readonly PersonUpdate[],
  now: Date,
  sealer: Sealer,
): Promise<void> {
  const rows = people.map(({ id, name, unitId, title, username, phone }) => ({
    id,
    unit_id: unitId,
    name: storableText(name),
    title: storableText(title),
    phone_sealed: phone === undefined ? null : sealer.seal(phone, id),
    search: personSearchText(name, username),
    spelling: personSpelling(name),
  }))
  await tx.execute(sql`update person p set name = x.name, title = x.title, unit_id = x.unit_id,
      phone_sealed = coalesce(x.phone_sealed, p.phone_sealed), search = x.search, spelling = x.spelling,
      version = p.version + 1, updated_at = ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id text, unit_id uuid, name text, title text,
      phone_sealed text, search text, spelling text)
    where p.id = x.id`)
}
