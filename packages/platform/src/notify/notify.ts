import { type Database, sql, withRole } from '../db/index.ts'

/** Something to tell; its words are in the staff app, by `kind`. */
export type NewNotice = {
  /** Ids of persons; one named twice is told once. */
  readonly to: readonly string[]
  /** `noun.verb`, `import.finished`. */
  readonly kind: string
  /** What fills the words. No personal datum that the reader may not see. */
  readonly details?: Readonly<Record<string, string | number>>
  /** Where it goes on: path of the staff app below /desk, with its filters. */
  readonly link?: string
  readonly at: Date
}

const days = 86_400_000
/** Read notices go after a month, unread ones after a year. */
const keptMs = { read: 30 * days, unread: 365 * days }

/**
 * Tells people something, inside the transaction in which it happens: with a deed undone nobody hears of it. Works in
 * a request's transaction and in a job's; whom it tells need not lie in the scope. Old notices of theirs go with it.
 */
export async function notify(tx: Database, notice: NewNotice): Promise<void> {
  const { to, kind, details = {}, link = null, at } = notice
  const people = [...new Set(to)]
  if (!people.length) return
  const readBefore = new Date(at.getTime() - keptMs.read).toISOString()
  const before = new Date(at.getTime() - keptMs.unread).toISOString()
  await withRole(tx, 'owner', async () => {
    // One value for all of them: an issue goes to more people than a statement may have values.
    const told = sql`${JSON.stringify(people)}::jsonb`
    await tx.execute(sql`delete from notice where (read_at < ${readBefore} or at < ${before})
      and person_id in (select jsonb_array_elements_text(${told}))`)
    await tx.execute(sql`insert into notice (person_id, kind, details, link, at)
      select person, ${kind}, ${JSON.stringify(details)}::jsonb, ${link}, ${at.toISOString()}::timestamptz
      from jsonb_array_elements_text(${told}) with ordinality as t(person, no) order by no`)
  })
}
