import type { UnitMention } from '../contract.ts'
import type { UnitReading } from './facts.types.ts'
import { clauseStart } from './sentences.ts'

export type Role = UnitMention['role']
export type RoleReading = {
  readonly unit: UnitReading
  readonly role: Role
  readonly embedded: boolean
  /** Stands where the subject of the sentence stands. */
  readonly subject: boolean
}
/** A body that is only where something took place: 走进新密市中医院. */
type Location = { readonly unit: UnitReading }
export type RolesRead = {
  readonly roles: readonly RoleReading[]
  readonly locations: readonly Location[]
  readonly lists: readonly UnitList[]
}
/** Units one after another, with the count printed after them (A、B等9家单位). */
type UnitList = { readonly units: readonly UnitReading[]; readonly from: number; readonly to: number }

// a sentence without any full stop must not be read anew for each of its units
const reachOfSentence = 300
const joint = /^(?:、|和|与|及|以及|暨|，?同|[、，]?(?:联合|并))?$/u
const listJoint = /^(?:、|和|与|及|以及|暨)$/u
const title =
  /^(?:机关|党组|党委|党总支|党支部|领导班子|班子)?(?:、)?(?:党组|党委|党总支|党支部)?(?:第一|原|副|常务副|专职副|兼职副|驻会副|执行|名誉|总|党务|[一二三四]级)?(?:书记|主席|主任|局长|厅长|校长|院长|会长|理事长|秘书长|馆长|部长|处长|科长|社长|台长|站长|所长|组长|团长|队长|行长|董事长|总经理|经理|总监|园长|教授|副教授|讲师|研究员|调研员|巡视员|博士|硕士|院士|专家(?!委员|服务|组)|主任医师|医师|医生|护士|老师|教师|总督学|督学|园丁|党组成员|党委委员|成员|委员|常委|理事|工程师|农艺师|干事|干部(?!职工)|乡长|镇长|县长|市长|区长|省长|副[\u4e00-\u9fff]{1,3}长|[\u4e00-\u9fff]{0,4}(?:团长|队长|组长|站长|中心主任))/u
const persons =
  /^(?:的?(?:几|数|多|\d+|[一二两三四五六七八九十]+)[余多]?[名位])?的?(?:[老退][\u4e00-\u9fff]{0,2})?(?:机关|组织|及[^，。\d]{0,8}|全体|广大|部分|青年|女|离退休|老|的|工作|科技|医疗|志愿|专业|相关|有关|主要|班子|领导){0,4}(?:党员|干部|职工|志愿者|志愿服务队|工作人员|工作队|医护人员|医务人员|教研员|医生|律师|农艺师|技术人员|技术骨干|技术员|科技工作者|科技人员|专家(?!委员|服务)|专家们|师生|教师|学生|队员|负责人|负责同志|代表队|代表(?!大会)|领导(?!小组)|同志|人员|成员(?!单位)|团队|服务队|突击队|小分队|一行|会员|大篷车|党组成员|班子成员)/u
const lookers =
  /^(?:(?:主要|有关|相关|班子|的)*(?:领导(?!小组)|负责人|负责同志|主要负责|分管|代表(?!队|大会)|秘书长|班子|党组成员|有关|相关))/u
const noun =
  /^(?:系统|部署|要求|精神|批示|文件|决策|安排|号召(?!力)|倡议|通知|统一|工作(?!人员|队|组|者)|领导|党史学习教育(?!领导)|关于|《|“[^”]{1,20}”(?:精神|要求|部署)|的(?!几|数|多|\d|[一二两三四五六七八九十]+[余多]?[名位]|主题|党员|干部|专家|志愿者|领导|组织|医|教师|老师|同志|积极|大力)|成立以来|章程|新馆|建设|[一二三四五六七八九十\d]{1,3}届|所属|下属|所在|机关大|门口|大院|小区|家属院|会议室|报告厅|礼堂|广场|多功能|院内|旧址|原址|站点|社区)/u
const meetingName =
  /^[^，。]{0,40}(?:会|会议|大会|仪式|活动|大赛|竞赛|比赛|培训班|读书班|论坛|讲座|展|复赛|决赛|初赛)[^，。]{0,30}?(?:召开|举行|举办|开幕|启动|开班|开讲|拉开|落幕|结束|闭幕|开赛)/u
const list =
  /^(?:等(?:[一二三四五六七八九十\d]+[家个所])?(?:[^，。、成参共联分加]{0,9}?(?:单位|部门|企业|学会|机构|媒体(?!单位)|院校|高校|学校|组织|团体|科室|处室|科协|医院))?)?/u

/** What each unit of a sentence does in it (gold/RULES.md 5.3, 5.4). `from` and `to` of the units are sentence offsets. */
export function readRoles(sentence: string, units: readonly UnitReading[]): RolesRead {
  const roles: RoleReading[] = []
  const locations: Location[] = []
  const lists: UnitList[] = []
  let end = 0
  let taken = false
  for (const group of groupsOf(sentence, units)) {
    const start = group[0]!.from
    const clause = Math.max(clauseStart(sentence, start), end <= start ? Math.min(end, start) : 0)
    const lead = sentence.slice(clause, start)
    end = group.at(-1)!.to
    if (group.length > 1) lists.push({ units: group, from: start, to: end })
    const trail = sentence.slice(end, end + 80)
    const read = roleOf(sentence, lead, trail, start, taken, end - start)
    if (read === 'location') locations.push(...group.map(unit => ({ unit })))
    else if (read) {
      const named = read.embedded && read.subject ? group.slice(0, 1) : group
      for (const [i, unit] of named.entries()) {
        const role =
          read.subject &&
          i > 0 &&
          read.role === 'host' &&
          sentence.slice(named[i - 1]!.to, unit.from).match(/联合/)
            ? 'co-host'
            : read.role
        roles.push({ unit, role, embedded: read.embedded, subject: read.subject })
      }
      if (read.subject) taken = true
    }
  }
  return { roles, locations, lists }
}

function groupsOf(sentence: string, units: readonly UnitReading[]): UnitReading[][] {
  const groups: UnitReading[][] = []
  for (const unit of units) {
    const last = groups.at(-1)?.at(-1)
    if (
      last &&
      listJoint.test(sentence.slice(last.to, unit.from)) &&
      joint.test(sentence.slice(last.to, unit.from))
    )
      groups.at(-1)!.push(unit)
    else groups.push([unit])
  }
  return groups
}

type Read = { role: Role; embedded: boolean; subject: boolean }
const as = (role: Role, embedded = false, subject = false): Read => ({ role, embedded, subject })

const grounds =
  /^(?:小区|家属院|社区|大院|宿舍|门口|门前|院内|附近|会议室|报告厅|礼堂|大楼|机关大院|大门|旧址|操场|广场|食堂)/u

function roleOf(
  sentence: string,
  lead: string,
  trail: string,
  start: number,
  taken: boolean,
  length: number,
): Read | 'location' | null {
  const after = trail.replace(list, '')
  if (grounds.test(after)) return 'location'
  if (/(?:联合|会同|携手|联手|协同|偕同|联同)(?:了)?$/u.test(lead))
    return noun.test(after) ? null : as('co-host')
  if (/听取(?:了)?$/u.test(lead) && /^[^，。]{0,12}(?:介绍|汇报|发言|交流|述职)/u.test(after))
    return as('participate')
  if (/应$/u.test(lead) && /^(?:的)?(?:邀请|之邀|约请)/u.test(after)) return as('initiate')
  if (/响应(?:了)?$/u.test(lead)) return as('initiate')
  if (/(?:邀请|特邀|聘请|邀请到|邀请了|请来|请到|邀请来自|(?:^|[，还又也并])请)$/u.test(lead))
    return as('participate', true)
  if (
    /(?:得到|获得|在)(?:了)?$/u.test(lead) &&
    /^(?:等[^，。]{0,8})?的?(?:大力|鼎力|全力)?(?:支持|协助|赞助)/u.test(after)
  )
    return as('support')
  if (/(?:接收|收到|接受)(?:了)?$/u.test(lead)) return /捐|赠/u.test(after) ? as('donor') : null
  if (/来自(?:于)?$/u.test(lead))
    return /^的(?:\d+|[一二两三四五六七八九十]+)?[余多]?[名位]?[^，。]{0,10}(?:专家|医生|医师|教授|律师|老师|讲师|医护|博士|志愿者)/u.test(
      after,
    )
      ? as('participate', true)
      : null
  if (/由$/u.test(lead)) return byVerb(after, 'host')
  if (/(?:向|给|为|对|将)$/u.test(lead))
    return !title.test(after) && /捐|赠|送(?!上关|去关)|颁|争取|拨付|援助|移交|授牌/u.test(after)
      ? as('recipient')
      : null
  if (/(?:到|赴|深入(?:到)?|走进|走入|开进|前往|来到|抵达|奔赴|进驻|走访|慰问|进|驰援)(?:了)?$/u.test(lead))
    return /指导|考评|检查(?!身体|血|视)|督导|督查|验收|评估|巡察|巡视|审计|考核|捐赠|帮扶|结对/u.test(
      after.slice(0, 30),
    )
      ? as('recipient')
      : 'location'
  if (/(?:指导|督导|检查|考评|督查|验收|支援|援助|资助|帮扶)(?:了)?$/u.test(lead)) return as('recipient')
  if (/(?:参观|考察|调研|瞻仰|观摩|拜谒|在|位于|走访|察看|查看|听取)(?:了)?$/u.test(lead)) return 'location'
  if (/(?:与|和|同|跟)[^，。、]{0,10}$/u.test(lead))
    return /^(?:[^，。]{0,16}?)(?:联合|共同|一道|一起|合作|携手|联手|举行|签|结对)/u.test(after)
      ? as('co-host')
      : null
  if (/(?:组织|带领)(?:了)?$/u.test(lead) && experts.test(after)) return as('participate', true)
  if (/(?:组织|带领|动员|发动)(?:了)?$/u.test(lead))
    return /^的/u.test(after) || persons.test(after) || noun.test(after) ? null : as('participate')
  if (/(?:授予|聘任|命名|评选|表扬|表彰)(?:了)?$/u.test(lead)) return as('recipient')
  if (/(?:成立|组建|设立|建立)(?:了)?$/u.test(lead))
    return founded.test(after) && !campaignOffice.test(sentence.slice(start, start + length))
      ? as('subject')
      : null
  if (leadsNowhere.test(lead) || !opens(lead)) return null
  if (noun.test(after))
    return meetingName.test(after) && !/^(?:的|部署|要求|精神|号召)/u.test(after) && !taken
      ? as('host', false, true)
      : null
  if (/^[^，。]{0,8}?(?:负责同志|负责人|领导|同志)?(?:派员)?(?:到会|到场|莅临|现场|全程)指导/u.test(after))
    return as('support')
  if (guests.test(after)) return null
  if (lookers.test(after) && attends(sentence, start)) return null
  if (speaker.test(after)) return as('participate', true)
  if (title.test(after)) return embeddedRole(sentence, after, start, taken)
  if (
    /^(?:正式|于|在|揭牌|近日|今日)?[^，。、举开召组织办]{0,6}?(?:成立|建立|揭牌|挂牌)(?=[，。大仪]|$)/u.test(
      after,
    )
  )
    return as('subject', false, !taken)
  return byVerb(after, 'host', taken)
}

// a body founded in order to act is a subject; the offices of a campaign are steps on the way
const founded = /^(?:[，。；、]|以来|后|并)/u
const campaignOffice = /(?:领导小组|办公室|工作组|专班|工作队|服务队|突击队|志愿队|小组)$/u

// 某某农科院专家到…: the body whose experts deliver the content
const experts =
  /^的?(?:\d+|[一二两三四五六七八九十]+)?[余多]?[名位]?[\u4e00-\u9fff]{0,6}?(?:专家(?!组成)|医生|医护人员|教授|讲师|律师|医师|博士|农艺师|技术人员)/u

// 省委党校宣讲团成员…应邀作辅导报告: the body of the person who delivers the content
const speaker =
  /^(?!党组|党委|机关党委)[^，。]{0,40}?(?:教授|研究员|专家|博士|讲师|主任|院长|老师|成员|医师|律师|会长|所长)[^，。、]{2,6}?(?:，?分别|，?围绕[^。]{2,40})?(?:应邀|受邀|作|做|为[^，。]{2,20}(?:作|讲|授|带来))[^。]{0,40}?(?:报告|讲座|宣讲|辅导|授课|党课|讲解|培训)/u
const guests = /^[^，。]{0,20}?(?:负责人|负责同志|领导|代表|同志)[^，。]{0,6}(?:参加|出席|列席|陪同|到场)/u
const leadsNowhere =
  /(?:按照|根据|贯彻|落实|学习|传达|经|受|据|依托|围绕|代表|作为|关于|的|把|被|比|依据|遵照|坚持|推动|推进|加强|服务|支持|配合|协助|围绕|结合|关心|感谢|得到|获得|通过|利用|带动|促进|助力|引导|全面|以|用|及|报送|报|抄送|发挥|扩大|建设|提升|下设|所在|隶属|对接|宣传|展示|介绍|讲述|回顾|观看了?|收看了?)$/u

// before a subject stand only times, connectives and the like
const opening =
  /(?:(?:特派员|专家|人员|干部|志愿者|教师)、|日|号|上午|下午|晚|中午|凌晨|月|旬|月底|月初|期间|以来|起|后|前|中|上|时|年|近日|日前|近期|连日来|最近|时间|同时|其次|另外|此外|为此|据悉|目前|现场|一方面|首先|接着|而后|当天|今天|昨天|[一二三四五六七八九十]是|^原|以及|并|由于|讯|）|[·|｜])$/u
const opens = (lead: string) => {
  const bare = lead.replace(/^[●■◆★•▲○□◇☆▶►※\-—\d.、]{1,6}/u, '')
  return bare === '' || opening.test(bare.slice(-6))
}

const attends = (sentence: string, start: number) =>
  /(?:出席|参加|列席|到会|陪同|莅临|主持|致辞|讲话|发言|介绍|通报|汇报|报告|解读|传达|汇报)/u.test(
    sentence.slice(start, start + reachOfSentence),
  ) && !/主持召开/u.test(sentence.slice(start, start + reachOfSentence))

function embeddedRole(sentence: string, after: string, start: number, taken: boolean): Read | null {
  if (taken) return null
  const rest = sentence.slice(start, start + reachOfSentence)
  if (/主持召开|主持举行/u.test(rest)) return as('host', true, true)
  const acts =
    /(?:带领|率领|率|带队|深入|赴|到|走进|来到|前往|调研|考察|慰问|走访|指导|检查|督导|参观|开展|组织|作[^，。]{0,20}(?:报告|讲座|讲解|宣讲)|讲授|宣讲|授课|批示|进行)/u
  if (
    /^[^。]{0,60}?(?:出席|列席|到会|莅临|致辞|主持)/u.test(rest) &&
    !/(?:带领|率领|率队|带队|一行)/u.test(rest)
  )
    return null
  if (
    /(?:参加|参与)(?:了)?(?:此次|本次)?(?:活动|会议|调研|仪式|座谈|植树)?[。，]?$/u.test(rest) &&
    !/(?:带领|率领|率队|带队|一行)/u.test(rest)
  )
    return null
  if (!acts.test(rest)) return null
  const speaker =
    /(?:作|做)[^，。]{0,30}(?:报告|讲座|宣讲|辅导|讲解|授课)|(?:讲授|授课|主讲|宣讲|讲解)/u.test(rest) &&
    !/(?:带领|率领|组织)/u.test(rest)
  return as(speaker ? 'participate' : 'host', true, !speaker || after.length === 0)
}

function byVerb(after: string, fallback: Role, taken = false): Read | null {
  const direct = after
    .replace(persons, '')
    .replace(
      /^(?:积极|共同|联合|先后|分别|也|还|均|都|全程|认真|踊跃|主动|于[^，。]{1,12}|近日|纷纷|具体|作为[^，。]{2,16}单位|以[^，。]{2,12}(?:身份|形式))+/u,
      '',
    )
  const through = persons.test(after)
  if (/^主办/u.test(direct)) return as('host', false, true)
  if (/^承办/u.test(direct)) return as('undertake', false, true)
  if (/^协办|^提供[^，。]{0,10}支持|^(?:大力)?支持(?=[，。举]|$)|^(?:特别|技术|学术)支持/u.test(direct))
    return as('support', false, true)
  if (/^(?:接收|收到|接受)[^，。]{0,40}捐/u.test(direct)) return as('recipient', false, true)
  if (/^(?:组成|构成)/u.test(direct)) return as('member', false, true)
  if (/^分列/u.test(direct)) return null
  if (/^牵头/u.test(direct)) return as('lead', false, true)
  if (/^发起/u.test(direct)) return as('initiate', false, true)
  if (/^(?:指导)(?=[，。、]|$)/u.test(direct)) return as('promote', false, true)
  if (/^(?:成为|加入|入选)[^，。]{0,16}(?:成员|单位|联盟)/u.test(direct)) return as('member', false, true)
  if (/支持单位/u.test(after.slice(0, 24))) return as('support', false, true)
  if (/^(?:参加|参与|参会|列席|出席|到场|配合|协助)/u.test(direct))
    return through && lookers.test(after) ? null : through && taken ? null : as('participate', false, !taken)
  if (/^(?:选送|报送|推荐|创作)/u.test(direct)) return as('participate')
  if (
    /^(?:获得|荣获|分获|位列|位居|喜获|获评|获颁|被评为|被授予|受到[^，。]{0,4}表彰|入选|夺得|摘得|斩获)/u.test(
      direct,
    )
  )
    return through && !after.startsWith('代表队') ? null : as('participate')
  if (/^(?:作|做|进行)(?:了)?[^，。]{0,6}(?:交流|发言|汇报|典型)|^(?:递交|提交)/u.test(direct))
    return through ? null : as('participate', false, false)
  if (/^[^，。；]{0,24}?(?:捐|赠送)/u.test(direct) && !/^[^，。；]{0,20}(?:举办|召开|开展)/u.test(direct))
    return as('donor', false, true)
  return as(fallback, false, true)
}
