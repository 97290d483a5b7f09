import { randomUUID } from 'node:crypto'
import { recordTour, type TourRecord } from '@jianbao/inspection/server'
import { wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

type Questions = TourRecord['tour']['checklist']
const question = (part: Partial<Questions[number]> & { text: string }): Questions[number] => ({
  ...{ id: randomUUID(), kind: 'yes-no', options: [], measure: '', noIsFinding: false },
  ...part,
})

const checklist = (): Questions => [
  question({ text: '有专人负责科普工作', noIsFinding: true }),
  question({ text: '工作台账按月更新', noIsFinding: true }),
  question({ kind: 'choice', text: '科普场所开放情况', options: ['每周开放', '有活动才开', '没有开放'] }),
  question({ kind: 'figure', text: '今年开展科普活动', measure: '场' }),
  question({ kind: 'words', text: '现场查看情况' }),
]

type Places = {
  readonly luoyang: string
  readonly kaifeng: string
  readonly nanyang: string
  readonly xinyang: string
}

/** An ended tour with findings, and one under way; days are counted from today. */
function tours(today: string, personId: string, campaignId: string | null, at: Places): TourRecord[] {
  const team = [{ personId, leader: true }]
  const day = (count: number) => nextDay(today, count)
  const common = { campaignId, team, announced: true } as const
  return [
    {
      tour: {
        ...{ ...common, id: randomUUID(), checklist: checklist() },
        name: '基层科普阵地巡回指导',
        purpose: '看科普场所怎么开、台账怎么记，听基层干部和群众怎么说。',
        ...{ fromDay: day(-32), toDay: day(-29) },
      },
      done: true,
      stops: [
        {
          ...{ unitId: at.luoyang, day: day(-32), done: true },
          answers: {
            0: 'yes',
            1: 'no',
            2: '每周开放',
            3: 46,
            4: '夜校课表上墙，签到册齐全，三月以后的台账没有补记。',
          },
          findings: [
            {
              question: 1,
              ...{ problem: '三月以后的工作台账没有按月更新', basis: '年度科普工作要点：台账每月五日前更新' },
              ...{ seriousness: 'major', measure: '补齐台账，指定一人每月五日前更新', dueDay: day(20) },
              confirmed: true,
            },
          ],
          talks: [
            {
              ...{ topic: '科普夜校讲什么', kind: 'public', people: 8 },
              notes: '想多听防诈骗和老年健康；上课时间希望错开接孩子的时候。',
            },
          ],
        },
        {
          ...{ unitId: at.kaifeng, day: day(-31), done: true },
          answers: { 0: 'yes', 1: 'yes', 2: '有活动才开', 3: 31, 4: '展厅平时锁着，有参观才开。' },
          findings: [
            {
              ...{ problem: '科普展厅平时不对群众开放', basis: '科普场所开放办法：每周开放不少于四天' },
              ...{ seriousness: 'minor', measure: '排出值班表，公示开放时间', dueDay: day(12) },
            },
          ],
          talks: [
            {
              ...{ topic: '展厅为什么开不起来', kind: 'cadre', people: 3 },
              notes: '缺讲解人手，打算请退休教师和高校志愿者轮值。',
            },
          ],
        },
      ],
    },
    {
      tour: {
        ...{ ...common, id: randomUUID(), checklist: checklist() },
        name: '科普服务进乡村巡回指导',
        purpose: '看科技志愿服务到没到村，群众得没得实惠。',
        ...{ fromDay: day(-1), toDay: day(3) },
      },
      done: false,
      stops: [
        {
          ...{ unitId: at.nanyang, day: day(-1) },
          answers: { 0: 'yes', 1: 'yes', 3: 58 },
          talks: [
            {
              ...{ topic: '农技服务是否及时', kind: 'public', people: 5 },
              notes: '病虫害多发的时候专家来得快，希望把防治要点印成大字单子。',
            },
          ],
        },
        { unitId: at.xinyang, day: day(1) },
        { unitId: at.luoyang, day: day(2) },
      ],
    },
  ]
}

const codes = { luoyang: '410300', kaifeng: '410200', nanyang: '411300', xinyang: '411500' } as const

/** Two tours of an invented team, once. Returns how many were written. */
export async function ensureDemonstrationInspection({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Promise<number> {
  const done = await rowsOf(
    db,
    sql`select 1 from audit_entry where action = 'demonstration.inspection' limit 1`,
  )
  const [person] = await rowsOf<{ id: string; name: string }>(
    db,
    sql`select id, name from person where username = 'dudao'`,
  )
  const units = await rowsOf<{ id: string; code: string }>(db, sql`select id, code from unit`)
  const at = Object.fromEntries(
    Object.entries(codes).map(([place, code]) => [place, units.find(unit => unit.code === code)?.id]),
  )
  if (done.length || !person || Object.values(at).includes(undefined)) return 0
  const [campaign] = await rowsOf<{ id: string }>(
    db,
    sql`select id from campaign where state = 'open' order by created_at limit 1`,
  )
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.inspection',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    const now = clock.now()
    const records = tours(localDay(now), person.id, campaign?.id ?? null, at as Places)
    for (const record of records) await recordTour(tx, { scope: wholeScope, person, now }, record)
    entry.after = { tours: records.length }
    return records.length
  })
}
