/** Questions of a contest by how they were answered. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type ContestQuestionPage,
  type ContestQuestionRow,
  type ContestQuestionsQuery,
  questionWords,
  wordsOfQuestion,
} from '../../contract/index.ts'
import { questionFigures } from '../tally/figures.ts'
import { type CountedContest, getWholeContest } from './counted-contest.ts'

type Row = Pick<
  ContestQuestionRow,
  'no' | 'type' | 'stem' | 'category' | 'difficulty' | 'withdrawn' | 'bankId' | 'questionId'
> & { options: string[]; answer: unknown[] }

/**
 * All of it: whoever has only units of a contest sees nothing of its questions. Options say what is right, so they are for
 * who may read banks where the contest stands: others of the office may play it. Throws `not-found`.
 */
export async function listContestQuestions(
  tx: Database,
  scope: Scope,
  id: string,
  { mayRead, ...query }: ContestQuestionsQuery & { readonly mayRead: (path: string) => boolean },
): Promise<ContestQuestionPage> {
  const contest = await getWholeContest(tx, scope, id)
  const { page = 1, pageSize = 20, word } = query
  const whole = mayRead(contest.path)
  const all = await selectQuestions(tx, contest)
  const rows = arrange(all, query)
  return {
    rows: rows
      .slice((page - 1) * pageSize, page * pageSize)
      .map(row => (whole ? row : { ...row, options: [] })),
    ...{ total: word ? rows.length : all.length, page, pageSize },
    counts: questionWords.map(each => ({
      word: each,
      questions: all.filter(({ words }) => words.includes(each)).length,
    })),
  }
}

/** A contest has at most some thousand questions. */
export async function selectQuestions(tx: Database, contest: CountedContest): Promise<ContestQuestionRow[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`select q.no, q.type, q.stem, q.options, q.answer, q.category, q.difficulty,
        q.withdrawn_at is not null as withdrawn, b.id as "questionId", b.bank_id as "bankId"
      from contest_question q left join contest_bank_question b on b.id = q.question_id
      where q.contest_id = ${contest.id} order by q.no`,
  )
  const figures = new Map((await questionFigures(tx, contest.no)).map(its => [its.no, its]))
  return rows.map(({ options, answer, ...row }) => {
    const { asked = 0, rate = null, discrimination = null, chosen = [] } = figures.get(row.no) ?? {}
    return {
      ...row,
      ...{ asked, rate, discrimination },
      words: wordsOfQuestion({ asked, rate, discrimination }),
      options: options.map((text, place) => ({
        text,
        right: answer.includes(place),
        chosen: chosen[place] ?? 0,
      })),
    }
  })
}

export function arrange(
  rows: readonly ContestQuestionRow[],
  { word, order = 'no' }: Omit<ContestQuestionsQuery, 'page' | 'pageSize'>,
): ContestQuestionRow[] {
  const found = rows.filter(({ words }) => word === undefined || words.includes(word))
  const [name, sign] = order.startsWith('-') ? [order.slice(1), -1] : [order, 1]
  const value = (row: ContestQuestionRow): number | null =>
    row[name as 'no' | 'rate' | 'discrimination' | 'asked']
  return found.sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    // What nobody was asked has no value: it comes last, whichever way.
    if (a === null || b === null) return a === b ? one.no - other.no : a === null ? 1 : -1
    return (a - b) * sign || one.no - other.no
  })
}
