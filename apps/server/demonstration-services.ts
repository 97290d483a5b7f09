import {
  type NeedRecordDraft,
  recordNeed,
  recordService,
  type ServiceRecordDraft,
} from '@jianbao/ledger/server'
import { rootUnitId } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import { type Clock, localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

type Placed<T> = Omit<T, 'unitId'> & { readonly unit: string }

/** What units of the federation do for people, and what people ask; all of it is invented, days count from today. */
const servicesOn = (day: (from: number) => string): readonly Placed<ServiceRecordDraft>[] => [
  {
    unit: '洛阳市科协',
    title: '社区“科普夜校”进二十个小区',
    measure: '借社区活动室开课，课表由居民选。',
    words:
      '晚上七点到八点半，在二十个小区的活动室开课，教手机使用、急救和家庭用电安全，居民自愿参加，不收费。',
    state: 'closed',
    startDay: day(-80),
    dueDay: day(-10),
    closedDay: day(-14),
    percent: 100,
    milestones: [
      { name: '排出课表', day: day(-72), done: true },
      { name: '开课十个小区', day: day(-45), done: true },
      { name: '开课二十个小区', day: day(-16), done: true },
    ],
    budget: '38000',
    spent: '36420.50',
    outcome: {
      people: 1260,
      attendances: 4380,
      words: '二十个小区开课八十六堂，老年学员学会了挂号、缴费和防骗；六个小区自己留下了值班的小老师。',
    },
    answers: { good: 31, fair: 9, poor: 2, unknown: 5 },
    said: ['晚上讲，下了班也能来听。', '希望再讲一次用电安全。'],
    need: {
      source: 'form',
      kind: 'digital',
      words: '小区里老人多，想学用手机挂号、缴水电费，最好晚上讲。',
      place: '西苑社区',
      day: day(-90),
    },
  },
  {
    unit: '孟津区科协',
    title: '葡萄种植户冬剪现场教学',
    measure: '请农技专家到三个村的园子里手把手教。',
    words: '请农技专家到三个村的葡萄园，现场教冬剪和病虫害防治，教会为止。',
    state: 'doing',
    startDay: day(-30),
    dueDay: day(25),
    percent: 60,
    milestones: [
      { name: '三个村报名', day: day(-20), done: true },
      { name: '前两个村教完', day: day(-3), done: true },
      { name: '第三个村教完', day: day(15), done: false },
    ],
    budget: '9000',
    spent: '5200',
    need: {
      source: 'visit',
      kind: 'farming',
      words: '葡萄树该冬剪了，几户剪法不一样，盼着有人到园子里讲讲。',
      place: '会盟镇',
      day: day(-36),
    },
  },
  {
    unit: '郑州市科协',
    title: '流动科技馆进十五所山区小学',
    measure: '排出路线，一校停两天。',
    words: '带三十件能动手的展品，到十五所山区小学各停两天，每个孩子都能上手做一次实验。',
    state: 'doing',
    startDay: day(-50),
    dueDay: day(40),
    percent: 45,
    milestones: [
      { name: '排出路线', day: day(-40), done: true },
      { name: '走完八所', day: day(-5), done: false },
    ],
    budget: '62000',
    spent: '21800',
  },
  {
    unit: '开封市科协',
    title: '给三个镇的卫生室做急救培训',
    measure: '请医院科协的医生上门教。',
    words: '请医院的医生到三个镇的卫生室，教村医和村民心肺复苏、海姆立克急救法。',
    state: 'closed',
    startDay: day(-70),
    dueDay: day(-20),
    closedDay: day(-22),
    percent: 100,
    milestones: [],
    budget: '12000',
    spent: '11980',
    outcome: { people: 240, attendances: null, words: '三个镇的四十名村医和二百名村民学会了心肺复苏。' },
    answers: { good: 0, fair: 1, poor: 8, unknown: 1 },
    said: ['人太多，没轮到上手练。'],
  },
  {
    unit: '信阳市科协',
    title: '茶农夏秋茶加工技术热线',
    measure: '两名专家轮流值守。',
    words: '茶季开通技术热线，专家轮流值守，当天答复，答不了的三天内上门。',
    state: 'doing',
    startDay: day(-60),
    dueDay: day(-4),
    percent: 80,
    milestones: [],
    budget: '15000',
    spent: '9000',
  },
  {
    unit: '南阳市科协',
    title: '月季大棚节水灌溉示范',
    measure: '选两个大棚做示范。',
    state: 'dispatched',
    startDay: day(-2),
    dueDay: day(60),
    percent: 0,
    milestones: [],
    budget: '28000',
    spent: null,
  },
]

const needsOn = (day: (from: number) => string): readonly Placed<NeedRecordDraft>[] => [
  {
    unit: '孟津区科协',
    source: 'form',
    kind: 'children',
    words: '村小的孩子没见过天文望远镜，能不能夏天晚上来一次，带孩子们看看月亮。',
    place: '白鹤镇',
    day: day(-3),
  },
  {
    unit: '洛阳市科协',
    source: 'form',
    kind: 'health',
    words: '社区老人想听听怎样看懂体检报告，血压、血糖多少算正常。',
    place: '',
    day: day(-2),
  },
  {
    unit: '洛阳市科协',
    source: 'opinion',
    kind: 'facility',
    words: '广场上的科普画廊灯坏了两个月，晚上看不清。',
    place: '牡丹广场',
    day: day(-6),
  },
  {
    unit: '郑州市科协',
    source: 'form',
    kind: 'other',
    words: '希望给小区加装电梯。',
    place: '',
    day: day(-12),
    reason: '加装电梯不属于科协的工作，请联系所在街道办事处；需要用电、用梯安全知识的，我们可以来讲。',
  },
]

/** Needs, services with outcomes and answers, once. Returns how many services were written. */
export async function ensureDemonstrationServices({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Promise<number> {
  const done = await rowsOf(
    db,
    sql`select 1 from audit_entry where action = 'demonstration.services' limit 1`,
  )
  const [ledger] = await rowsOf<{ id: string; keeperId: string }>(
    db,
    sql`select id, unit_id as "keeperId" from ledger where kind = 'service' and unit_id = ${rootUnitId} order by created_at limit 1`,
  )
  if (done.length || !ledger) return 0
  const today = localDay(clock.now())
  const day = (from: number): string => nextDay(today, from)
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.services',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    const units = await rowsOf<{ id: string; name: string }>(
      tx,
      sql`select id, name from unit where state = 'active'`,
    )
    const idOf = (name: string): string | undefined => units.find(unit => unit.name === name)?.id
    const by = { id: 'demonstration', name: '演示' }
    const hand = { ledgerId: ledger.id, keeperId: ledger.keeperId, by }
    let recorded = 0
    for (const { unit, ...draft } of servicesOn(day)) {
      const unitId = idOf(unit)
      if (unitId === undefined) continue
      await recordService(tx, hand, { ...draft, unitId })
      recorded++
    }
    for (const { unit, ...draft } of needsOn(day)) {
      const unitId = idOf(unit)
      if (unitId !== undefined) await recordNeed(tx, by, { ...draft, unitId })
    }
    entry.after = { services: recorded }
    return recorded
  })
}
