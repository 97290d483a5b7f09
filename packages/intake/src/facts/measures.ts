import type { FigureMention } from '../contract.ts'

export type Measure = FigureMention['measure']

// What a measure word counts when the noun beside it does not say otherwise (gold/RULES.md 8.5).
const byWord: Readonly<Record<string, Measure>> = {
  人次: 'persontimes',
  ...each('人 名 位 户 户次 人份', 'people'),
  ...each('场 场次 堂 节 次 期 讲 轮 课时场', 'sessions'),
  ...each('份 册 本 张 页 册（份） 份（册） 本（册） 册（本） 份（本）', 'copies'),
  ...each(
    '箱 瓶 包 袋 盒 桶 台 套 块 只 顶 双 床 把 副 吨 毫升 升 公里 盏 杯 公斤 千克 斤 辆 株 棵 亩 平方米 件 面 枚 提 罐 支（瓶） 箱（件） 桶（箱） 台（套） 件（套） 万只',
    'goods',
  ),
  ...each('部 篇 项 条 首 幅 例 道 种 门 款 则 集 组（件） 起', 'items'),
  ...each('家 所', 'orgs'),
  ...each('支 队 组', 'teams'),
  ...each('处 座', 'places'),
  ...each('元 美元 欧元 港元 港币 人民币', 'money'),
  ...each('秒 分钟 小时 课时 学时', 'duration'),
  个: 'items',
}

function each(words: string, measure: Measure): Record<string, Measure> {
  return Object.fromEntries(words.split(' ').map(word => [word, measure]))
}

/** Measure words, longest first, ready to stand in a pattern. */
export const measureWords: string = Object.keys(byWord)
  .sort((a, b) => b.length - a.length)
  .join('|')

// The noun decides for words that count many things (个, 件, 组, 支, 场, 次, 部, 张, 套).
const byNoun: readonly (readonly [RegExp, Measure])[] = [
  [
    /^(?:[^，。、；]{0,8}?)(?:村庄|村(?!民|干|医|支)|行政村|社区|小区|乡镇|乡（|镇（|街道|县|市(?!民|场|级)|区(?!域)|点位|站点|网点|考点|赛点|展点|点$|基地|场馆|展馆|展厅|站(?!长)|场所|广场|公园|网格|家园)/u,
    'places',
  ],
  [
    /^(?:[^，。、；]{0,8}?)(?:平台|账号|账户|频道|公众号|媒体号|微信群|工作群|直播间|栏目|专栏|端口|渠道)/u,
    'channels',
  ],
  [
    /^(?:[^，。、；]{0,8}?)(?:代表队|参赛队|战队|队伍|团队|小分队|服务队|突击队|志愿队|专家组|小组|服务团|宣讲团|工作组|队(?![员长列]))/u,
    'teams',
  ],
  [
    /^(?:[^，。、；]{0,8}?)(?:单位|企业|公司|学会|协会|部门|学校|中学|小学|高校|院校|医院|机构|组织|支部|党委|工会|班子|集体|商户|合作社|科室|处室|科协|银行|班级|家庭)/u,
    'orgs',
  ],
  [
    /^(?:[^，。、；]{0,6}?)(?:观众|群众|师生|学生|党员|干部|职工|教师|老师|代表|专家|同志|市民|居民|村民|青少年|选手|志愿者|人员|人才|工作者|孩子|老人|儿童|学员|名额)/u,
    'people',
  ],
  [/^(?:[^，。、；]{0,8}?)(?:讲座|报告会|活动|培训班|党课|宣讲|演出|比赛|座谈会|沙龙|论坛)/u, 'sessions'],
  [
    /^(?:[^，。、；]{0,8}?)(?:展板|版面|口罩|展品|雨衣|帐篷|书包|食品|设备|仪器|物资|环保袋|布袋|宣传品)/u,
    'goods',
  ],
]
const ambiguous = /^(?:个|件|组|支|批|块|条|部|家|处)$/u
const seen = /浏览|播放|点击|观看|阅读|访问|转发|点赞|围观|收看|收听|曝光|播出|流量/u

/** What is counted, from the measure word, the noun after it and the words before the number. */
export function measureOf(word: string, after: string, before: string): Measure {
  if (word === '人次' || word === '次' || word === '') {
    const clause = before.slice(-14)
    if (seen.test(clause)) return 'views'
    if (word === '人次' || clause.includes('人次')) return 'persontimes'
    if (word === '') return clause.includes('人') ? 'people' : 'items'
  }
  if (ambiguous.test(word)) {
    const noun = after === '' ? (/[^，。；：、]{0,10}$/u.exec(before)?.[0] ?? '') : after
    for (const [pattern, measure] of byNoun) if (pattern.test(noun)) return measure
  }
  return byWord[word] ?? 'items'
}
