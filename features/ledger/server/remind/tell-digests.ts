import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Mailer } from '@jianbao/platform/mail'
import { notify } from '@jianbao/platform/notify'
import type { RemindKind } from '../../contract/index.ts'
import { digestMail, type MailPlaces, mutedBy } from './digest-words.ts'
import type { Cause, Digest } from './remind.types.ts'

type Telling = {
  readonly tx: Database
  readonly day: string
  readonly now: Date
  readonly mailer: Mailer
  readonly places: MailPlaces
}

/**
 * Tells people their digest of the day, those who were not told theirs yet: whoever comes second finds the row. Writes
 * digest, notice, mail and record in the caller's transaction. Returns how many were told.
 */
export async function tellDigests(telling: Telling, digests: readonly Digest[]): Promise<number> {
  const { tx, day, now } = telling
  const fresh: Digest[] = []
  for (const digest of digests) {
    const lines = digest.lines.map(({ causes: _, ...line }) => line)
    const rows = await rowsOf(
      tx,
      sql`insert into reminder_digest (person_id, day, at, lines)
        values (${digest.personId}, ${day}, ${now.toISOString()}, ${JSON.stringify(lines)}::jsonb)
        on conflict do nothing returning person_id`,
    )
    if (!rows.length) continue
    fresh.push(digest)
    const [first] = digest.lines
    await notify(tx, {
      to: [digest.personId],
      kind: 'remind.digest',
      details: { count: lines.reduce((sum, line) => sum + line.count, 0), title: first?.titles[0] ?? '' },
      link: `/reminders/mine?day=${day}`,
      at: now,
    })
  }
  await postMails(telling, fresh)
  await recordCauses(
    telling,
    fresh.flatMap(digest => digest.lines.flatMap(line => line.causes)),
  )
  return fresh.length
}

async function postMails({ tx, now, mailer, places }: Telling, digests: readonly Digest[]): Promise<void> {
  if (!mailer.on || !digests.length) return
  const people = digests.map(digest => digest.personId)
  const kinds = [...new Set(digests.flatMap(digest => digest.lines.map(line => mutedBy[line.kind])))]
  const wanted = new Map<RemindKind, Set<string>>()
  for (const kind of kinds) wanted.set(kind, await mailer.whoWants(tx, people, kind, { daily: true }))
  const names = await namesOf(tx, people)
  const mails = digests.flatMap(({ personId, lines }) => {
    const its = lines.filter(line => wanted.get(mutedBy[line.kind])?.has(personId))
    if (!its.length) return []
    return { ...digestMail(names.get(personId) ?? '', its, places), personId, kind: 'remind.digest', at: now }
  })
  await mailer.post(tx, mails)
}

/** Of what units were told, one row each; those who are told later are added to it. `people` 0: nobody is there. */
export async function recordCauses(
  { tx, day, now }: Telling,
  causes: readonly Cause[],
  people = 1,
): Promise<void> {
  const counted = new Map<string, { cause: Cause; people: number }>()
  for (const cause of causes) {
    const key = Object.values(cause).join('|')
    counted.set(key, { cause, people: (counted.get(key)?.people ?? 0) + people })
  }
  const rows = [...counted.values()].map(({ cause, people: told }) => ({
    id: randomUUID(),
    ...cause,
    people: told,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await tx.execute(sql`insert into reminder (id, unit_id, scope_path, campaign_id, kind, task_id, period_no, way, day, at, people)
      select x.id, x."unitId", '', x."campaignId", x.kind, x."taskId", x."periodNo", 'automatic', ${day}, ${now.toISOString()},
        x.people
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + 500))}::jsonb)
        as x(id uuid, "unitId" uuid, "campaignId" uuid, kind text, "taskId" uuid, "periodNo" int, people int)
      on conflict (day, unit_id, kind, coalesce(campaign_id, unit_id), coalesce(task_id, unit_id), coalesce(period_no, -1))
        where way = 'automatic' do update set people = reminder.people + excluded.people`)
}

export async function namesOf(tx: Database, people: readonly string[]): Promise<Map<string, string>> {
  if (!people.length) return new Map()
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from person where id in ${[...new Set(people)]}`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
