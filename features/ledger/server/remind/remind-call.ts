/** Letters of a coordinator's reminder: told at once, or kept until the quiet hours end. */
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Mailer } from '@jianbao/platform/mail'
import { notify } from '@jianbao/platform/notify'
import { byHandKind } from '../../contract/index.ts'
import { callMail, type MailPlaces } from './digest-words.ts'
import { namesOf } from './tell-digests.ts'

/** What one person is told by one call, of all their units. */
export type CallLetter = {
  readonly personId: string
  readonly unitName: string
  readonly count: number
  readonly titles: readonly string[]
  readonly by: string
  readonly words: string | null
  readonly link: string
}

type Telling = { readonly now: Date; readonly mailer: Mailer; readonly places: MailPlaces }

export async function tellLetters(
  tx: Database,
  letters: readonly CallLetter[],
  { now, mailer, places }: Telling,
): Promise<void> {
  for (const { personId, unitName, count, by, words, link } of letters)
    await notify(tx, {
      to: [personId],
      kind: words ? 'remind.units-words' : 'remind.units',
      details: { unit: unitName, count, by, ...(words ? { words } : {}) },
      link,
      at: now,
    })
  const people = letters.map(letter => letter.personId)
  const wanted = await mailer.whoWants(tx, people, byHandKind)
  if (!wanted.size) return
  const names = await withRole(tx, 'owner', () => namesOf(tx, people))
  await mailer.post(
    tx,
    letters
      .filter(letter => wanted.has(letter.personId))
      .map(letter => ({
        ...callMail({ ...letter, name: names.get(letter.personId) ?? '' }, places),
        personId: letter.personId,
        kind: byHandKind,
        at: now,
      })),
  )
}

export function keepCall(
  tx: Database,
  id: string,
  sendAt: Date,
  letters: readonly CallLetter[],
): Promise<unknown> {
  return withRole(tx, 'owner', async () =>
    tx.execute(sql`insert into reminder_call (id, send_at, letters)
      values (${id}, ${sendAt.toISOString()}, ${JSON.stringify(letters)}::jsonb)`),
  )
}

/** Tells what was kept until now; of two servers that look at once each takes others. */
export async function tellDueCalls(tx: Database, telling: Telling): Promise<void> {
  const rows = await rowsOf<{ id: string; letters: CallLetter[] }>(
    tx,
    sql`select id, letters from reminder_call where told_at is null and send_at <= ${telling.now.toISOString()}
      order by send_at for update skip locked`,
  )
  for (const { id, letters } of rows) {
    await tellLetters(tx, letters, telling)
    await tx.execute(
      sql`update reminder_call set told_at = ${telling.now.toISOString()}, letters = '[]' where id = ${id}`,
    )
  }
}
