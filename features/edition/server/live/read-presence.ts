/** Who has an issue in the making open, what they are at, and what moved since the asker looked. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { claimLeaseMs, type EditionPresence } from '../../contract/index.ts'
import { ofScope, type Viewer } from '../edition.store.ts'
import { selectClaims } from './claim.store.ts'

type Asked = { readonly id: string; readonly now: Date }

/** Asked every few seconds by every open page: one row of the edition, a few of visitors and items. Throws `not-found`. */
export async function readPresence(
  tx: Database,
  viewer: Viewer,
  { id, now, since }: Asked & { readonly since: number | undefined },
): Promise<EditionPresence> {
  const edition = await find(tx, viewer, id)
  const people = await rowsOf<EditionPresence['people'][number]>(
    tx,
    sql`select person_id as id, max(person_name) as name from edition_visitor
      where edition_id = ${id} and seen_at > ${new Date(now.getTime() - claimLeaseMs).toISOString()}
      group by person_id order by min(seen_at), person_id limit 50`,
  )
  const items =
    since === edition.version
      ? null
      : await rowsOf<{ id: string; version: number }>(
          tx,
          sql`select id, version from edition_item where edition_id = ${id} order by id`,
        )
  return { ...edition, items, people, claims: await selectClaims(tx, id, now) }
}

/** A window says that it is open, or that it is being left. Throws `not-found`. */
export async function attendEdition(
  tx: Database,
  viewer: Viewer,
  { id, now, tab, leaves }: Asked & { readonly tab: string; readonly leaves: boolean },
): Promise<EditionPresence> {
  await find(tx, viewer, id)
  const { person } = viewer
  const silentSince = new Date(now.getTime() - claimLeaseMs).toISOString()
  await tx.execute(sql`delete from edition_visitor where edition_id = ${id}
    and (seen_at <= ${silentSince} ${leaves ? sql`or (person_id = ${person.id} and tab = ${tab})` : sql``})`)
  if (!leaves)
    await tx.execute(sql`insert into edition_visitor (edition_id, person_id, tab, person_name, seen_at)
      values (${id}, ${person.id}, ${tab}, ${storableText(person.name)}, ${now.toISOString()})
      on conflict (edition_id, person_id, tab) do update set seen_at = excluded.seen_at`)
  return readPresence(tx, viewer, { id, now, since: undefined })
}

async function find(
  tx: Database,
  viewer: Viewer,
  id: string,
): Promise<Pick<EditionPresence, 'version' | 'state'>> {
  const [row] = await rowsOf<Pick<EditionPresence, 'version' | 'state'>>(
    tx,
    sql`select e.version, e.state from edition e where e.id = ${id} and ${ofScope(viewer)}`,
  )
  if (!row) throw new Problem('not-found')
  return row
}
