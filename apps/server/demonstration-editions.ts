import { currentCampaigns } from '@jianbao/campaign/server'
import type { EditionDeed, ItemDraft, SeriesDraft } from '@jianbao/edition/contract'
import { type EditionViewer, editionDesk } from '@jianbao/edition/server'
import { findPosts, rootUnitId } from '@jianbao/organisation/server'
import { scopeOf } from '@jianbao/platform/access'
import { act, type EntryDraft } from '@jianbao/platform/audit'
import { type Clock, localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { bulletinOf, cityBulletinOf, magazineOf } from './demonstration-series.ts'

type Services = { readonly db: Database; readonly clock: Clock }
type Unit = { readonly id: string; readonly name: string; readonly path: string }
type Wanted = { readonly [column: string]: number }

/**
 * Three series with issues made of the invented reports, once: two that are signed, one that waits for the signature, and
 * some that are being composed. What is signed is issued by the queue. Returns how many issues there are.
 */
export function ensureDemonstrationEditions({ db, clock }: Services): Promise<number> {
  // All or nothing: a start that is broken off leaves no series behind that the next one would find in its way.
  return db.transaction(tx => composeAll({ db: tx, clock }))
}

async function composeAll(services: Services): Promise<number> {
  const { db, clock } = services
  const done = await rowsOf(
    db,
    sql`select 1 from audit_entry where action = 'demonstration.editions' limit 1`,
  )
  const [campaign] = await currentCampaigns(db)
  const [editor, signatory, city] = [
    await findHand(db, 'demo'),
    await findHand(db, 'qianfa'),
    await findHand(db, 'shibianji'),
  ]
  if (done.length || !campaign || !editor || !signatory || !city) return 0
  const { id: campaignId, name: campaignName } = campaign
  const hand = { services, editor, signatory, made: 0 }
  const root = await readUnit(db, rootUnitId)
  const office = { unit: root, campaignId, campaignName, below: await unitsBelow(db, root, 'city') }
  const bulletin = await openSeries(services, editor, bulletinOf(office))
  const today = localDay(clock.now())
  for (const daysAgo of [12, 5]) {
    const id = await compose(
      hand,
      editor,
      bulletin,
      { lead: 1, practice: 1, news: 2, briefs: 4 },
      dayAgo(today, daysAgo),
    )
    for (const deed of ['send', 'pass'] as const) await carryOut(hand, editor, id, deed)
    await carryOut(hand, signatory, id, 'sign')
  }
  const waiting = await compose(hand, editor, bulletin, { lead: 1, news: 2, briefs: 3 })
  for (const deed of ['send', 'pass'] as const) await carryOut(hand, editor, waiting, deed)
  await compose(hand, editor, bulletin, { lead: 1, practice: 1, news: 2, briefs: 3 })
  const magazine = await openSeries(services, editor, magazineOf(office))
  await compose(hand, editor, magazine, { lead: 1, practice: 2, news: 2 })
  const luoyang = await readUnit(db, city.person.posts[0]!.unitId)
  const below = await unitsBelow(db, luoyang, 'county')
  const own = await openSeries(services, city, cityBulletinOf({ ...office, unit: luoyang, below }))
  await compose(hand, city, own, { briefs: 4 })
  await act(db, clock, deedOf('demonstration.editions', null), async (_, entry) => {
    entry.after = { editions: hand.made }
  })
  return hand.made
}

type Hand = {
  readonly services: Services
  readonly editor: EditionViewer
  readonly signatory: EditionViewer
  made: number
}

const deedOf = (action: string, object: string | null, by?: EditionViewer) => ({
  actor: by
    ? ({ kind: 'person', id: by.person.id } as const)
    : ({ kind: 'system', id: 'demonstration' } as const),
  action,
  object,
})

/** The day an issue bears stays in the year of today: its number is of that year. */
function dayAgo(today: string, days: number): string {
  const day = nextDay(today, -days)
  return day.slice(0, 4) === today.slice(0, 4) ? day : `${today.slice(0, 4)}-01-01`
}

async function openSeries({ db, clock }: Services, by: EditionViewer, draft: SeriesDraft): Promise<string> {
  const now = clock.now()
  const deed = { ...deedOf('series.open', null, by), object: (id: string) => id }
  return act(db, clock, deed, (tx, entry) =>
    editionDesk.openSeries(tx, by, draft, { now, today: localDay(now) }, entry),
  )
}

/** An issue with so many of the adopted reports of its desk in each column; briefs are drafted. */
async function compose(
  hand: Hand,
  by: EditionViewer,
  seriesId: string,
  wanted: Wanted,
  date: string | null = null,
): Promise<string> {
  const { db, clock } = hand.services
  const now = clock.now()
  const begun = { ...deedOf('edition.create', null, by), object: (id: string) => id }
  const id = await act(db, clock, begun, (tx, entry) =>
    editionDesk.createEdition(tx, by, { seriesId, special: false }, now, entry),
  )
  hand.made += 1
  const change = (action: string, work: (tx: Database, entry: EntryDraft) => Promise<void>): Promise<void> =>
    act(db, clock, deedOf(action, id, by), work)
  for (const [columnKey, most] of Object.entries(wanted))
    await change('edition.add-items', async (tx, entry) => {
      const adoptionIds = await waitingAdoptions(tx, by, columnKey, most)
      if (adoptionIds.length === 0) return
      const common = { columnKey, before: null } as const
      const drafts =
        columnKey === 'briefs' ? await briefsOf(tx, by, id, adoptionIds, now) : [{ adoptionIds, apart: true }]
      for (const draft of drafts) await editionDesk.addItems(tx, by, id, { ...common, ...draft }, now, entry)
    })
  if (date)
    await change('edition.change', (tx, entry) => editionDesk.dateEdition(tx, by, id, date, now, entry))
  return id
}

type Taken = Pick<ItemDraft, 'adoptionIds' | 'apart' | 'text'>

async function briefsOf(
  tx: Database,
  by: EditionViewer,
  id: string,
  adoptionIds: string[],
  now: Date,
): Promise<Taken[]> {
  const ask = { adoptionIds, merge: false }
  const { drafts } = await editionDesk.draftBriefs(tx, by, { id, ask, today: localDay(now) })
  return drafts.map(({ doc, sources }) => ({
    adoptionIds: sources.map(({ adoptionId }) => adoptionId),
    apart: false,
    text: { kind: 'article', headline: '', subtitle: '', contributor: '', doc },
  }))
}

/** What its desk adopted for a column and no issue has yet, the newest first. */
async function waitingAdoptions(
  tx: Database,
  { person }: EditionViewer,
  column: string,
  most: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select a.id from adoption a
      where a.unit_id = ${person.posts[0]!.unitId} and a.column_key = ${column} and a.revoked_at is null
        and a.issue_name is null and not exists (select from edition_source x where x.adoption_id = a.id)
      order by a.at desc, a.id limit ${most}`,
  )
  return rows.map(({ id }) => id)
}

function carryOut({ services }: Hand, by: EditionViewer, id: string, deed: EditionDeed): Promise<void> {
  const { db, clock } = services
  return act(db, clock, deedOf(`edition.${deed}`, id, by), (tx, entry) =>
    editionDesk.act(tx, by, deed, id, clock.now(), entry),
  )
}

async function findHand(db: Database, username: string): Promise<EditionViewer | null> {
  const [found] = await rowsOf<{ id: string; name: string }>(
    db,
    sql`select id, name from person where username = ${username}`,
  )
  if (!found) return null
  const posts = (await findPosts(db, found.id)) ?? []
  const person = { ...found, username, posts, mustChangePassword: false, mustSetUpSecondFactor: false }
  return { person, scope: scopeOf(person, ['editor', 'reviser', 'signatory']) }
}

async function readUnit(db: Database, id: string): Promise<Unit> {
  const [unit] = await rowsOf<Unit>(db, sql`select id, name, path from unit where id = ${id}`)
  return unit!
}

function unitsBelow(db: Database, { path }: Unit, kind: string): Promise<Unit[]> {
  return rowsOf<Unit>(
    db,
    sql`select id, name, path from unit where starts_with(path, ${path}) and kind = ${kind} and state = 'active'
      order by code`,
  )
}
