import type { FigureMention } from '../contract.ts'
import { type Measure, measureOf, measureWords } from './measures.ts'
import { numeralPlaceEnd } from './numeral-places.ts'
import { numberOf, scaleValue } from './numerals.ts'
import { type PlainText, plainText, quotedMask } from './plain-text.ts'

/** A figure found in a text: offsets `[from, to)` into it, confidence 0 to 1. */
export type FigureReading = Omit<FigureMention, 'spans'> & { readonly from: number; readonly to: number }

const figure = new RegExp(
  '(?:(?<ar>(?<![A-Za-z\\d.+×/—-])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![A-Za-z\\d.,+×/])\\d+(?:\\.\\d+)?)' +
    '|(?<vague>(?:(?<![人次总件指岁])数|(?<![第十百千])几|上(?=[百千万]))[十百千万亿]+)' +
    '|(?<cn>万(?=[余多])|[一二两三四五六七八九十百千零〇][一二两三四五六七八九十百千万亿零〇]*))' +
    '(?<f1>余|多(?!次|种)|来(?=[个名人位家万千百])|几)?(?<sc>[百千万亿]{1,2})?(?<f2>余|多)?(?<plus>\\+)?' +
    `(?:个(?<f3>多)?(?=小时))?(?<u>${measureWords})?(?<more>以上|左右|上下)?`,
  'gu',
)
const before =
  /(?<over>超过|超|突破|逾|过(?=[百千万\d])|高于)|(?<under>将近|近|不到|不足|接近)|(?<about>大约|约|大概|上(?=百|千|万))|(?<atleast>不少于|不低于|至少)/u
const fuzzBefore = new RegExp(`(?:${before.source})$`, 'u')

// gold/RULES.md 8.6: structure counts, policy numerals, ordinals and names are no figures.
const structure =
  /^(?:[大类]?(?:方面|部分|阶段|环节|主题|重点|领域|层面|维度|意识|自信|维护|确保|要求|意见(?!建议)|目标|步骤|关键|原则|大局|中心(?!的)|进一步|教育引导|做到|必|面向|强省|高地|家园|样|不断|紧密|体系|更|基本|责任|过程|历史|时期|百年|点(?=意见|要求|[，。])|工程|结合|坚持|聚焦|转变|强化|提升|一(?!线)|100|模式|方向|任务|板块|篇章|章节|命题|组别|讲清|清单|到位|统一|导向|文明|关系|能力|字|专题|课题组|硬仗|战|班子|全会|全委|常委|会议|党代会|代表大会|集体学习|理事会|分会场|主会场|战略|法宝|规律|问题导向|中国|世纪|层次|思维|维|季度|月|星期|百分点|工作日|周|年|世界|民族|大国|经济体|革命|规定|决议|精神|要点|理念|飞跃|字方针|优先|统筹|有限|协同|联动|服务(?=[，”。])|争取))/u
const smallStop =
  /^(?:[重核关主]?[要大点心键]?(?:问题|措施|制度|机制|内容|工作|举措|项目组|方法|途径|办法|方式|建议|特点|优势|行动|经验|故事|课题|情况|影院|决定|案例|角度|因素|条件|关口|抓手|载体|矛盾|队伍建设|代表(?!队|团)))/u
const glued =
  /^(?:[子号峡渠岁级届楼层线米度K期]|周年|年级|以内|集团军|月|多?年|学年|区块|维码|分法|小龙|重天|旬|G|D|方案|路公交)/u
const gluedAfterWord = /^(?:[子号峡渠]|集团军|月|多?年(?!级)|学年|区块|维码|分法|小龙|重天)/u
const within =
  /^(?:内|以内|之内|里|后|前|圈|生活圈|不间断|值守|值班|在线|坚守|轮|待命|开放|服务|自助|倒计时|热线)/u
const idiom =
  /^(?:千家万户|万家灯火|百家争鸣|千军万马|万众|百姓|千人千面|成千上万|三位一体|一家一|四面八方|三番五次|百花|一名|一位|一个|一场|一次|一件|一支|一份|一本|一家|一项|一条|一种|一部|一张|一批|一组|一节|一堂|一期|一面|一套|一幅|一首|一篇|一户|一把|一块|一双|一道|一处|一座|一门|一只|一人|一包|一轮|一台|一辆)/u
// a number only aimed at is no figure of what was done
const aim = /(?:^|[，。；：])[^，。；：]{0,6}(?:计划|力争|争取|拟)[^，。；：\d]{0,14}$/u
const share = /(?:率|占|占比|比例|覆盖|完成|合格|满意|减少|下降|降低|提高|提升|上升)[^，。；：]{0,6}$/u
const bareMeasure =
  /(?:人次|人数|浏览量|播放量|观看量|点击量|阅读量|访问量|转发量|点赞量|总量|参与量|参赛者|粉丝)(?:[已共累计总达到超过突破近约逾为将高至接有均皆]{0,6})$/u

/**
 * All figures of a text after gold/RULES.md 8: number with scale, fuzz and measure word, what it measures, how exact it
 * is and the noun counted. Ordinals, policy numerals, structure counts, numbers inside names, quotations and time limits
 * (15分钟内) are left out; a percentage is one where it is a share reached (满意率98.6%). Blanks and full-width digits do not matter. Never throws.
 */
export function readFigures(text: string): FigureReading[] {
  const plain = plainText(text)
  return readPlainFigures(plain).map(found => {
    const from = plain.at[found.from]!
    const to = plain.at[found.to - 1]! + 1
    return { ...found, from, to, surface: text.slice(from, to) }
  })
}

/** As `readFigures`, on text that is plain already; offsets are plain offsets. */
export function readPlainFigures(plain: PlainText): FigureReading[] {
  const { text } = plain
  const quoted = quotedMask(text)
  const found: FigureReading[] = []
  for (const match of text.matchAll(figure)) {
    const read = quoted[match.index] ? null : fromMatch(text, match)
    if (read) found.push(read)
  }
  return found
}

function fromMatch(text: string, match: RegExpExecArray): FigureReading | null {
  const groups = match.groups ?? {}
  const from = match.index
  const left = text.slice(Math.max(0, from - 24), from)
  const word = groups['u'] ?? ''
  let to = from + match[0].length
  const right = text.slice(to, to + 16)
  const numeral = groups['ar'] ?? groups['vague'] ?? groups['cn'] ?? ''
  const small =
    groups['cn'] !== undefined && /^[一二两三四五六七八九十]$/.test(numeral) && !groups['f1'] && !groups['sc']
  if (/(?:第|届|前|百分之|分之|[〔[（]20\d\d[〕\]）]|[—–－-]第?)$/u.test(left)) return null
  if (idiom.test(text.slice(from, from + 4)) && !groups['sc'] && !/[十百千万]/.test(numeral.slice(1)))
    return null
  if ((word ? gluedAfterWord : glued).test(right) && word !== '元' && word !== '人次') return null
  // a share that was reached is a result; one aimed at, or a mere growth, is not
  if (right.startsWith('%') && groups['ar'] && share.test(left) && !aim.test(left))
    return reading(text, match, left, right.slice(1), '%', to + 1, 0.8)
  if (/^[%‰％]|^个?百分点|^倍/u.test(right)) return null
  if (/^[百千万]{2,}$/u.test(numeral) || (word === '人' && right.startsWith('才'))) return null
  if (!word) return withoutWord(text, match, left, right)
  if (groups['cn'] && !fuzzy(groups, left) && /^[百千万]/.test(numeral) && numeral.length === 1) return null
  if (
    structure.test(right) &&
    !(
      groups['ar'] &&
      word !== '个' &&
      word !== '大' &&
      /^(?:责任|服务|能力|经济|重点|专题|基本|统筹|协同)/u.test(right)
    )
  )
    return null
  if (small && smallStop.test(right)) return null
  // 一起, 一盏 are idioms more often than counts
  if (small && /^[起盏杯升秒]$/u.test(word)) return null
  if (word === '起' && !/(?:案|事件|事故|纠纷|火情|险情)/u.test(left + right)) return null
  // 连续两次, 三次往返 say how, not how much
  if (small && word === '次' && !/(?:共|计|达|开展|举办|召开|组织)$/u.test(left)) return null
  if (aim.test(left)) return null
  if (small && word === '个' && measureOf(word, right, '') === 'items') return null
  if (/^(?:部|处|组|科|室|队)$/u.test(word) && /^(?:门|委|长|室|级)/u.test(right) && small) return null
  if (/^(?:小时|分钟|课时|学时)$/u.test(word) && (within.test(right) || /[每仅第]$/u.test(left))) return null
  if (word === '次' && /^(?:代会|大会|以上)/u.test(right)) return null
  if (word === '部' && /^(?:队|署|分)/u.test(right)) return null
  if (/^(?:组|队|期|节|讲)$/u.test(word) && /^(?:织|伍|间|日|课程?安排)/u.test(right)) return null
  if (word === '位' && /^(?:于|置|数)/u.test(right)) return null
  if (word === '本' && /^(?:次|届|着|身|市|省|县|区|科|地)/u.test(right)) to--
  if (to === from + match[0].length - 1) return withoutWord(text, match, left, text.slice(to, to + 16))
  if (numeralPlaceEnd(text, from) > from + 1) return null
  return reading(text, match, left, right, word, to, small ? 0.75 : 0.93)
}

/** 参赛人次已达450多万: the number ends the clause and the noun before it tells the measure. */
function withoutWord(
  text: string,
  match: RegExpExecArray,
  left: string,
  right: string,
): FigureReading | null {
  if (!bareMeasure.test(left) || /^[\u4e00-\u9fff\d]/u.test(right)) return null
  const unit = left.includes('人次') ? '人次' : /人数|参赛者|粉丝/u.test(left) ? '人' : '次'
  return reading(text, match, left, '', unit, match.index + match[0].length, 0.7, true)
}

type Groups = Readonly<Record<string, string | undefined>>
const fuzzy = (groups: Groups, left: string) => Boolean(groups['f1'] ?? groups['f2']) || fuzzBefore.test(left)

function reading(
  text: string,
  match: RegExpExecArray,
  left: string,
  right: string,
  word: string,
  to: number,
  confidence: number,
  inferred = false,
): FigureReading {
  const groups: Groups = match.groups ?? {}
  const from = match.index
  const numeral = groups['ar'] ?? groups['cn'] ?? (groups['vague'] ?? '').slice(1)
  const base = groups['vague'] ? scaleValue(numeral) : numberOf(numeral)
  const value = Math.round(base * scaleValue(groups['sc'] ?? '') * 1e4) / 1e4
  const measure: Measure =
    inferred && word === '人' ? 'people' : measureOf(inferred ? '人次' : word, right, left)
  return {
    from,
    to,
    surface: text.slice(from, to),
    value,
    unit: unitOf(word, left),
    measure,
    qualifier: qualifierOf(groups, left),
    of: countedNoun(left, right),
    confidence: groups['vague'] ? Math.min(confidence, 0.8) : confidence,
  }
}

function unitOf(word: string, left: string): string {
  if (/元$|人民币|港币/u.test(word)) return '元'
  if (word === '次' && /人次[^，。；、]{0,6}$/u.test(left)) return '人次'
  return word
}

function qualifierOf(groups: Groups, left: string): FigureMention['qualifier'] {
  const words = fuzzBefore.exec(left)?.groups ?? {}
  if (groups['more'] === '以上' || words['atleast']) return 'atleast'
  if (groups['f1'] ?? groups['f2'] ?? groups['f3'] ?? groups['plus'] ?? words['over']) return 'over'
  if (words['under']) return 'under'
  return groups['vague'] || groups['more'] || words['about'] ? 'about' : 'exact'
}

const nounAfter = /^(?:的)?(?<noun>[\u4e00-\u9fffA-Za-z“”《》·（）]{1,14})/u
const nounEnd =
  /(?:在|到|向|为|进行|参加|参与|开展|走进|深入|赴|组成|共同|通过|围绕|认真|集体|分别|一起|先后|来到|带来|送来|上了|提供|举办|前往|紧紧|驻足|成为|成(?=[首])|作(?=了)|登台|报名|到场|聆听|观看|送到|送往|的时候|和|及|与|等(?!级))/u
const nounBefore =
  /(?<noun>[^，。；：！？、\d]{1,16}?)(?:已|共计|共有|共|总计|累计|达到|达|为|有|超过|突破|逾|近|约|计|多达|高达|合计|送去|价值|了|等)*$/u

function countedNoun(left: string, right: string): string | null {
  const after = nounAfter.exec(right)?.groups?.['noun'] ?? ''
  const noun = after.split(nounEnd)[0] ?? ''
  if (noun.length > 0) return noun
  return nounBefore.exec(left)?.groups?.['noun'] ?? null
}
