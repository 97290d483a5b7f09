import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { type ContestRules, type ContestState, rehearsalLetters } from '../../contract/index.ts'
import { type FrozenQuestion, type LiveContest, type LiveUnit, prepareContest } from './live-contest.ts'

type ContestRow = {
  id: string
  no: number
  slug: string
  title: string
  about: string
  unit_name: string
  rules: ContestRules
  state: ContestState
  run: number
  revision: number
  key_sealed: string | null
  key_commitment: string | null
  closed_at: string | Date | null
}

/** `playSlug` of the contract, of the contest that is called `c`. */
export const playSlugColumn: SQL = sql`case when c.state = 'rehearsal'
  then c.slug || '-' || left(c.key_commitment, ${rehearsalLetters}) else c.slug end`

/** The contest `c` that is played at this address; the index finds it, but for the few rehearsals. */
const playedAt = (slug: string): SQL => sql`((c.slug = ${slug} and c.state in ('open', 'closed', 'published'))
  or (c.state = 'rehearsal' and ${playSlugColumn} = ${slug}))`

/** Which revision of a contest is in force; null when there is none to be played at this address. */
export async function readRevision(db: Database, slug: string): Promise<string | null> {
  const [row] = await rowsOf<{ id: string; run: number; revision: number }>(
    db,
    sql`select c.id, c.run, c.revision from contest c where ${playedAt(slug)}`,
  )
  return row ? `${row.id} ${row.run} ${row.revision}` : null
}

/** Reads a contest with its frozen questions and units; null when it has none or is being set up. */
export async function readContest(
  db: Database,
  slug: string,
  { sealer, secret }: { sealer: Sealer; secret: string },
): Promise<LiveContest | null> {
  const [row] = await rowsOf<ContestRow>(
    db,
    sql`select c.id, c.no, ${playSlugColumn} as slug, c.title, c.about, unit.name as unit_name, c.rules, c.state, c.run,
        c.revision, c.key_sealed, c.key_commitment, c.closed_at
      from contest c join unit on unit.id = c.unit_id where ${playedAt(slug)}`,
  )
  if (!row?.key_sealed) return null
  const questions = await readFrozen(db, row.id)
  const units = await rowsOf<LiveUnit>(
    db,
    sql`select no, name, city_no as "cityNo" from contest_unit where contest_id = ${row.id} order by no`,
  )
  const { id, no, title, about, rules, state, run, revision } = row
  const facts = {
    ...{ id, no, slug: row.slug, title, about, rules, state, run, revision },
    unitName: row.unit_name,
    keyCommitment: row.key_commitment,
    closedAt: row.closed_at === null ? null : new Date(row.closed_at).getTime(),
  }
  return prepareContest(facts, sealer.unseal(row.key_sealed, id), secret, questions, units)
}

/** The questions a contest was opened with, by their numbers. */
export function readFrozen(db: Database, contestId: string): Promise<FrozenQuestion[]> {
  return rowsOf<FrozenQuestion>(
    db,
    sql`select no, type, stem, options, answer, category, difficulty, explanation, source,
        picture_id as "pictureId", withdrawn_no as "withdrawnNo"
      from contest_question where contest_id = ${contestId} order by no`,
  )
}
