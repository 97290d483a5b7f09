/** Readers of what is counted: sums of few rows, made by the fold; never of the log. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'

/** 人数, of them for the first time, 人次, 浏览量; points and time of attempts that count. */
export type Figures = {
  readonly people: number
  readonly newcomers: number
  readonly attempts: number
  readonly views: number
  readonly score: number
  readonly usedMs: number
}
/** All of it, or of some units by their numbers in the contest (0: of those without one). */
export type FiguresWish = { readonly unitNos?: readonly number[] | undefined }

const measures = sql`sum(people)::int as people, sum(newcomers)::int as newcomers, sum(attempts)::int as attempts,
  sum(views)::float8 as views, sum(score)::float8 as score, sum(used_ms)::float8 as "usedMs"`

/** Counted hours and views of a contest under one another. */
const hours = (no: number, { unitNos }: FiguresWish, also: SQL = sql`true`): SQL => {
  const units = unitNos
    ? sql`unit_no in (select value::int from json_array_elements_text(${JSON.stringify(unitNos)}::json))`
    : sql`true`
  const where = sql`contest_no = ${no} and ${units} and ${also}`
  return sql`(select hour, unit_no, people, newcomers, attempts, 0::bigint as views, score, used_ms
      from contest_hour where ${where}
    union all select hour, unit_no, 0, 0, 0, views, 0, 0 from contest_view where ${where}) counted`
}

/** Of each day with anything on it, Asia/Shanghai; people count on each day they play. */
export const dayFigures = (tx: Database, no: number, wish: FiguresWish = {}) =>
  rowsOf<Figures & { day: string }>(
    tx,
    sql`select to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, ${measures}
      from ${hours(no, wish)} group by 1 order by 1`,
  )

/** Of each hour of a day with anything in it, 0 to 23; people in the hour of their first attempt of that day. */
export const hourFigures = (tx: Database, no: number, day: string, wish: FiguresWish = {}) => {
  const from = sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`
  return rowsOf<Figures & { hour: number }>(
    tx,
    sql`select extract(hour from hour at time zone 'Asia/Shanghai')::int as hour, ${measures}
      from ${hours(no, wish, sql`hour >= ${from} and hour < ${from} + interval '1 day'`)} group by 1 order by 1`,
  )
}

export type UnitFigures = {
  readonly unitNo: number
  readonly name: string | null
  readonly cityNo: number
  readonly people: number
  readonly attempts: number
  readonly views: number
  /** Ranking points of its people. */
  readonly score: number
  readonly expected: number | null
  /** People by people expected; null where nobody said. */
  readonly rate: number | null
}

/** Of every unit of the contest, also those where nobody played, and of 0: nobody's unit, where somebody did. */
export const unitFigures = (tx: Database, no: number) =>
  rowsOf<UnitFigures>(
    tx,
    sql`select unit_no as "unitNo", u.name, coalesce(u.city_no, 0) as "cityNo", coalesce(t.people, 0) as people,
        coalesce(t.attempts, 0) as attempts, coalesce(v.views, 0)::float8 as views,
        coalesce(t.score, 0)::float8 as score, u.expected,
        case when u.expected > 0 then coalesce(t.people, 0)::float8 / u.expected end as rate
      from (select cu.no as unit_no, cu.name, cu.city_no, cu.expected from contest_unit cu
        join contest c on c.id = cu.contest_id where c.no = ${no}) u
      full join (select * from contest_unit_tally where contest_no = ${no}) t using (unit_no)
      full join (select unit_no, sum(views) as views from contest_view where contest_no = ${no} group by 1) v
        using (unit_no)
      order by unit_no`,
  )

export type QuestionFigures = {
  readonly no: number
  readonly asked: number
  readonly correct: number
  /** Of those asked, how many had it wholly right. */
  readonly rate: number | null
  /** Point-biserial correlation of being right with the points of the rest of the paper; null where nothing varies. */
  readonly discrimination: number | null
  readonly chosen: readonly number[]
}

/** Of every question that was asked; counted in the background, `questionsSettled` says whether up to the last attempt. */
export const questionFigures = (tx: Database, no: number) =>
  rowsOf<QuestionFigures>(
    tx,
    sql`select question_no as no, asked, correct, correct::float8 / nullif(asked, 0) as rate, chosen,
        case when correct > 0 and correct < asked and spread > 1e-9
          then (rest_sum_correct / correct - (rest_sum - rest_sum_correct) / (asked - correct))
            / sqrt(spread) * sqrt(correct::float8 * (asked - correct)) / asked end as discrimination
      from (select *, rest_square_sum / asked - (rest_sum / asked) * (rest_sum / asked) as spread
        from contest_question_tally where contest_no = ${no} and asked > 0) q order by question_no`,
  )
