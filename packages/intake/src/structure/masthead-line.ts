import type { MastheadMark } from '../contract.ts'
import { countedValue, findDay, numeralCharacters, numeralValue } from './numeral.ts'

export type Piece = { readonly field: MastheadMark['field']; readonly from: number; readonly to: number }

/** A stretch of a masthead line that is no number, day or notice: a name, most likely. */
export type Rest = { readonly text: string; readonly from: number; readonly to: number }

/** What one line of a masthead says; offsets are into the text of the line. */
export type MastheadLine = {
  readonly pieces: readonly Piece[]
  readonly issueNo: number | null
  readonly special: boolean
  readonly runningNo: number | null
  readonly date: string | null
  /** A day without its year (…支队　8月19日) as -MM-DD, and the year the number is printed with (2022年第34期). */
  readonly dayOfYear: string | null
  readonly year: number | null
  /** What is left when numbers and dates are taken away. */
  readonly rests: readonly Rest[]
  /** It says something of an issue, if only who signed it. */
  readonly isField: boolean
}

const number = `[${numeralCharacters}][${numeralCharacters}\\s]{0,8}`
const running = new RegExp(`[（(]?\\s?总\\s?(?:第\\s?)?(${number})\\s?[期号]\\s?[）)]?`)
const special = new RegExp(
  `[（(]?\\s?(?:增\\s?刊|特\\s?刊|专\\s?刊)(?:\\s?第?\\s?(${number})\\s?[期号])?\\s?[）)]?`,
)
const ordinal = new RegExp(
  `(?:[（(〔［[]?\\s?(?:20\\d\\d|二[〇零○]..)\\s?年?度?\\s?[）)〕］\\]·．/]?\\s?)?[（(〔［[]?\\s?第\\s?(${number})(?:\\s?[-—–－~～、至]\\s?${number})?\\s?期\\s?(?:合刊)?\\s?[）)〕］\\]]?`,
)
const bracketed = new RegExp(`[〔［[（(]\\s?20\\d\\d\\s?[〕］\\])）]\\s?(?:第\\s?)?(${number})\\s?[期号]`)
const counted =
  /^\s*(?:第\s?([\d一二三四五六七八九十百]{1,5})\s?号|[NＮ][oOｏＯ][.:：．]?\s?([\d０-９]{1,4})|[（(]\s?(\d{1,3})\s?[）)])(?=\s|\u0000|$)/
const weekday = /[（(]?\s?(?:星期|周)[一二三四五六日天]\s?[）)]?/
const secrecy =
  /^[★☆\s]*(?:(?:内部(?:资料|刊物|参考|文件|材料)|注意保存|妥善保(?:管|存)|秘密|机密|绝密|不得外传|严禁外传|仅供参阅|免费交流|编号[:：]?\s?\d*|\d{6}(?!\d))[★☆\s、，,·。]*)+/
/** 内部资料 注意保存 and the like, alone on a line, with or without brackets. */
export function isSecrecyNotice(text: string): boolean {
  const inner = text.replace(/^[（(【]\s?|\s?[）)】]$/g, '')
  return (secrecy.exec(inner)?.[0].length ?? 0) >= inner.length
}

// Behind the name of an office; the gap between is lost with the other blanks round figures.
const shortDay = /(?<=\p{Script=Han})\s*(1[0-2]|[1-9])\s?月\s?(3[01]|[12]\d|[1-9])\s?日$/u
const copyNumber = /^(?:准印证|准印号|内部资料准印|豫内资|刊号)/

// How often it appears, the lunar day, how many pages, its registration, the section of the page beside the day.
const notice =
  /^(?:(?:半|双)?(?:周|旬|月|季|年)刊|农历\S+|(?:今日|本期)\s?共?\s?\d{1,3}\s?[版页]|(?:邮发代号|国内统一|国际标准|CN\s?\d|ISSN).*|(?:出版|出刊|印发|发布)?(?:日期|时间)\s?[:：]?)$/
const pageSection = /^第?\s?[A-Z]?\d{1,3}\s?版?[\s:：]?\p{Script=Han}{0,4}$/u
/** 2022·3, 2022.03, 2022年3期, 2022年3月号, with nothing else on the line. */
const yearAndNumber =
  /^\s*20\d\d\s?(?:[·•・.．]\s?(\d{1,2})|年\s?(\d{1,3})\s?期|年\s?(1[0-2]|0?[1-9])\s?月\s?[号刊])(?=[\s\u0000]*$)/

const signature =
  /(?:签发人?|审签|核稿|责任编辑|责编|编辑|主编|总编|校对|审核)\s?[:：].*$|^(?:签发人?|审签|核稿|责任编辑|责编|编辑|主编|总编|校对|审核)\s\S{2,4}$/

const nothing = {
  issueNo: null,
  special: false,
  runningNo: null,
  date: null,
  dayOfYear: null,
  year: null,
}

/** Takes one line to pieces. Pure; a line longer than 80 characters is never part of a masthead. */
export function readMastheadLine(text: string): MastheadLine {
  const pieces: Piece[] = []
  if (text.length > 80) return { ...nothing, pieces, rests: [], isField: false }
  // Characters already understood are blotted out, so the next pattern cannot take them again.
  let left = text
  const blot = (from: number, to: number) => {
    left = left.slice(0, from) + '\u0000'.repeat(to - from) + left.slice(to)
  }
  const take = (field: Piece['field'], from: number, to: number) => {
    pieces.push({ field, from, to })
    blot(from, to)
  }
  const signed = signature.exec(left)
  if (signed) blot(signed.index, text.length)
  const day = findDay(left)
  if (day) {
    take('date', day.from, day.to)
    const name = weekday.exec(left)
    if (name) blot(name.index, name.index + name[0].length)
    const published = /^\s?(?:出版|出刊|印刷出版)(?=$|[\s，,])/.exec(left.slice(day.to))
    if (published) blot(day.to, day.to + published[0].length)
  }
  const tail = day ? null : shortDay.exec(left)
  const short = tail && publisherName(left.slice(0, tail.index)) ? tail : null
  if (short) take('date', text.length - short[0].trimStart().length, text.length)
  const run = running.exec(left)
  if (run) take('runningNo', run.index, run.index + run[0].length)
  const extra = special.exec(left)
  const isSpecial = extra !== null && (extra[1] !== undefined || /增|特/.test(extra[0]))
  if (isSpecial) take('special', extra.index, extra.index + extra[0].length)
  const issue = ordinal.exec(left) ?? bracketed.exec(left) ?? counted.exec(left) ?? yearAndNumber.exec(left)
  if (issue) take('issueNo', issue.index, issue.index + issue[0].length)
  for (const rest of restsOf(left)) {
    const notice = secrecy.exec(rest.text)?.[0].length ?? (copyNumber.test(rest.text) ? rest.text.length : 0)
    if (notice > 0) take('secrecy', rest.from, rest.from + notice)
  }
  for (const rest of restsOf(left)) {
    const parts = rest.text.split(/\s+(?=农历|今日|本期|邮发|国内|国际|CN|ISSN)/)
    let from = rest.from
    for (const part of parts) {
      from = text.indexOf(part, from)
      if (notice.test(part) || (day && pageSection.test(part))) blot(from, from + part.length)
    }
  }
  const number = issue?.[1] ?? issue?.[2] ?? issue?.[3] ?? (isSpecial ? extra[1] : undefined)
  return {
    pieces,
    issueNo: number === undefined ? null : countedValue(number),
    special: isSpecial,
    runningNo: run ? countedValue(run[1]!) : null,
    date: day?.iso ?? null,
    dayOfYear: short ? `-${short[1]!.padStart(2, '0')}-${short[2]!.padStart(2, '0')}` : null,
    year: issue ? yearOf(issue[0]) : null,
    rests: restsOf(left),
    isField: pieces.length > 0 || signed !== null,
  }
}

function yearOf(number: string): number | null {
  const year = /20\d\d|二[〇零○].{2}/.exec(number)?.[0]
  return year ? numeralValue(year) : null
}

function restsOf(left: string): Rest[] {
  const rests: Rest[] = []
  for (const found of left.matchAll(/[^\u0000]+/g)) {
    const lead = /^[\s（()）〔〕【】〖〗·，,、;；|—-]*/.exec(found[0])![0].length
    const to = found[0].length - (/[\s（()）〔〕【】〖〗·，,、;；|—-]*$/.exec(found[0])?.[0].length ?? 0)
    if (to > lead)
      rests.push({ text: found[0].slice(lead, to), from: found.index + lead, to: found.index + to })
  }
  return rests
}

const newspaper = /^\p{Script=Han}{2,8}(?:日|晚|晨|早|时|导|青年|科技|工人|农民|教育|健康)报$/u
const bulletin = /(?:简报|快报|专报|简讯|动态|信息|通讯|要情)$/
/** 工作简报, 情况专报: what only a bulletin is called, without blanks. */
export const isBulletinName = (name: string): boolean => bulletin.test(name)
/** 青石日报, 青石青年报: a newspaper's name, without blanks. */
export const isNewspaperName = (name: string): boolean => newspaper.test(name)
const seriesEnd =
  /(?:简报|快报|简讯|动态|通讯|信息|专报|要情|情况|摘报|周报|月报|旬报|日报|快讯|内参|参考|专刊|要报|反映|工作通报|通报|新闻|之声)(?:[（(].{1,8}[）)])?$/
/** 简报, 工作动态 … with the name of the office before it, or alone. */
export function isSeriesName(text: string): boolean {
  const name = text.replace(/\s/g, '')
  if (/^《[^《》]{2,20}》$/.test(name)) return true
  return name.length <= 40 && (seriesEnd.test(name) || isNewspaperName(name)) && !/[，。；：:]/.test(name)
}

const publisherEnd =
  /(?:办公室|领导小组|编辑部|委员会|工委|指挥部|工作组|总工会|工会|科协|协会|学会|联合会|妇联|团委|党委|党组|局|厅|处|科|部|院|馆|商会|理事会|基金会|研究会|总会|中心|大学|学院|学校|中学|小学|幼儿园|医院|公司|集团|政府|办|支部|工作专班|专班|秘书处|机关|校区|社|站|队|所)$/
const deed = /召开|举办|举行|开展|传达|走进|推进|部署|启动|慰问|调研|(?<!社会)组织|大会$|会议$|座谈会$|培训/
const publisherLabel =
  /^(?:主管单位|主办单位|编印单位|编发单位|出版单位|编辑出版|主管|主办|出版|编印|编发|编辑|印发|承办|来源|信息来源|发布单位|报送单位)(?:\s?[:：]\s?|\s)/
const otherOffice =
  /\s+(?:承办|协办|印发|编辑|编印|审核|签发|发布|作者)(?:单位|时间|日期)?\s?[:：].*$|\s*发布(?:时间|日期)\s?[:：].*$/
const publisherSuffix = /\s?[（(]?(?:编印|主办|编发|编辑|编制|印发|印制|主编|编)[）)]?$/

/** The name of the publishing office in a masthead line, with its label or suffix (主办：, 编印) taken off; null when it is none. */
export function publisherName(
  text: string,
): { name: string; from: number; to: number; sure: boolean } | null {
  if (text.length > 45 || /[，。；？！]/.test(text) || deed.test(text)) return null
  const label = publisherLabel.exec(text)?.[0].length ?? 0
  const end = otherOffice.exec(text)?.index ?? text.length
  const suffix = publisherSuffix.exec(text.slice(label, end))?.[0].length ?? 0
  const to = end - suffix
  const name = text.slice(label, to)
  if (name.length < 2) return null
  const sure = label > 0 || suffix > 0
  return sure || publisherEnd.test(name) ? { name, from: label, to, sure } : null
}
