/** 数据快照: the three measures as they stand, with the sentence an editor may write, kept under an address of its own. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { homeOf, type Person, type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ContestFigure, ContestFigures } from '../../contract/index.ts'
import { unitFigures } from '../tally/figures.ts'
import { type CountedContest, getCountedContest, instant } from './counted-contest.ts'
import { figureSentence } from './figure-sentence.ts'
import { sumUnits } from './sum-units.ts'

type Taker = { readonly person: Person; readonly now: Date }

/** Answers its id. Throws `not-found`. */
export async function takeFigure(
  tx: Database,
  scope: Scope,
  contestId: string,
  { person, now }: Taker,
  entry: EntryDraft,
): Promise<string> {
  const contest = await getCountedContest(tx, scope, contestId)
  const { head, unitNos } = contest
  const unitId = head.whole ? contest.unitId : homeOf(scope)!.unitId
  const value = sumUnits(await unitFigures(tx, contest.no), unitNos ?? undefined)
  const id = randomUUID()
  const sentence = figureSentence({ head, value, now })
  await tx.execute(sql`insert into contest_figure (id, contest_id, unit_id, scope_path, at, by_id, by_name, people,
      attempts, views, counted_at, sentence)
    values (${id}, ${contestId}, ${unitId}, '', ${now.toISOString()}, ${person.id}, ${person.name}, ${value.people},
      ${value.attempts}, ${value.views}, ${head.countedAt}, ${sentence})`)
  entry.words = head.title
  entry.unitId = unitId
  entry.after = { figure: id, ...value }
  return id
}

type Row = {
  id: string
  contestId: string
  at: string | Date
  byName: string
  people: number
  attempts: number
  views: number
  countedAt: string | Date | null
  sentence: string
  path: string
}

/** Throws `not-found`. */
export async function getFigure(tx: Database, scope: Scope, id: string): Promise<ContestFigure> {
  const [row] = await selectFigures(tx, scope, sql`f.id = ${id}`)
  if (!row) throw new Problem('not-found')
  return viewFigure(tx, row, await getCountedContest(tx, scope, row.contestId))
}

const mostListed = 50

/** Those that were taken of a contest, the latest first. Throws `not-found`. */
export async function listFigures(tx: Database, scope: Scope, contestId: string): Promise<ContestFigures> {
  const contest = await getCountedContest(tx, scope, contestId)
  const rows = await selectFigures(tx, scope, sql`f.contest_id = ${contestId}`)
  const units = await unitFigures(tx, contest.no)
  return { rows: await Promise.all(rows.map(row => viewFigure(tx, row, contest, units))) }
}

const selectFigures = (tx: Database, scope: Scope, where: SQL): Promise<Row[]> =>
  rowsOf<Row>(
    tx,
    sql`select f.id, f.contest_id as "contestId", f.at, f.by_name as "byName", f.people::float8 as people,
        f.attempts::float8 as attempts, f.views::float8 as views, f.counted_at as "countedAt", f.sentence,
        f.scope_path as path
      from contest_figure f where ${where} and ${within(scope, sql`f.scope_path`)}
      order by f.at desc, f.id limit ${mostListed}`,
  )

async function viewFigure(
  tx: Database,
  row: Row,
  { id, no, path, head }: CountedContest,
  units?: Awaited<ReturnType<typeof unitFigures>>,
): Promise<ContestFigure> {
  const whole = row.path === path
  const { people, attempts, views } = row
  return {
    id: row.id,
    contest: { id, slug: head.slug, title: head.title },
    at: instant(row.at),
    byName: row.byName,
    value: { people, attempts, views },
    countedAt: row.countedAt && instant(row.countedAt),
    sentence: row.sentence,
    now: sumUnits(
      units ?? (await unitFigures(tx, no)),
      whole ? undefined : await unitsBelow(tx, id, row.path),
    ),
    whole,
  }
}

async function unitsBelow(tx: Database, contestId: string, path: string): Promise<number[]> {
  const rows = await rowsOf<{ no: number }>(
    tx,
    sql`select no from contest_unit where contest_id = ${contestId} and starts_with(path, ${path})`,
  )
  return rows.map(({ no }) => no)
}
