import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { holds } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText, withRole } from '@jianbao/platform/db'
import type { ContestChange, ContestRules, NewContest } from '../../contract/index.ts'
import { isOneOf, selectBanks } from './contest.store.ts'
import { noteContestStep } from './note-step.ts'
import type { SetupActor } from './setup.services.ts'
import { takeContest } from './take-contest.ts'

const idTaken = { reason: '这个编号已经用过' } as const

/** A new contest in the name of a unit of the caller's; sent again under the same id it is the same one. */
export async function createContest(
  tx: Database,
  actor: SetupActor,
  draft: NewContest,
  entry: EntryDraft,
): Promise<void> {
  const { id, unitId, slug } = draft
  const unit = (await nameUnits(tx, [unitId])).get(unitId)
  if (!unit || !holds(actor.scope, unit.path)) throw new Problem('contest-unit-unknown')
  const at = actor.now.toISOString()
  const title = clean(draft.title)
  const added = await rowsOf(
    tx,
    sql`insert into contest (id, unit_id, scope_path, slug, title, about, rules, created_by, created_name, created_at,
        updated_at)
      values (${id}, ${unitId}, '', ${slug}, ${title}, ${paragraphs(draft.about)}, ${rulesJson(draft.rules)},
        ${actor.person.id}, ${actor.person.name}, ${at}, ${at})
      on conflict do nothing returning id`,
  )
  if (!added.length) {
    const [known] = await rowsOf<{ mine: boolean }>(
      tx,
      sql`select created_by = ${actor.person.id} as mine from contest where id = ${id}`,
    )
    if (known?.mine) return
    throw known ? new Problem('bad-request', idTaken) : new Problem('contest-slug-taken', { slug })
  }
  await putSources(tx, actor, id, draft.bankIds)
  await noteContestStep(tx, id, 'create', actor)
  entry.words = title
  entry.unitId = unitId
  entry.after = { slug, opensAt: draft.rules.opensAt, closesAt: draft.rules.closesAt }
}

/** Throws `not-found`, `changed-meanwhile`, `contest-settled`, `contest-slug-taken`, `contest-bank-unknown`. */
export async function editContest(
  tx: Database,
  actor: SetupActor,
  { id, version, ...change }: ContestChange & { id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, { id, version }, 'edit', entry)
  const title = clean(change.title)
  if (change.slug !== row.slug) await checkSlug(tx, change.slug)
  await tx.execute(sql`update contest set title = ${title}, slug = ${change.slug}, about = ${paragraphs(change.about)},
      rules = ${rulesJson(change.rules)}, revision = revision + 1, updated_at = ${actor.now.toISOString()},
      version = version + 1 where id = ${id}`)
  await tx.execute(sql`delete from contest_source where contest_id = ${id}`)
  await putSources(tx, actor, id, change.bankIds)
  await noteContestStep(tx, id, 'edit', actor)
  entry.before = { title: row.title, slug: row.slug, about: row.about, ...row.rules }
  entry.after = { title, slug: change.slug, about: change.about, ...change.rules }
}

export async function removeContest(
  tx: Database,
  actor: SetupActor,
  asked: { id: string; version: number },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, asked, 'remove', entry)
  await tx.execute(sql`delete from contest where id = ${row.id}`)
}

/** Addresses are one for the whole house: also those of contests the caller does not see. */
async function checkSlug(tx: Database, slug: string): Promise<void> {
  const taken = await withRole(tx, 'owner', () => rowsOf(tx, sql`select 1 from contest where slug = ${slug}`))
  if (taken.length) throw new Problem('contest-slug-taken', { slug })
}

async function putSources(
  tx: Database,
  { scope }: SetupActor,
  contestId: string,
  bankIds: readonly string[],
): Promise<void> {
  if (!bankIds.length) return
  const banks = await selectBanks(tx, scope, isOneOf(bankIds))
  if (banks.length < bankIds.length) throw new Problem('contest-bank-unknown')
  await tx.execute(sql`insert into contest_source (contest_id, bank_id)
    select ${contestId}, unnest(${`{${bankIds.join(',')}}`}::uuid[])`)
}

export const clean = (words: string): string =>
  storableText(words).replace(/\s+/gu, ' ').trim().normalize('NFC')

export const paragraphs = (words: string): string => storableText(words).replace(/\r\n?/g, '\n').trim()

/** Times are kept as the program writes them, whatever offset they came with. */
const rulesJson = (rules: ContestRules) =>
  sql`${JSON.stringify({
    ...rules,
    opensAt: new Date(rules.opensAt).toISOString(),
    closesAt: new Date(rules.closesAt).toISOString(),
    sessions: plainSessions(rules.sessions),
  })}::jsonb`

export const plainSessions = (sessions: ContestRules['sessions']): ContestRules['sessions'] =>
  sessions.map(session => ({
    ...session,
    opensAt: new Date(session.opensAt).toISOString(),
    closesAt: new Date(session.closesAt).toISOString(),
  }))
