import type { EventFact } from '../contract.ts'

type ActivityType = EventFact['type']

// gold/RULES.md 4.6: the first that fits, top to bottom. Read on the act, then on the whole sentence.
const table: readonly (readonly [ActivityType, RegExp])[] = [
  ['donation', /捐赠|捐款|捐助|捐出|捐献|募捐|赠送/u],
  ['contest', /竞赛|大赛|比赛|答题|复赛|决赛|初赛|擂台|运动会|锦标赛|技能赛/u],
  ['founding', /成立|揭牌|启动|签约|签署|挂牌|组建|建立|开馆|开通仪式/u],
  ['award', /表彰|颁奖|聘任|授牌|颁发|授予|评选/u],
  ['directive', /批示|印发|下发|出台|通知/u],
  ['culture', /红歌|演出|拍摄|合唱|朗诵|文艺|展演|快闪|音乐会|书画展|摄影展/u],
  ['media', /推送|推出|开通|开设|栏目|专栏|上线|发布|播放|展播|直播/u],
  ['visit', /参观|祭扫|瞻仰|拜谒|缅怀|现场教学|重走|红色教育基地|纪念馆|纪念园|革命旧址|烈士/u],
  ['study', /学习|研讨|读书班|党课|观看|收看|报告会|宣讲|主题党日|读书分享|组织生活会|分享会|专题辅导|理论/u],
  ['meeting', /会议|座谈|动员|大会|推进会|交流会|部署会|联席会|全会|例会|约谈|召开/u],
  ['training', /培训|现场会|实训|技能|讲习|演练|观摩/u],
  ['outreach', /科普|进校园|进社区|展览|讲座|宣传|发放|巡展|大篷车|科技活动周|开放日|体验/u],
  ['service', /志愿|慰问|义诊|防疫|疫情防控|植树|走访|服务|救助|帮扶|值守|核酸|接种|送温暖|送清凉|关爱/u],
  ['guidance', /指导|检查|考评|督导|督查|验收|考核|评估|评审|巡察/u],
  ['research', /调研|考察/u],
]
const main: readonly (readonly [ActivityType, RegExp])[] = [
  ['guidance', /^(?:实地)?(?:指导|检查|考评|督导|督查|验收|考核)/u],
  ['research', /^(?:专题|实地)?(?:调研|考察)/u],
  ['visit', /^(?:参观|祭扫|瞻仰|拜谒)/u],
  ['service', /^(?:走访)?慰问|^义诊|^植树|志愿服务|疫情防控|植树/u],
]

/** Type of an activity from its act and, failing that, from the whole sentence. */
export function activityType(act: string, sentence: string): ActivityType {
  const plainAct = act.replace(/[“”]/gu, '')
  for (const [type, pattern] of main)
    if (pattern.test(plainAct) && !/捐赠|竞赛|大赛/u.test(plainAct)) return type
  for (const text of [plainAct, sentence])
    for (const [type, pattern] of table) if (pattern.test(text)) return type
  return 'other'
}

/** Ongoing when the words say that it lasts (持续, 昼夜坚守, 累计), else done. */
export function modalityOf(sentence: string): 'done' | 'ongoing' {
  return /持续(?!推进|深化|提升|用力|巩固)|昼夜|正在|坚守|仍在|常态化开展|截至目前|目前已|累计(?=推送|开展|举办|播放)|多次夜间|连日来|坚持(?=每)/u.test(
    sentence,
  )
    ? 'ongoing'
    : 'done'
}
