import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { AskDraft } from '../../../contract/index.ts'
import { takeService } from '../item/service.store.ts'
import { makeLinkToken } from './link-token.ts'

/** More answers of one item would make each next one slow to take. */
const mostOfItem = 5000

/** Makes links for those served, to be handed out. They are told once. Throws `ask-day-past`, `ask-too-many`. */
export async function askSatisfaction(
  tx: Database,
  scope: Scope,
  { id, links, lastDay }: AskDraft & { id: string },
  { person, now }: { person: Person; now: Date },
  entry: EntryDraft,
): Promise<string[]> {
  const item = await takeService(tx, scope, id, 'ask', person)
  if (lastDay < localDay(now)) throw new Problem('ask-day-past')
  const paths = await makeLinks(tx, item, { links, lastDay, now })
  entry.words = item.title
  entry.unitId = item.unitId
  entry.after = { links, lastDay }
  return paths
}

/** Adds links to those of the item's present round; the later last day holds for all of them. */
export async function makeLinks(
  tx: Database,
  { id, keeperId, reopened, title }: { id: string; keeperId: string; reopened: number; title: string },
  { links, lastDay, now }: { links: number; lastDay: string; now: Date },
): Promise<string[]> {
  await tx.execute(sql`insert into service_ask (id, item_id, unit_id, scope_path, round, last_day, issued_at)
    values (${randomUUID()}, ${id}, ${keeperId}, '', ${reopened}, ${lastDay}, ${now.toISOString()})
    on conflict (item_id, round) do nothing`)
  const [ask] = await rowsOf<{ id: string; links: number }>(
    tx,
    sql`select id, cardinality(open) + cardinality(used) as links from service_ask
      where item_id = ${id} and round = ${reopened} for update`,
  )
  if (ask!.links + links > mostOfItem) throw new Problem('ask-too-many', { title, most: mostOfItem })
  const made = Array.from({ length: links }, () => makeLinkToken(ask!.id))
  await tx.execute(sql`update service_ask set last_day = greatest(last_day, ${lastDay}::date), version = version + 1,
    open = (select array_agg(each order by each) from unnest(open || ${`{${made.map(({ hash }) => hash).join(',')}}`}::text[]) each)
    where id = ${ask!.id}`)
  return made.map(({ token }) => `/services/answers/${token}`)
}
