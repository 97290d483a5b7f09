/** What waits of contests: to be opened, to be published, answers to be looked at, questions to be approved. */
import { type Scope, within } from '@jianbao/platform/access'
import { localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { contestKeepers } from '../../contract/index.ts'

type Waiting = {
  readonly id: string
  readonly title: string
  readonly at: string | Date | null
  readonly count: number
}

const openers = ['coordinator', 'signatory'] as const

export const contestWork: WorkSource = {
  roles: [...new Set([...contestKeepers, ...openers])],
  list: async ({ tx, scope, person, now }) => {
    const holds = (roles: readonly string[]) => person.posts.some(({ role }) => roles.includes(role))
    const tonight = localInstant(nextDay(localDay(now)), '00:00').toISOString()
    const groups: (WorkGroup | null)[] = []
    if (holds(openers)) {
      const due = sql`c.state = 'draft' and (c.rules ->> 'opensAt')::timestamptz < ${tonight}`
      const its = await contests(tx, scope, due, sql`(c.rules ->> 'opensAt')::timestamptz`)
      groups.push(group('contest.to-open', its, '/contests?state=draft', ''))
      const ended = await contests(tx, scope, sql`c.state = 'closed'`, sql`c.closed_at`)
      groups.push(group('contest.to-publish', ended, '/contests?state=closed', ''))
    }
    if (holds(contestKeepers)) {
      groups.push(await flagged(tx, scope))
      groups.push(await unapproved(tx, scope))
    }
    return groups.filter(each => each !== null)
  },
}

function contests(tx: Database, scope: Scope, where: SQL, at: SQL): Promise<Waiting[]> {
  return rowsOf<Waiting>(
    tx,
    sql`select c.id, c.title, ${at} as at, 1 as count from contest c
      where ${within(scope, sql`c.scope_path`)} and ${where} order by ${at}, c.id limit 1000`,
  )
}

async function flagged(tx: Database, scope: Scope): Promise<WorkGroup | null> {
  const rows = await rowsOf<Waiting>(
    tx,
    sql`select c.id, c.title, min(a.handed_in_at) as at, count(*)::int as count
      from contest c join contest_attempt a on a.contest_no = c.no and a.flags > 0 and a.reviewed_at is null
      where c.state in ('open', 'closed') and ${within(scope, sql`c.scope_path`)}
      group by c.id, c.title order by count(*) desc, c.id limit 1000`,
  )
  return group(
    'contest.flagged',
    rows,
    rows.length === 1 ? `/contests/${rows[0]!.id}/review` : '/contests',
    '/review',
  )
}

async function unapproved(tx: Database, scope: Scope): Promise<WorkGroup | null> {
  const rows = await rowsOf<Waiting>(
    tx,
    sql`select b.id, b.name as title, min(q.created_at) as at, count(*)::int as count
      from contest_bank b join contest_bank_question q on q.bank_id = b.id and q.state = 'draft'
      where ${within(scope, sql`b.scope_path`)} group by b.id, b.name order by count(*) desc, b.id limit 1000`,
  )
  if (!rows.length) return null
  return {
    kind: 'question.unapproved',
    count: rows.reduce((sum, { count }) => sum + count, 0),
    link: rows.length === 1 ? `/banks/${rows[0]!.id}?state=draft` : '/banks',
    rows: rows.slice(0, workRows).map(({ id, title, at, count }) => ({
      ...{ title, note: String(count), at: moment(at), link: `/banks/${id}?state=draft` },
    })),
  }
}

const moment = (at: string | Date | null): string | null => (at === null ? null : new Date(at).toISOString())

function group(kind: string, rows: readonly Waiting[], link: string, below: string): WorkGroup | null {
  if (!rows.length) return null
  return {
    ...{ kind, link, count: rows.reduce((sum, { count }) => sum + count, 0) },
    rows: rows.slice(0, workRows).map(({ id, title, at, count }) => ({
      ...{ title, note: count > 1 ? String(count) : null, at: moment(at), link: `/contests/${id}${below}` },
    })),
  }
}
