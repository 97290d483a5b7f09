/** Contests that are open, and people who play them, straight in the database. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { testUnits } from '@jianbao/testkit'
import type { ContestRules, ContestState, QuestionDraft } from '../../contract/index.ts'
import { freezeContest } from './freeze-contest.ts'
import type { LiveContest } from './live-contest.ts'
import { type PlayerFacts, progressOf } from './progress.ts'

const day = 86_400_000

/** Ten questions of single choice, ten points each, any number of attempts, open since yesterday. */
export const ordinaryContest = (now = Date.now()): ContestRules => ({
  opensAt: new Date(now - day).toISOString(),
  closesAt: new Date(now + 20 * day).toISOString(),
  hours: null,
  groups: [],
  sessions: [],
  draw: [{ count: 10, type: 'single', category: null, difficulty: null, points: 10 }],
  partly: 'none',
  time: { per: 'paper', seconds: 600 },
  graceSeconds: 30,
  attempts: { perDay: null, inAll: null },
  practice: true,
  answersShown: 'at-once',
  scoring: 'best',
  ties: ['time', 'earlier'],
  share: null,
  identity: { kind: 'nickname', provider: null },
  units: 'required',
  teamSize: null,
  ranking: { people: 100, units: 'people', shown: true },
  lottery: null,
  certificates: [],
  privacy: { notice: '只收集昵称和单位，用于统计参赛人数。', minimumAge: 0, keepDays: 90 },
  withdrawn: 'award',
})

/** So many questions of one type, all different; the first option is right, of 多选 the first two. */
export const someQuestions = (count: number, type: QuestionDraft['type'] = 'single'): QuestionDraft[] =>
  Array.from({ length: count }, (_, at) => ({
    type,
    stem: `第 ${at + 1} 题：下面哪一项是对的${type === 'fill-in' ? '（　）' : '？'}`,
    options:
      type === 'fill-in'
        ? []
        : type === 'true-false'
          ? ['对', '错']
          : ['甲', '乙', '丙', '丁'].map(one => `${one}${at}`),
    answer: type === 'fill-in' ? [[`答${at}`]] : type === 'multiple' ? [0, 1] : [0],
    category: at % 2 ? '科学' : '历史',
    difficulty: (['easy', 'medium', 'hard'] as const)[at % 3]!,
    explanation: `第 ${at + 1} 题的解析`,
    source: '',
  }))

export type OpenContest = { readonly id: string; readonly no: number; readonly slug: string }

/** Writes a contest with its bank past the routes, frozen and open. */
export async function openContestOf(
  db: Database,
  sealer: Sealer,
  {
    rules = {},
    questions = someQuestions(30),
    unitId = testUnits.root,
    state = 'open',
    title = '科学素质知识竞赛',
  }: {
    rules?: Partial<ContestRules>
    questions?: readonly QuestionDraft[]
    unitId?: string
    state?: ContestState
    title?: string
  } = {},
): Promise<OpenContest> {
  const [id, bankId] = [randomUUID(), randomUUID()]
  const slug = `c${id.slice(0, 8)}`
  const whole = { ...ordinaryContest(), ...rules }
  return db.transaction(async tx => {
    await tx.execute(sql`insert into contest_bank (id, unit_id, scope_path, name, created_by, created_name, created_at,
        updated_at)
      values (${bankId}, ${unitId}, '', ${`题库 ${bankId}`}, 'someone', '某人', now(), now())`)
    await tx.execute(sql`insert into contest_bank_question (id, bank_id, type, stem, options, answer, category, difficulty,
        explanation, source, picture_id, state, fingerprint, written_by, written_name, created_at, updated_at)
      select gen_random_uuid(), ${bankId}, type, stem, options, answer, category, difficulty, explanation, source,
        "pictureId", 'approved', md5(stem), 'someone', '某人', now(), now()
      from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) as its (type text, stem text, options jsonb,
        answer jsonb, category text, difficulty text, explanation text, source text,
        "pictureId" text)`)
    const [made] = await rowsOf<{ no: number }>(
      tx,
      sql`insert into contest (id, unit_id, scope_path, slug, title, rules, created_by, created_name, created_at,
          updated_at)
        values (${id}, ${unitId}, '', ${slug}, ${title}, ${JSON.stringify(whole)}::jsonb, 'someone', '某人', now(),
          now()) returning no`,
    )
    await tx.execute(sql`insert into contest_source (contest_id, bank_id) values (${id}, ${bankId})`)
    await freezeContest(tx, id, sealer)
    await tx.execute(sql`update contest set state = ${state}, opened_at = now() where id = ${id}`)
    return { id, no: made!.no, slug }
  })
}

/** Writes players past joining; answers their numbers. */
export async function addPlayers(
  db: Database,
  contest: Pick<OpenContest, 'no'>,
  count: number,
  unitNo: (at: number) => number = () => 1,
): Promise<number[]> {
  const units = Array.from({ length: count }, (_, at) => unitNo(at))
  const rows = await rowsOf<{ no: number }>(
    db,
    sql`insert into contest_player (contest_no, identity, nickname, unit_no, code, consented_at, created_at)
      select ${contest.no}, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), '选手' || at, unit_no,
        upper(substr(md5(gen_random_uuid()::text), 1, 12)), now(), now()
      from unnest(${`{${units.join(',')}}`}::int[]) with ordinality as its (unit_no, at) returning no`,
  )
  return rows.map(({ no }) => no)
}

/** A ticket for a player who has nothing behind them. */
export const ticketOf = (contest: LiveContest, player: Partial<PlayerFacts> & { playerNo: number }): string =>
  progressOf(contest, { unitNo: 1, groupNo: 0, n: 0, day: 0, nth: 0, ...player }, Date.now()).ticket
