/** What somebody may see of themselves who has nothing but a 参赛码. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type ContestRules,
  type ContestState,
  isCode,
  plainCode,
  playerCodeLength,
} from '../../contract/index.ts'
import { type OwnLine, readOwnLine } from './result/read-own-line.ts'

export type AwardContest = {
  readonly id: string
  readonly no: number
  readonly slug: string
  readonly title: string
  readonly organiser: string
  readonly state: ContestState
  readonly rules: ContestRules
}

export type OwnStanding = {
  readonly no: number
  readonly code: string
  readonly nickname: string
  readonly forgotten: boolean
  readonly unitName: string | null
  readonly groupName: string
  readonly score: number
  readonly attempts: number
  /** In the published list. */
  readonly line: OwnLine | null
  readonly won: readonly {
    readonly drawNo: number
    readonly name: string
    readonly prize: string
    place: number
  }[]
}

/** A contest the public may hear of; null for one that is being set up, or none. */
export async function findAwardContest(tx: Database, slug: string): Promise<AwardContest | null> {
  const [row] = await rowsOf<AwardContest>(
    tx,
    sql`select c.id, c.no, c.slug, c.title, c.state, c.rules,
        (select o.name from offices_by_id(array[c.unit_id]) o) as organiser
      from contest c where c.slug = ${slug} and c.state in ('open', 'closed', 'published')`,
  )
  return row ?? null
}

/** Read by the program itself; null for a code that is nobody's, whatever is wrong with it. */
export async function findOwn(
  tx: Database,
  contest: AwardContest,
  typed: string,
): Promise<OwnStanding | null> {
  const code = plainCode(typed)
  if (!isCode(code, playerCodeLength)) return null
  const [row] = await rowsOf<Omit<OwnStanding, 'line' | 'won' | 'groupName'> & { groupKey: string | null }>(
    tx,
    sql`select p.no, p.code, p.nickname, p.forgotten_at is not null as forgotten, p.group_key as "groupKey",
        u.name as "unitName", coalesce(t.score, 0)::float8 as score, coalesce(t.attempts, 0) as attempts
      from contest_player p
      left join contest_tally t on t.contest_no = p.contest_no and t.player_no = p.no
      left join contest_unit u on u.contest_id = ${contest.id} and u.no = p.unit_no
      where p.contest_no = ${contest.no} and p.code = ${code}`,
  )
  if (!row) return null
  const { groupKey, ...own } = row
  return {
    ...own,
    groupName: contest.rules.groups.find(({ key }) => key === groupKey)?.name ?? '',
    line: contest.state === 'published' ? await readOwnLine(tx, contest.no, own) : null,
    won: await listWon(tx, contest, own.no),
  }
}

const listWon = (tx: Database, { id }: AwardContest, playerNo: number) =>
  rowsOf<OwnStanding['won'][number]>(
    tx,
    sql`select d.no as "drawNo", d.name, d.prize, w.place from contest_draw_winner w join contest_draw d on d.id = w.draw_id
      where d.contest_id = ${id} and d.state = 'drawn' and w.player_no = ${playerNo} order by d.no`,
  )
