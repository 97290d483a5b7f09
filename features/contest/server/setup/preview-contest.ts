import { createSecretKey, randomBytes } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ContestPreview, fullScore, secondsOf } from '../../contract/index.ts'
import { drawPaper, prepareDraw } from '../play/draw-paper.ts'
import { getContestRow, ofContest } from './contest.store.ts'

type Approved = Omit<ContestPreview['questions'][number], 'points' | 'order'>

/**
 * A paper as a player would get it, drawn from the banks as they stand with a key that is thrown away. Throws `not-found`,
 * `contest-not-ready` when there are too few questions for one.
 */
export async function previewPaper(tx: Database, scope: Scope, id: string): Promise<ContestPreview> {
  const { no, title, rules } = await getContestRow(tx, scope, id)
  const approved = await rowsOf<Approved>(
    tx,
    sql`select q.type, q.stem, q.options, q.answer, q.category, q.difficulty, q.explanation, q.source,
        q.picture_id as "pictureId"
      from contest_bank_question q join contest_bank b on b.id = q.bank_id
      where q.state = 'approved' and ${within(scope, sql`b.scope_path`)} and ${ofContest(id)} limit 20000`,
  )
  const draw = prepareDraw(
    rules.draw,
    approved.map(({ type, category, difficulty, options }, at) => ({
      ...{ no: at, type, category, difficulty, optionCount: options.length, withdrawn: null },
    })),
  )
  const paper = drawOnce(draw, no, title)
  return {
    questions: paper.questions.map((at, place) => ({
      ...approved[at]!,
      points: paper.points[place]!,
      order: [...paper.orders[place]!],
    })),
    seconds: secondsOf(rules),
    fullScore: fullScore(rules),
  }
}

function drawOnce(draw: ReturnType<typeof prepareDraw>, contestNo: number, name: string) {
  try {
    return drawPaper(createSecretKey(randomBytes(32)), draw, { contestNo, playerNo: 0, n: 0 })
  } catch (error) {
    if (error instanceof RangeError) throw new Problem('contest-not-ready', { name, count: 1 })
    throw error
  }
}
