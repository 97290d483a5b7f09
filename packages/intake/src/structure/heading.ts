import type { Line } from './line.ts'
import { bulletLength, isBulleted, isClosed, isHalfClosed, isNumbered } from './words.ts'

const proseOpening =
  /^(?:近日|日前|近期|连日来|近年来|近段时间|一直以来|今年|去年|当天|当日|会上|会议|活动|为|自|按照|根据|截至|截止|据悉|据了解|同时|此外|随后|目前|下一步|通过|围绕|结合|针对|[\d〇一二三四五六七八九十]{1,4}年|[\d一二三四五六七八九十]{1,2}月|\d{1,2}日|本报讯|本刊讯|在)/
const dangling = /[，、,“‘（(《的和与及在对将把被以从向于并或地得]$/
const clause = /[，,]/g

/** Does the line stop where no sentence, no clause and no title stops? Then the next line goes on with it. */
export function isDangling(text: string): boolean {
  return dangling.test(text) || opensUnclosed(text)
}

// An opening mark without its partner (“…, （…, 《…): the phrase goes on.
function opensUnclosed(text: string): boolean {
  if (text.length > 300) return false
  let depth = 0
  for (const character of text) {
    if ('“‘（《('.includes(character)) depth++
    else if ('”’）》)'.includes(character)) depth--
  }
  return depth > 0
}

/** Prose by its looks: a full stop inside, several clauses, or the opening of a report with a clause behind it. */
export function isProse(text: string): boolean {
  if (text.length > 60 || isClosed(text) || isHalfClosed(text)) return true
  if (/[。；;]/.test(text)) return true
  const clauses = text.match(clause)?.length ?? 0
  if (clauses === 0) return /^本[报刊]讯/.test(text)
  return clauses >= 2 || text.length > 44 || (proseOpening.test(text) && !/^(?:在|为)/.test(text))
}

/** How the first paragraph under a headline begins: with a day, an occasion, a purpose. */
export function opensReport(text: string): boolean {
  return proseOpening.test(text) || /^[^，。]{2,20}(?:日|年|月)[^，。]{0,6}，/.test(text.slice(0, 60))
}

/** May the line be a headline, or one line of one, as far as the line itself tells? */
export function looksLikeHeadline(line: Line): boolean {
  const { text } = line
  if (isNumbered(text) || isProse(text)) return false
  if (isBulleted(text)) return text.length - bulletLength(text) >= 6 && !/[，,]/.test(text)
  return true
}

const organisation =
  /(?:省|市|县|区|镇|乡|街道|科协|工会|学会|协会|联合会|医院|大学|学院|学校|中学|小学|幼儿园|局|委|公司|集团|中心|馆|党支部|党委|党组|团委|妇联|教体局|社区|村|所|[站社]|(?:支|大|中|志愿)队|项目部|办事处)/
const deed =
  /召开|举办|开展|组织|举行|启动|成立|赴|走进|学习|参观|慰问|推进|助力|荣获|获评|获|印发|部署|传达|调研|指导|签约|揭牌|打造|送|建|为|让|办|讲|集中|深入|扎实|多措并举|圆满|落实/
const demand =
  /^(?:强化|加强|提高|提升|坚持|突出|聚焦|注重|健全|完善|创新|深化|抓|做|把|严|统一|明确|压实|凝聚|筑牢|夯实|拓展|优化|牢记|增强|充分认识|切实)/

const day = /^[^，。]{0,12}[日月年旬天][^，。]{0,8}，/

/**
 * Headline of a new article (2 and above) or a heading inside the one at hand (0 and below)? Weighs looks and what
 * follows: `text` the heading, `next` the first line below it, `opening` the first paragraph of the article at hand.
 */
export function headlineWeight(
  text: string,
  next: string,
  opening: string,
  afterContributor: boolean,
): number {
  let weight = 0
  if (afterContributor) weight += 2
  if (organisation.test(text.slice(0, 16))) weight += 2
  if (deed.test(text)) weight += 1
  if (opensReport(next)) weight += 1
  // 5月10日至12日，某某科协…: who acts stands behind the day.
  const isReport = organisation.test(next.replace(day, '').slice(0, 14))
  if (isReport) weight += 1
  if (demand.test(text)) weight -= 2
  // Short: a heading inside the text, unless both open as a report does, with the day and who acts.
  const isLikeOpening = isReport && opensReport(next) && opensReport(opening)
  if (text.length <= 10 && !organisation.test(text) && !(isLikeOpening && text.length > 5))
    weight -= text.length <= 7 ? 2 : 1
  return weight
}

/**
 * Where paragraphs are indented, a title stands flush or in the middle; a heading inside the text goes in with it, unless
 * the title of the article at hand (`title` squares in) went in as well.
 */
export function indentWeight(heading: Line, next: Line, title: number | null): number {
  if (next.indent < 1.5 || next.indent > 3 || title === heading.indent) return 0
  if (heading.indent < 1 || heading.indent > next.indent + 1.5) return 1
  return -1
}
