/** Points of the log against the rules, question by question. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { drawPaper } from '../play/draw-paper.ts'
import type { LiveContest } from '../play/live-contest.ts'

type Row = {
  player: number
  n: number
  withdrawn: number
  score: number
  right: number
  answers: string
  late: boolean
}

/** Attempts whose points are not what the rules give now: a withdrawn question is everybody's or nobody's. */
export async function wronglyGraded(db: Database, live: LiveContest): Promise<unknown[]> {
  const rows = await rowsOf<Row>(
    db,
    sql`select player_no as player, n, withdrawn, score, right_count as right, answers, flags & 4 > 0 as late
      from contest_attempt where contest_no = ${live.no}`,
  )
  return rows.filter(({ player, n, withdrawn, score, right, answers, late }) => {
    const paper = drawPaper(live.key, live.drawAfter(withdrawn), { contestNo: live.no, playerNo: player, n })
    const given = JSON.parse(answers) as number[][]
    const points = paper.questions.map((no, at) => {
      const { answer, withdrawnNo } = live.questions.get(no)!
      if (withdrawnNo !== null) return live.rules.withdrawn === 'award' ? paper.points[at]! : 0
      return String(given[at]) === String(answer) ? paper.points[at]! : 0
    })
    const wanted = late ? [] : points.filter(its => its > 0)
    return score !== wanted.reduce((sum, its) => sum + its, 0) || right !== wanted.length
  })
}
