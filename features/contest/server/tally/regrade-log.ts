/** The log up to a withdrawal graded anew, batch by batch; each is whole in itself, whoever dies over one. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { LiveContest } from '../play/live-contest.ts'
import { holdFold, partEnd } from './fold-log.ts'
import { recount } from './recount.ts'
import { regradePart } from './regrade-part.ts'

type Walk = { withdrawn: number; from: string; end: string; changed: string }

/** Whether more is to be done; null: another process is at it, or there is nothing. `behind`: `contest` is too old. */
export async function regradeLog(
  tx: Database,
  contest: LiveContest,
  most = 1000,
): Promise<'more' | 'done' | 'behind' | null> {
  const walk = await holdWalk(tx, contest.no)
  if (!walk) return null
  if (contest.withdrawals < walk.withdrawn) return 'behind'
  const to = await nextEnd(tx, contest.no, walk, most)
  if (to === null) return 'done'
  await walkOn(tx, contest, walk.from, to)
  return 'more'
}

/** After the walk: everything counted anew, and said in the story of the contest. False: there is something to walk. */
export async function endRegrade(tx: Database, contest: LiveContest, now: Date): Promise<boolean> {
  const { no } = contest
  // In the order of everybody who needs several: the contest, its fold, the walk.
  await tx.execute(sql`select from contest where no = ${no} for key share`)
  if (!(await holdFold(tx, no, true))) return false
  const walk = await holdWalk(tx, no)
  if (!walk || (await nextEnd(tx, no, walk, 1)) !== null) return false
  await recount(tx, contest, now)
  await tx.execute(sql`update contest_regrade set walked_to = walk_end, done = total,
      finished_at = ${now.toISOString()}::timestamptz where contest_no = ${no}`)
  await tx.execute(sql`insert into contest_step (id, contest_id, at, action, by_id, by_name, note)
    values (${randomUUID()}, ${contest.id}, ${now.toISOString()}::timestamptz, 'recount', 'system', '系统',
      ${`${walk.changed} 份答卷按规则改了分，统计和排名已重算`})`)
  return true
}

async function holdWalk(tx: Database, no: number): Promise<Walk | undefined> {
  const [walk] = await rowsOf<Walk>(
    tx,
    sql`select withdrawn, walked_to::text as from, walk_end::text as end, changed::text as changed
      from contest_regrade where contest_no = ${no} and finished_at is null for update skip locked`,
  )
  return walk
}

const nextEnd = (tx: Database, no: number, { from, end }: Walk, most: number): Promise<string | null> =>
  BigInt(from) < BigInt(end) ? partEnd(tx, no, { from, horizon: end }, most) : Promise.resolve(null)

async function walkOn(tx: Database, contest: LiveContest, from: string, to: string): Promise<void> {
  const { changed } = await regradePart(tx, contest, { from, to })
  await tx.execute(sql`update contest_regrade set walked_to = ${to}::xid8, changed = changed + ${changed},
      done = done + (select count(*) from contest_attempt
        where contest_no = ${contest.no} and xid >= ${from}::xid8 and xid < ${to}::xid8)
    where contest_no = ${contest.no}`)
}
