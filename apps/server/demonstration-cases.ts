import { type CaseRecordDraft, recordCases } from '@jianbao/casebook/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

type Case = Pick<CaseRecordDraft, 'headline' | 'title' | 'why' | 'how' | 'tags' | 'state'>

/** What an editor would write about articles of the invented archive; every figure stands in its article. */
const cases: readonly Case[] = [
  {
    headline: '一盏灯 一堂课 一座城——洛阳市“科普夜校”办实事纪实',
    title: '借社区现有场地办“科普夜校”，课表由群众来排',
    why: '群众晚上有空，专家晚上能来，社区晚上有房，三样都是现成的。\n先发问卷再请老师，讲的是群众想听的；“难事簿”逐条登记、逐条回访，课堂连着办实事。',
    how: '第一步，用十天左右走访和发问卷，把群众最想听的内容排成课表。\n第二步，请学会认领课程，写进学会年度目标；高校科协出志愿者当助教。\n第三步，每个教学点放一本“难事簿”，办不了的由联席会议转办并约定答复时间。\n第四步，一课一评，连续两次低于 80 分的课退回重备。\n注意：一律借用现有场所，不新建、不装修。',
    tags: ['科普夜校', '办实事', '社区科普'],
    state: 'public',
  },
  {
    headline: '沈丘县科协：“科技110”让农户少跑腿',
    title: '一部热线把农技专家接到地头',
    why: '农户居住分散，地里出了问题找不到人；农技协会手里有专家和示范户，缺的是一个找得到的入口。\n七日内必回访，热线才不会热一阵子。',
    how: '依托农村专业技术协会建专家和示范户两张名单，排好值班。\n来电先由值班员答，答不了的当天派专家上门。\n每通来电建回访档案，七日之内必回访。\n来电集中的共性问题，开现场会一次讲清，并剪成短视频。',
    tags: ['农技服务', '办实事', '科技热线'],
    state: 'public',
  },
  {
    headline: '辉县市科协：一条山路上的“科普邮差”',
    title: '请乡村邮递员当“科普邮差”',
    why: '山区自然村只住着几户老人，专门送科普成本太高；邮递员本来就要进村，多带一份资料、多带回一句需求，不添人手。',
    how: '与邮政分公司签协议，明确带什么、多久带一次、回执怎么交。\n给邮递员做一次短培训，配一个固定的资料袋。\n带回的需求按村汇总，科协按月回应。',
    tags: ['山区科普', '流动科普', '部门联动'],
    state: 'public',
  },
  {
    headline: '东明镇科协建起“院坝科普角”',
    title: '闲置院坝改成“院坝科普角”',
    why: '村里有闲置院坝，群众抬脚就到；晚上开“夜话”，讲完农技接着听意见，镇里逐条答复，来的人越来越多。',
    how: '选人来人往的院坝，配书架、长凳和防雨宣传栏。\n每月定一晚“院坝夜话”，先讲一个当季的农技问题，再听意见。\n意见当场记下，镇里逐条答复并在下一次夜话上说明。',
    tags: ['乡村科普', '院坝夜话'],
    state: 'approved',
  },
  {
    headline: '偃师市科协：把党课开到葡萄架下',
    title: '“田头微党课”：前半段讲故事，后半段答问题',
    why: '农技人员和种植户难得集中，课就跟着农时走；不念长稿、不放幻灯，讲完能当场解决生产问题。',
    how: '',
    tags: ['党课', '农技服务'],
    state: 'draft',
  },
]

/** A few cases made of articles of the invented archive, once. Returns how many were written. */
export async function ensureDemonstrationCases({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Promise<number> {
  const done = await rowsOf(db, sql`select 1 from audit_entry where action = 'demonstration.cases' limit 1`)
  if (done.length) return 0
  const deed = {
    actor: { kind: 'system', id: 'demonstration' },
    action: 'demonstration.cases',
    object: null,
  } as const
  return act(db, clock, deed, async (tx, entry) => {
    const by = { id: 'demonstration', name: '演示' }
    const drafts = cases.map(each => ({ ...each, unitId: rootUnitId, by, at: clock.now() }))
    const recorded = await recordCases(tx, wholeScope, drafts)
    entry.after = { cases: recorded }
    return recorded
  })
}
