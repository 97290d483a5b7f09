import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  actionsOfContest,
  type ContestRecord,
  type ContestSummary,
  type RulesFault,
  rulesFaults,
} from '../../contract/index.ts'
import { readRegrade } from '../tally/withdraw-question.ts'
import {
  type ContestCounts,
  type ContestRow,
  getContestRow,
  ofContest,
  readCounts,
  selectBanks,
} from './contest.store.ts'
import { kindsOfContest } from './question-kinds.ts'
import type { Provider } from './setup.services.ts'

const moment = (at: string | Date | null): string | null => (at === null ? null : new Date(at).toISOString())

const nothing: ContestCounts = { people: 0, attempts: 0, views: 0 }

/** A contest as lists show it; `actions`: what the caller may do next, by the roles they hold where it stands. */
export function viewContest(
  row: ContestRow,
  person: Person,
  counts: ContestCounts | undefined,
): ContestSummary {
  const { id, unitId, unitName, slug, title, state, rules, createdName, version, whole } = row
  const roles = person.posts.filter(post => row.path.startsWith(post.path)).map(({ role }) => role)
  return {
    ...{ id, unitId, unitName: unitName ?? '', slug, title, state, createdName, version, whole },
    opensAt: rules.opensAt,
    closesAt: rules.closesAt,
    ...(counts ?? nothing),
    updatedAt: new Date(row.updatedAt).toISOString(),
    actions: actionsOfContest(state, roles),
  }
}

type Viewing = { readonly scope: Scope; readonly person: Person; readonly now: Date }

/** One contest with all that is known of it. Throws `not-found`. */
export async function viewContestRecord(
  tx: Database,
  { scope, person, now }: Viewing,
  providers: readonly Provider[],
  id: string,
): Promise<ContestRecord> {
  const row = await getContestRow(tx, scope, id)
  const counts = await readCounts(tx, scope, [row.no])
  const banks = await selectBanks(tx, scope, ofContest(id))
  return {
    ...viewContest(row, person, counts.get(row.no)),
    about: row.about,
    rules: row.rules,
    faults: row.state === 'draft' ? await faultsOf(tx, scope, row, providers, now) : [],
    banks: banks.map(({ id: bankId, name, approved }) => ({ id: bankId, name, approved })),
    ...(await countFrozen(tx, row)),
    regrade: await readRegrade(tx, id, row.no),
    keyCommitment: row.state === 'draft' ? null : row.keyCommitment,
    openedAt: moment(row.openedAt),
    closedAt: moment(row.closedAt),
    publishedAt: moment(row.publishedAt),
    steps: await listSteps(tx, id),
  }
}

/** Rules and banks seen together, as they stand now. */
export async function faultsOf(
  tx: Database,
  scope: Scope,
  row: Pick<ContestRow, 'id' | 'rules'>,
  providers: readonly Provider[],
  now: Date,
): Promise<RulesFault[]> {
  const kinds = await kindsOfContest(tx, scope, row.id)
  return rulesFaults(row.rules, kinds, { now, providers: providers.map(({ key }) => key) })
}

type Frozen = Pick<ContestRecord, 'questions' | 'withdrawn' | 'flagged'>

async function countFrozen(tx: Database, { id, no, state }: ContestRow): Promise<Frozen> {
  if (state === 'draft') return { questions: 0, withdrawn: 0, flagged: 0 }
  const [counted] = await rowsOf<Frozen>(
    tx,
    sql`select count(*)::int as questions, (count(withdrawn_at))::int as withdrawn,
        (select count(*)::int from contest_attempt a
          where a.contest_no = ${no} and a.flags > 0 and a.reviewed_at is null) as flagged
      from contest_question where contest_id = ${id}`,
  )
  return counted!
}

async function listSteps(tx: Database, contestId: string): Promise<ContestRecord['steps']> {
  const steps = await rowsOf<{ at: string | Date; action: string; byName: string; note: string }>(
    tx,
    sql`select at, action, by_name as "byName", note from contest_step where contest_id = ${contestId}
      order by at desc, id desc limit 200`,
  )
  return steps.map(step => ({ ...step, at: new Date(step.at).toISOString() }))
}
