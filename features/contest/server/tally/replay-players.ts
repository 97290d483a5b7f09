/** Some players taken out of the tallies and counted anew around a change of their attempts. */
import { type Database, sql } from '@jianbao/platform/db'
import { countedAttempts, type LogPart, sumsByHour } from './count-log.ts'
import { moveHours, moveScores, moveUnits, removeNoughts, tallyColumns } from './fold-part.ts'
import type { RankingRules } from './ranking-order.ts'
import { tallyRows } from './recount.ts'

/** The caller holds the contest's row of contest_fold; `part` is all that was folded, of these players. */
export async function replayPlayers(
  tx: Database,
  rules: RankingRules,
  part: LogPart,
  change: () => Promise<void>,
): Promise<void> {
  const { contestNo } = part
  const players = sql`${`{${(part.players ?? []).join(',')}}`}::int[]`
  await tx.execute(moveHours(contestNo, hoursOf(part, -1)))
  await tx.execute(sql`with gone as (delete from contest_tally
        where contest_no = ${contestNo} and player_no = any (${players}) returning *),
      scores as (${moveScores(contestNo, sql`select group_no, score, -1 as players from gone`)})
    ${moveUnits(contestNo, sql`select unit_no, -1 as people, -attempts as attempts, -score as score from gone`)}`)
  await change()
  await tx.execute(moveHours(contestNo, hoursOf(part, 1)))
  await tx.execute(sql`with come as (insert into contest_tally (contest_no, ${tallyColumns})
        select contest_no, ${tallyColumns} from (${tallyRows(rules, part)}) t returning *),
      scores as (${moveScores(contestNo, sql`select group_no, score, 1 as players from come`)})
    ${moveUnits(contestNo, sql`select unit_no, 1 as people, attempts, score from come`)}`)
  await removeNoughts(tx, contestNo)
  await tx.execute(sql`update contest_fold set boards_to = '0' where contest_no = ${contestNo}`)
}

const hoursOf = (part: LogPart, sign: 1 | -1) => sql`
  select hour, unit_no, ${sign}::int * people as people, ${sign}::int * newcomers as newcomers,
    ${sign}::int * attempts as attempts, ${sign}::int * score as score, ${sign}::int * used_ms as used_ms
  from (${sumsByHour(sql`(${countedAttempts(part)}) c`)}) h`
