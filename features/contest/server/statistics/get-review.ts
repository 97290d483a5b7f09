/** How many flagged attempts there are and how many wait, by flag and by unit. */
import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { actionsOfContest, attemptFlags, type ContestReview, flagNames } from '../../contract/index.ts'
import { fastestMs, leastSpread } from '../play/attempt-flags.ts'
import { unitFigures } from '../tally/figures.ts'
import { type CountedContest, findPlace, getCountedContest, ofUnits } from './counted-contest.ts'

type Row = { unitNo: number; bits: number; waiting: number; valid: number; void: number }

/** Throws `not-found`. Read along the index of what is flagged. */
export async function getReview(
  tx: Database,
  scope: Scope,
  id: string,
  person: Person,
): Promise<ContestReview> {
  const contest = await getCountedContest(tx, scope, id)
  const { unitNos } = await findPlace(tx, contest, {})
  const rows = await rowsOf<Row>(
    tx,
    sql`select a.unit_no as "unitNo", a.flags as bits,
        (count(*) filter (where a.reviewed_at is null and not a.voided))::int as waiting,
        (count(*) filter (where a.reviewed_at is not null and not a.voided))::int as valid,
        (count(*) filter (where a.voided))::int as void
      from contest_attempt a where a.contest_no = ${contest.no} and a.flags > 0
        and ${ofUnits(sql`a.unit_no`, unitNos)} group by 1, 2`,
  )
  const add = (some: readonly Row[], name: 'waiting' | 'valid' | 'void'): number =>
    some.reduce((sum, row) => sum + row[name], 0)
  const figures = new Map((await unitFigures(tx, contest.no)).map(its => [its.unitNo, its]))
  return {
    head: contest.head,
    counts: { waiting: add(rows, 'waiting'), valid: add(rows, 'valid'), void: add(rows, 'void') },
    flags: flagNames.map(flag => ({
      flag,
      waiting: add(
        rows.filter(({ bits }) => (bits & attemptFlags[flag]) !== 0),
        'waiting',
      ),
    })),
    units: [...Map.groupBy(rows, ({ unitNo }) => unitNo)]
      .map(([no, its]) => ({
        no,
        name: figures.get(no)?.name ?? null,
        flagged: add(its, 'waiting') + add(its, 'valid') + add(its, 'void'),
        waiting: add(its, 'waiting'),
        voided: add(its, 'void'),
        attempts: figures.get(no)?.attempts ?? 0,
      }))
      .sort((one, other) => other.waiting - one.waiting || other.flagged - one.flagged || one.no - other.no),
    bounds: { fastMs: fastestMs, spread: leastSpread },
    mayReview: mayReview(contest, person),
  }
}

/** By who keeps contests where the whole contest stands, while its state lets them. */
export function mayReview({ head, state, path }: CountedContest, person: Person): boolean {
  const roles = person.posts.filter(post => path.startsWith(post.path)).map(({ role }) => role)
  return head.whole && actionsOfContest(state, roles).includes('review')
}
