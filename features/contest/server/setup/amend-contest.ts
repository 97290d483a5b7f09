import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type ContestAmendment,
  type ContestRules,
  type DrawableKind,
  rulesFaults,
  standingAgainst,
} from '../../contract/index.ts'
import type { ContestRow } from './contest.store.ts'
import { clean, paragraphs, plainSessions } from './edit-contest.ts'
import { noteContestStep } from './note-step.ts'
import type { SetupActor } from './setup.services.ts'
import { takeContest } from './take-contest.ts'

/**
 * 调整: times and words, while people play. Throws `contest-window-over` for a close in the past, `contest-not-ready` when
 * the times do not go together.
 */
export async function amendContest(
  tx: Database,
  actor: SetupActor,
  { id, version, ...change }: ContestAmendment & { id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, { id, version }, 'amend', entry)
  if (Date.parse(change.closesAt) <= actor.now.getTime())
    throw new Problem('contest-window-over', { name: row.title })
  const rules: ContestRules = {
    ...row.rules,
    closesAt: new Date(change.closesAt).toISOString(),
    hours: change.hours,
    sessions: plainSessions(change.sessions),
  }
  await checkTimes(tx, actor, row, rules)
  const [title, about] = [clean(change.title), paragraphs(change.about)]
  await tx.execute(sql`update contest set title = ${title}, about = ${about}, rules = ${JSON.stringify(rules)}::jsonb,
      revision = revision + 1, updated_at = ${actor.now.toISOString()}, version = version + 1 where id = ${id}`)
  await noteContestStep(tx, id, 'amend', actor)
  entry.before = { title: row.title, about: row.about, ...timesOf(row.rules) }
  entry.after = { title, about, ...timesOf(rules) }
}

const timesOf = ({ closesAt, hours, sessions }: ContestRules) => ({ closesAt, hours, sessions })

/** What else is wrong was so at the opening, or came of the world since: it does not keep the office from mending times. */
const aboutTimes = /^(closesAt|hours|sessions|groups)/

async function checkTimes(
  tx: Database,
  { now }: SetupActor,
  row: ContestRow,
  rules: ContestRules,
): Promise<void> {
  const kinds = await rowsOf<DrawableKind>(
    tx,
    sql`select type, category, difficulty, count(*)::int as count from contest_question
      where contest_id = ${row.id} group by type, category, difficulty`,
  )
  const faults = standingAgainst(rulesFaults(rules, kinds, { now, providers: [] }))
  const count = faults.filter(({ at }) => aboutTimes.test(at)).length
  if (count > 0) throw new Problem('contest-not-ready', { name: row.title, count })
}
