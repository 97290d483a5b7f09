import { type MissiveDraft, missiveReaders } from '@jianbao/circular/contract'
import { draftMissives, issueMissive, submitMissive } from '@jianbao/circular/server'
import { findPosts } from '@jianbao/organisation/server'
import { scopeOf } from '@jianbao/platform/access'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

type Services = { readonly db: Database; readonly clock: Clock }
type Hand = Parameters<typeof draftMissives>[1]

/**
 * Documents about the ledger of the demonstration, once: notices to two units and a circular, signed; a notice that waits
 * for the signature; a draft. Files are made and delivered by the queue. Returns how many there are.
 */
export function ensureDemonstrationCirculars({ db, clock }: Services): Promise<number> {
  return db.transaction(tx => writeAll({ db: tx, clock }))
}

async function writeAll({ db, clock }: Services): Promise<number> {
  const [there] = await rowsOf(db, sql`select 1 from missive limit 1`)
  const [drafter, signer] = [await findHand(db, 'gongzuozu'), await findHand(db, 'qianfa')]
  if (there || !drafter || !signer) return 0
  const today = localDay(clock.now())
  const behind = await rowsOf<{ items: string[]; ledgerId: string }>(
    db,
    sql`select (array_agg(i.id order by i.due_day, i.id))[1:3] as items, max(i.ledger_id::text) as "ledgerId"
      from ledger_item i where i.state in ('dispatched', 'doing') and i.due_day < ${today}::date and i.fed_back_day is null
        and i.unit_id <> ${drafter.person.posts[0]!.unitId}
      group by i.unit_id, i.scope_path order by count(*) desc, i.scope_path limit 4`,
  )
  const [first, second, third, fourth] = behind
  if (!first || !second || !third || !fourth) return 0
  const draft = async (body: MissiveDraft): Promise<string[]> => {
    const deed = { ...deedOf('missive.draft', drafter), object: ({ ids }: { ids: string[] }) => ids[0]! }
    const { ids } = await act(db, clock, deed, (tx, entry) =>
      draftMissives(tx, drafter, body, clock.now(), entry),
    )
    return ids
  }
  const submit = (id: string) =>
    act(db, clock, { ...deedOf('missive.submit', drafter), object: id }, (tx, entry) =>
      submitMissive(tx, drafter, { id, version: 0, now: clock.now() }, entry),
    )
  const issue = (id: string) =>
    act(db, clock, { ...deedOf('missive.issue', signer), object: id }, (tx, entry) =>
      issueMissive(tx, signer, { id, version: 1, now: clock.now() }, entry),
    )
  const signed = await draft({
    kind: 'supervision',
    items: [...first.items, ...second.items],
    basis: '《学习教育督查督办办法》',
  })
  const circular = await draft({ kind: 'circular', filter: { ledger: first.ledgerId } })
  for (const id of [...signed, ...circular]) {
    await submit(id)
    await issue(id)
  }
  const waiting = await draft({ kind: 'supervision', items: third.items })
  for (const id of waiting) await submit(id)
  const drafts = await draft({ kind: 'supervision', items: fourth.items })
  return signed.length + circular.length + waiting.length + drafts.length
}

const deedOf = (action: string, by: Hand) => ({
  actor: { kind: 'person', id: by.person.id } as const,
  action,
})

async function findHand(db: Database, username: string): Promise<Hand | null> {
  const [person] = await rowsOf<{ id: string; name: string }>(
    db,
    sql`select id, name from person where username = ${username} and state = 'active'`,
  )
  if (!person) return null
  const posts = await findPosts(db, person.id)
  const whole = { ...person, posts } as unknown as Hand['person']
  return { person: whole, scope: scopeOf(whole, missiveReaders) }
}
