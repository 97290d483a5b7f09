import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContestRules } from '@jianbao/contest/contract'
import {
  type ContestRecording,
  contestPresets,
  questionsOfText,
  recordBank,
  recordContest,
  recordQuestions,
} from '@jianbao/contest/server'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { rootFolder } from './config.ts'

const questionsFile = join(rootFolder, 'demo/contest/questions.txt')

type Hand = { readonly id: string; readonly name: string }
type Cast = { readonly root: string; readonly keeper: Hand; readonly editor: Hand }
type Told = Omit<ContestRecording, 'unitId' | 'bankIds' | 'by' | 'openedBy'>

const notice =
  '参赛只登记昵称和所在单位，用于统计参赛情况和公布排名，不收集身份证号、住址等信息。竞赛结束 90 天后，能识别到个人的信息全部删除。'

function rulesOf(key: string, now: Date, change: Partial<ContestRules>): ContestRules {
  const rules = contestPresets.find(preset => preset.key === key)!.rules(now)
  return { ...rules, privacy: { ...rules.privacy, notice }, ...change }
}

/** Three invented contests: one that is played, one whose result is published, one that is being set up. */
function contests(now: Date): Told[] {
  const today = localDay(now)
  const at = (days: number, time: string) => localInstant(nextDay(today, days), time).toISOString()
  const part = (count: number, type: 'true-false' | 'single' | 'multiple', points: number) => ({
    ...{ count, type, points, category: null, difficulty: null },
  })
  const certificate = { key: 'able', name: '科学素质达人', by: 'score', bound: 80 } as const
  return [
    {
      title: '全民科学素质网络知识竞赛',
      slug: 'suzhi',
      about:
        '面向全省公众，围绕科学基础、健康生活、防灾减灾、科学精神等内容出题。\n\n每人每天可以答三次，取最好的一次。成绩在 80 分以上的，可以领取电子证书；每天满 60 分的，参加抽奖。',
      rules: rulesOf('daily-twenty', now, {
        ...{ opensAt: at(-9, '08:00'), closesAt: at(16, '20:00') },
        draw: [part(3, 'true-false', 10), part(5, 'single', 10), part(2, 'multiple', 10)],
        attempts: { perDay: 3, inAll: null },
        answersShown: 'at-once',
        practice: true,
        lottery: { by: 'score', least: 60, drawsADay: 1 },
        certificates: [certificate],
      }),
      ...{ state: 'open', players: 1400 },
    },
    {
      title: '防灾减灾科普知识竞赛',
      slug: 'fangzai',
      about: '五月防灾减灾宣传周专题竞赛，分公众组和青少年组。',
      rules: rulesOf('daily-twenty', now, {
        ...{ opensAt: at(-60, '08:00'), closesAt: at(-51, '20:00') },
        groups: [
          { key: 'public', name: '公众组' },
          { key: 'youth', name: '青少年组' },
        ],
        draw: [part(4, 'true-false', 10), part(6, 'single', 10)],
        attempts: { perDay: 1, inAll: null },
        certificates: [certificate],
      }),
      ...{ state: 'published', players: 600 },
    },
    {
      title: '全国科普日知识挑战赛',
      slug: 'kepuri',
      about: '',
      rules: rulesOf('five-and-share', now, {}),
      ...{ state: 'draft', players: 0 },
    },
  ]
}

/** A bank of invented questions and three contests of it, once. Returns how many contests were written. */
export async function ensureDemonstrationContests(services: {
  db: Database
  clock: Clock
  sealer: Sealer
  secret: string
}): Promise<number> {
  const { db, clock } = services
  const done = await rowsOf(
    db,
    sql`select 1 from audit_entry where action = 'demonstration.contests' limit 1`,
  )
  const cast = done.length ? null : await findCast(db)
  if (!cast) return 0
  const now = clock.now()
  const bankId = await ensureBank(db, cast, now)
  const told = contests(now)
  for (const contest of told) {
    // A start that was broken off may have written it already.
    const known = await rowsOf(db, sql`select 1 from contest where slug = ${contest.slug}`)
    if (known.length) continue
    const { root, keeper, editor } = cast
    await recordContest(services, {
      ...contest,
      ...{ unitId: root, bankIds: [bankId], by: editor, openedBy: keeper },
    })
  }
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.contests',
    object: null,
  } as const
  await act(db, clock, deed, async (_tx, entry) => {
    entry.after = { contests: told.length }
  })
  return told.length
}

async function findCast(db: Database): Promise<Cast | null> {
  const people = await rowsOf<Hand & { username: string; unitId: string }>(
    db,
    sql`select id, name, username, unit_id as "unitId" from person where username in ('gongzuozu', 'demo')`,
  )
  const [root] = await rowsOf<{ id: string }>(db, sql`select id from unit where parent_id is null limit 1`)
  const of = (username: string) => people.find(person => person.username === username)
  const [keeper, editor] = [of('gongzuozu'), of('demo')]
  return keeper && editor && root ? { root: root.id, keeper, editor } : null
}

const bankName = '科学素质演示题库'

/** Most of its questions were looked at by a second pair of eyes; a few wait for it. */
async function ensureBank(db: Database, { root, keeper, editor }: Cast, now: Date): Promise<string> {
  const [known] = await rowsOf<{ id: string }>(
    db,
    sql`select id from contest_bank where unit_id = ${root} and name = ${bankName}`,
  )
  if (known) return known.id
  const questions = questionsOfText(await readFile(questionsFile, 'utf8'))
  const at = new Date(now.getTime() - 90 * 86_400_000)
  return db.transaction(async tx => {
    const id = await recordBank(
      tx,
      { unitId: root, name: bankName, notes: '题目为演示自拟。' },
      { writer: editor, at },
    )
    const waiting = 4
    await recordQuestions(tx, id, questions.slice(0, -waiting), { writer: editor, reviewer: keeper, at })
    await recordQuestions(tx, id, questions.slice(-waiting), { writer: editor, reviewer: null, at: now })
    return id
  })
}
