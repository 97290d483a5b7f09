/** What the units of the demonstration do, by type of activity: all of it invented. */
export type Activity = {
  /** `{unit}` stands for the unit. */
  readonly title: string
  /** Sentences; `{day}`, `{unit}`, `{n}`, `{m}` are filled in. */
  readonly body: string
  readonly place: string
  /** What `{n}` and `{m}` count. */
  readonly counts: readonly { readonly measure: string; readonly unit: string; readonly of: string }[]
}

const people = (of: string) => ({ measure: 'people', unit: '人', of })
const attendances = (of: string) => ({ measure: 'attendances', unit: '人次', of })
const copies = (of: string) => ({ measure: 'copies', unit: '份', of })

export const activities: Readonly<Record<string, readonly Activity[]>> = {
  study: [
    {
      title: '{unit}开展专题学习研讨',
      body: '{day}，{unit}在机关会议室开展专题学习研讨，{n}名党员干部围绕学习内容逐一发言。\n大家结合本职工作谈体会、找差距，当场议定改进事项，由办公室逐项督促落实。',
      place: '机关会议室',
      counts: [people('党员干部')],
    },
    {
      title: '{unit}举办专题读书班',
      body: '{day}，{unit}专题读书班开班，{n}名党员参加。\n读书班采取集中导读、分组交流的方式，每天留出一小时自学，结业时每人交一份读书笔记。',
      place: '党员活动室',
      counts: [people('党员')],
    },
  ],
  lesson: [
    {
      title: '{unit}主要负责人讲专题党课',
      body: '{day}，{unit}主要负责人为全体党员讲专题党课，{n}人现场听讲，另有{m}人次在线收看。\n党课从身边科技工作者的攻关故事讲起，讲完后安排了二十分钟提问。',
      place: '报告厅',
      counts: [people('听众'), attendances('在线收看')],
    },
    {
      title: '{unit}宣讲小分队走进村组',
      body: '{day}，{unit}组织宣讲小分队到青杨岭村开展专题宣讲，{n}名群众参加，发放宣讲提纲{m}份。\n宣讲员用方言讲变化、算细账，会后留下来回答种植技术问题。',
      place: '青杨岭村文化广场',
      counts: [people('群众'), copies('宣讲提纲')],
    },
  ],
  meeting: [
    {
      title: '{unit}召开学习教育动员部署会',
      body: '{day}，{unit}召开学习教育动员部署会，{n}人参加会议。\n会议通报了实施安排和任务分工，明确分管领导和联络员，要求各科室一周内报送具体措施。',
      place: '三楼会议室',
      counts: [people('参会人员')],
    },
  ],
  'party-day': [
    {
      title: '{unit}开展主题党日活动',
      body: '{day}，{unit}开展主题党日活动，{n}名党员重温入党誓词、交流学习心得。\n活动后党员到结对社区清理宣传栏，并认领了三项服务事项。',
      place: '结对社区',
      counts: [people('党员')],
    },
  ],
  service: [
    {
      title: '{unit}为果农解决春管难题',
      body: '{day}，{unit}组织农技专家到柳湾村果园现场指导修剪和防冻，{n}户果农参加，发放技术手册{m}份。\n专家把联系方式留在村务公开栏，约定关键农时再来一次。',
      place: '柳湾村果园',
      counts: [{ measure: 'people', unit: '户', of: '果农' }, copies('技术手册')],
    },
    {
      title: '{unit}开展健康义诊服务',
      body: '{day}，{unit}联合志愿服务队到石桥社区开展义诊，服务群众{n}人，接受用药咨询{m}人次。\n对行动不便的老人，志愿者上门量血压并建立了随访记录。',
      place: '石桥社区',
      counts: [people('群众'), attendances('用药咨询')],
    },
  ],
  donation: [
    {
      title: '{unit}向乡村学校捐赠科普图书',
      body: '{day}，{unit}向清泉小学捐赠科普图书{n}册，并为{m}名学生上了一堂科学实验课。',
      place: '清泉小学',
      counts: [{ measure: 'copies', unit: '册', of: '科普图书' }, people('学生')],
    },
  ],
  outreach: [
    {
      title: '{unit}科普大篷车进校园',
      body: '{day}，{unit}组织科普大篷车走进枣林中学，{n}名师生参观互动展品，发放科普资料{m}份。\n同学们在模拟地震平台前排起长队，讲解员逐人讲清避险动作。',
      place: '枣林中学',
      counts: [people('师生'), copies('科普资料')],
    },
  ],
  contest: [
    {
      title: '{unit}发动科技工作者参加知识竞赛',
      body: '{day}，{unit}部署知识竞赛参赛工作，当天{n}人完成答题，累计答题{m}人次。\n各基层组织设立辅导点，为不熟悉手机操作的老同志提供帮助。',
      place: '线上',
      counts: [people('参赛者'), attendances('答题')],
    },
  ],
  culture: [
    {
      title: '{unit}报送展播作品《山那边的灯》',
      body: '{day}，{unit}创作的歌曲短片《山那边的灯》在本地新闻客户端上线，首周浏览{n}次。\n作品由{m}名会员自编自演，讲述气象站三代观测员的故事。',
      place: '线上',
      counts: [{ measure: 'views', unit: '次', of: '浏览' }, people('会员')],
    },
  ],
  media: [
    {
      title: '{unit}学习教育做法获本地媒体报道',
      body: '{day}，本地广播电台专题介绍{unit}把课堂搬到田间的做法，节目在新媒体平台收听{n}次。',
      place: '线上',
      counts: [{ measure: 'views', unit: '次', of: '收听' }],
    },
  ],
  visit: [
    {
      title: '{unit}组织到科学家故居现场教学',
      body: '{day}，{unit}组织{n}名党员到科学家故居开展现场教学，在旧仪器前听讲解、谈感受。',
      place: '科学家故居',
      counts: [people('党员')],
    },
  ],
  training: [
    {
      title: '{unit}举办基层骨干培训班',
      body: '{day}，{unit}举办基层骨干培训班，{n}名基层骨干参加，培训设置四门课程和一次现场观摩。',
      place: '培训中心',
      counts: [people('基层骨干')],
    },
  ],
  research: [
    {
      title: '{unit}走访基层摸清群众需求',
      body: '{day}，{unit}走访{n}户群众和企业，梳理出技术指导、看病咨询等需求，列入办实事清单并向社会公开。',
      place: '各乡镇（街道）',
      counts: [{ measure: 'people', unit: '户', of: '走访对象' }],
    },
  ],
  other: [
    {
      title: '{unit}报送学习教育阶段小结',
      body: '{day}，{unit}报送阶段小结，汇总各项任务完成情况，开展活动共计{n}人次参加。\n小结提出下一步把经常性做法写进制度。',
      place: '本单位',
      counts: [attendances('参加活动')],
    },
  ],
}

/** Why desks give reports back. */
export const reasonsToReturn = [
  '请补充参加人数和现场图片',
  '标题过长，请改为一句话',
  '活动时间没有写清楚，请核实后再报',
] as const
