import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { PublicationDraft } from '../../../contract/index.ts'
import { cleanLine, cleanText } from '../need/need.words.ts'
import { takeService } from './service.store.ts'

type Actor = { readonly person: Person; readonly now: Date }
type Kept = { version: number; title: string; words: string; outcome: string; publishedAt: unknown }

const kept = async (tx: Database, id: string): Promise<Kept | undefined> =>
  (
    await rowsOf<Kept>(
      tx,
      sql`select version, title, words, outcome, published_at as "publishedAt" from service_publication
        where item_id = ${id}`,
    )
  )[0]

/** 公示: puts a service on the public list with words of its own, or changes them there. Throws `changed-meanwhile`. */
export async function publishService(
  tx: Database,
  scope: Scope,
  { id, version, ...draft }: PublicationDraft & { id: string },
  { person, now }: Actor,
  entry: EntryDraft,
): Promise<void> {
  const item = await takeService(tx, scope, id, 'publish', person)
  const before = await kept(tx, id)
  if ((before?.version ?? null) !== version) throw new Problem('changed-meanwhile', { name: item.title })
  const [title, words, outcome] = [cleanLine(draft.title), cleanText(draft.words), cleanText(draft.outcome)]
  if (title.length < 2 || words.length < 2) throw new Problem('need-words-missing')
  const at = now.toISOString()
  await tx.execute(sql`insert into service_publication (item_id, unit_id, scope_path, title, words, outcome, published_at,
      updated_at, state, start_day, due_day, near_day, percent, reached, milestones)
    select i.id, i.unit_id, '', ${title}, ${words}, ${outcome}, ${at}::timestamptz, ${at}::timestamptz, i.state, i.start_day,
      i.due_day, i.near_day, i.percent, i.reached, i.milestones from ledger_item i where i.id = ${id}
    on conflict (item_id) do update set title = excluded.title, words = excluded.words, outcome = excluded.outcome,
      published_at = coalesce(service_publication.published_at, excluded.published_at), updated_at = excluded.updated_at,
      version = service_publication.version + 1`)
  await tx.execute(sql`select publish_facts(${id})`)
  entry.words = title
  entry.unitId = item.unitId
  if (before) entry.before = { title: before.title, words: before.words, outcome: before.outcome }
  entry.after = { title, words, outcome }
}

/** 撤下: off the public list; its words are kept for the next time. */
export async function withdrawService(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version: number },
  { person, now }: Actor,
  entry: EntryDraft,
): Promise<void> {
  const item = await takeService(tx, scope, id, 'withdraw', person)
  const before = await kept(tx, id)
  if (!before || before.publishedAt === null) throw new Problem('service-not-now', { title: item.title })
  if (before.version !== version) throw new Problem('changed-meanwhile', { name: item.title })
  await tx.execute(sql`update service_publication set published_at = null, updated_at = ${now.toISOString()},
    version = version + 1 where item_id = ${id}`)
  entry.words = before.title
  entry.unitId = item.unitId
}
