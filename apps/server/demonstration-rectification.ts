/** What an office finds in a year and has put right: words and lives of the invented rectification ledger. */

export type Matter = { readonly title: string; readonly problem: string; readonly measure: string }

export const matters: readonly Matter[] = [
  {
    title: '补齐三季度学习记录',
    problem: '三季度中心组学习只有签到，没有发言摘要。',
    measure: '对照学习计划逐次补记，今后每次学习后三日内归档。',
  },
  {
    title: '整改办实事清单进度不清',
    problem: '清单所列事项没有写明完成时限，群众无从监督。',
    measure: '逐项补写责任人和时限，在公示栏和网站同步公开。',
  },
  {
    title: '规范科普经费报账附件',
    problem: '抽查的报账凭证中，活动签到表和照片不全。',
    measure: '补齐附件，制定报账清单，一事一档。',
  },
  {
    title: '恢复科普大篷车季度下乡',
    problem: '今年以来下乡场次少于计划，两个乡镇没有到过。',
    measure: '与乡镇约定日期，年底前补足场次并留存影像。',
  },
  {
    title: '清理重复报送的信息',
    problem: '同一活动换标题重复报送，占用采用名额。',
    measure: '报送前先查本单位已报稿件，由信息员登记销重。',
  },
  {
    title: '落实联络员变动报备',
    problem: '联络员已经调整，系统里仍是原来的人。',
    measure: '五个工作日内更新联系人，办理账号交接。',
  },
  {
    title: '改进专题党课到课率',
    problem: '专题党课实到人数不足应到人数的八成。',
    measure: '安排补课，未到人员写明原因，党课资料送学上门。',
  },
  {
    title: '完善科普场馆开放公示',
    problem: '场馆门口没有开放时间和预约方式。',
    measure: '制作公示牌，开通电话预约，节假日照常开放。',
  },
  {
    title: '解决基层科普人员兼职过多',
    problem: '科普专干同时承担三项以上其他工作，难以专心。',
    measure: '与编制部门协商明确职责，至少保证一名专人。',
  },
  {
    title: '补办志愿者服务时长登记',
    problem: '志愿服务有活动无时长记录，志愿者不能享受激励。',
    measure: '按活动档案补录时长，今后当日登记。',
  },
  {
    title: '健全意见箱办理回复',
    problem: '意见箱里有六条意见超过一个月没有回复。',
    measure: '逐条联系答复，建立每周开箱、十日答复的办法。',
  },
  {
    title: '纠正典型材料数据不一致',
    problem: '上报材料与台账中的受益人数对不上。',
    measure: '以签到表为准核对更正，数据由两人复核后上报。',
  },
]

export type LifeEnd =
  | 'draft'
  | 'review'
  | 'ready'
  | 'dispatched'
  | 'doing'
  | 'feedback'
  | 'closed'
  | 'settled'
  | 'cancelled'

/** Days are counted from today; what is not named did not happen. */
export type Life = {
  readonly end: LifeEnd
  /** Proposed so many days ago. */
  readonly ago: number
  /** Due so many days from today; negative: it is over. */
  readonly due: number
  readonly percent?: number
  /** A milestone so many days from today that is not reached. */
  readonly milestone?: number
  readonly wish?: 'open' | 'granted' | 'refused'
  /** Given on to counties below. */
  readonly parts?: true
  /** Whoever was to do it works there no more. */
  readonly left?: true
  /** Closed, and taken up again. */
  readonly reopened?: true
  /** A report of its proof fell after it was closed. */
  readonly flagged?: true
  readonly returned?: true
  /** Done behind its deadline. */
  readonly late?: true
}

export const lives: readonly Life[] = [
  { end: 'draft', ago: 2, due: 40 },
  { end: 'draft', ago: 1, due: 55 },
  { end: 'review', ago: 3, due: 35 },
  { end: 'review', ago: 2, due: 28 },
  { end: 'ready', ago: 5, due: 30 },
  { end: 'ready', ago: 4, due: 45 },
  { end: 'dispatched', ago: 6, due: 24 },
  { end: 'dispatched', ago: 9, due: 18 },
  { end: 'dispatched', ago: 20, due: 1 },
  { end: 'dispatched', ago: 30, due: -2 },
  { end: 'doing', ago: 12, due: 40, percent: 10 },
  { end: 'doing', ago: 18, due: 33, percent: 30, parts: true },
  { end: 'doing', ago: 25, due: 26, percent: 45 },
  { end: 'doing', ago: 22, due: 20, percent: 20, wish: 'open' },
  { end: 'doing', ago: 30, due: 2, percent: 70 },
  { end: 'doing', ago: 33, due: 1, percent: 85 },
  { end: 'doing', ago: 28, due: 3, percent: 60, left: true },
  { end: 'doing', ago: 40, due: 25, percent: 35, milestone: -6 },
  { end: 'doing', ago: 45, due: 19, percent: 40, milestone: -10, parts: true },
  { end: 'doing', ago: 38, due: 30, percent: 15, milestone: -3 },
  { end: 'doing', ago: 50, due: -4, percent: 55 },
  { end: 'doing', ago: 60, due: -12, percent: 30, wish: 'refused' },
  { end: 'doing', ago: 52, due: -1, percent: 80 },
  { end: 'doing', ago: 44, due: 15, percent: 50, wish: 'granted' },
  { end: 'doing', ago: 80, due: 12, percent: 40, reopened: true },
  { end: 'feedback', ago: 30, due: 6, percent: 100 },
  { end: 'feedback', ago: 35, due: 10, percent: 100, returned: true },
  { end: 'feedback', ago: 42, due: -3, percent: 100 },
  { end: 'feedback', ago: 26, due: 2, percent: 100 },
  { end: 'closed', ago: 40, due: -5, percent: 100 },
  { end: 'closed', ago: 55, due: -15, percent: 100, returned: true, late: true },
  { end: 'closed', ago: 62, due: -20, percent: 100, wish: 'granted' },
  { end: 'closed', ago: 70, due: -36, percent: 100 },
  { end: 'closed', ago: 48, due: -10, percent: 100, flagged: true },
  { end: 'closed', ago: 36, due: 4, percent: 100 },
  { end: 'settled', ago: 90, due: -50, percent: 100 },
  { end: 'settled', ago: 100, due: -58, percent: 100, late: true },
  { end: 'settled', ago: 110, due: -62, percent: 100 },
  { end: 'cancelled', ago: 20, due: 10 },
  { end: 'cancelled', ago: 33, due: 8, percent: 10 },
]
