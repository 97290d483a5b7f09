/** A pasted text as title and paragraphs; what belongs to neither is named with its reason. */
import { readDocument } from '@jianbao/intake'
import type { LeftOut } from '../../contract/index.ts'
import { type ReadingLines, readingLines } from './reading-lines.rules.ts'

export type LaidOut = {
  readonly title: string | null
  readonly paragraphs: readonly string[]
  readonly leftOut: readonly LeftOut[]
  /** Day under the signature, as it is printed there. */
  readonly signedOn: string | null
}

/** A headline is shorter than this, and than the table takes. */
const longestTitle = 80
const titleLabel = /^(?:标\s*题|题\s*目|文章标题|信息标题)\s*[：:]\s*(?<words>\S.*)$/u
const contributor =
  /^[（(【[]?\s*(?:供稿|撰稿|来稿|投稿|通讯员|记者|作者|文字?[/／、]?图?|图文|图片?[/／]?文?|摄影|供图|报送|供稿单位|报送单位|报送人|来源|信息来源|审核|审核人|审签|责任编辑|编辑|责编|联系人|联系电话|电话|手机)\s*(?:单位|人|员)?\s*[：:／/|｜]\s*\S?.*$/u
/** （孟津区科协 某某）, at the end of the last paragraph or on a line of its own. */
const bracketed = /[（(](?<words>[^（）()。；，,]{2,30})[）)]$/u
const bodyWord = /科协|协会|学会|馆|学校|中学|小学|大学|学院|医院|公司|办公室|[局委站社部会]|供稿|通讯员/u
const salutation =
  /^(?:(?:尊敬的|各位|亲爱的)?[^，。；“”\d]{0,24}(?:老师|编辑|同志|领导|办公室|科协|协会|学会|委|局|部|处|中心|编辑部|领导小组)[：:](?:您好|你好|大家好)?[！!。]?|(?:您好|你好|大家好)[！!，,。]?|现将[^。]{0,50}如下\s*[：:。]|(?:有关)?情况(?:汇报|报告)如下\s*[：:。])$/u
const closing =
  /^(?:特此(?:报告|汇报|说明|报送)|以上(?:报告|情况)?[，,]?请(?:审阅|审核|批示|查收)|此致|敬礼|妥否[，,]请[批审][示阅]|请(?:审核|查收|采用)|谢谢)[。！!]?$/u
const day =
  /^(?:\d{4}|[二〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u
const pageMark =
  /^(?:第?\s*\d{1,3}\s*页(?:\s*[,，/／共]*\s*\d{1,3}\s*页)?|[-—–]\s*\d{1,3}\s*[-—–]|\d{1,2}\s*[/／]\s*\d{1,2})$/u
/** 信息报送表 at the head of a sheet says what it is, and nothing of what is reported. */
const sheetName =
  /^[\u4e00-\u9fff]{0,12}(?:信息|稿件|简报|新闻|活动)?(?:报送|上报|投稿|登记|审签|审批)(?:单|表)$/u
const sentenceEnd = /[。！？；…”）)]$/u

/** Never throws. `headed`: the first line is known to be the headline, from the layout of a file. */
export function layOut(text: string, headed = false): LaidOut {
  const leftOut: LeftOut[] = []
  const leave = (reason: LeftOut['reason'], line: string): void => {
    leftOut.push({ reason, text: line })
  }
  let lines = text.split('\n').filter(line => {
    const reason = pageMark.test(line)
      ? 'page-mark'
      : sheetName.test(line.replace(/\s/gu, ''))
        ? 'label'
        : null
    if (reason) leave(reason, line)
    return reason === null
  })
  let title: string | null = null
  lines = lines.filter((line, index) => {
    const said = index < 6 && title === null ? titleLabel.exec(line)?.groups?.['words'] : undefined
    if (said !== undefined) title = said.trim()
    return said === undefined
  })
  const signedOn = takeEnds(lines, leave)
  if (headed && title === null) {
    const head = lines.findIndex(line => line !== '')
    if (head >= 0) title = lines.splice(head, 1)[0]!
  }
  const kept = lines.join('\n')
  const read = isForm(lines) ? asItStands(lines) : readingLines(readDocument(kept), kept)
  for (const line of read.contributors) leave('contributor', line)
  const paragraphs = [...read.lines]
  if (title === null && read.headed) title = paragraphs.shift() ?? null
  title ??= firstLine(paragraphs)
  paragraphs.splice(0, paragraphs.length, ...unwrapped(paragraphs))
  takeBracketed(paragraphs, leave)
  if (title !== null && [...title].length > longestTitle) {
    paragraphs.unshift(title)
    title = null
  }
  return { title, paragraphs: paragraphs.filter(words => words !== ''), leftOut, signedOn }
}

/** Salutations before the text, signature and contributor around it. */
function takeEnds(lines: string[], leave: (reason: LeftOut['reason'], line: string) => void): string | null {
  for (let i = 0, seen = 0; i < lines.length && seen < 4; i++) {
    const line = lines[i]!
    if (line === '') continue
    seen++
    const reason = salutation.test(line)
      ? 'salutation'
      : contributor.test(line) && line.length < 60
        ? 'contributor'
        : null
    if (!reason) continue
    leave(reason, line)
    lines[i] = ''
  }
  let signedOn: string | null = null
  const last: LeftOut[] = []
  for (let i = lines.length - 1, seen = 0; i > 0 && seen < 5; i--) {
    const line = lines[i]!
    if (line === '') continue
    seen++
    const bare = line.replace(/\s/gu, '')
    const isDay = day.test(bare)
    const signs =
      isDay || closing.test(bare) || (signedOn !== null && bare.length <= 30 && !/[，。；：！？]/u.test(bare))
    const reason = signs ? 'signature' : contributor.test(line) && line.length < 80 ? 'contributor' : null
    if (!reason) break
    if (isDay) signedOn = bare
    last.unshift({ reason, text: line })
    lines[i] = ''
  }
  for (const { reason, text } of last) leave(reason, text)
  return signedOn
}

function takeBracketed(paragraphs: string[], leave: (reason: LeftOut['reason'], line: string) => void): void {
  const last = paragraphs.at(-1)
  const found = last === undefined ? null : bracketed.exec(last)
  if (!found || last === undefined || !bodyWord.test(found.groups?.['words'] ?? '')) return
  const before = last.slice(0, found.index).trimEnd()
  if (before !== '' && !/[。！”]$/u.test(before)) return
  leave('contributor', found[0])
  paragraphs[paragraphs.length - 1] = before
  if (before === '') paragraphs.pop()
}

/** A first line without a full stop, short, and followed by sentences, is the headline though nothing marks it. */
function firstLine(paragraphs: string[]): string | null {
  const [first, second] = paragraphs
  if (first === undefined || second === undefined) return null
  if ([...first].length > 60 || sentenceEnd.test(first) || /[，,：:、]$/u.test(first)) return null
  if (/[“《（(][^”》）)]*$/u.test(first) || dayFirst.test(first) || counted.test(first)) return null
  // Longer than what follows it is the first line of a paragraph whose print was broken into lines.
  if (second.length < first.length * 0.9 || (!/[。！？]$/u.test(second) && second.length <= first.length))
    return null
  paragraphs.shift()
  return first
}

/** A form filled in, label by label, is no article: its lines stay as they are. */
const formLabel =
  /^(?:(?:活动)?(?:时间|日期|地点|主题|名称|内容|形式|对象|人数|成效|情况|背景|目的)|(?:主办|承办|协办|组织|报送|参加|参与|指导)(?:单位|部门|人员)|参加人数|受众|数据)\s*[：:]/u
const isForm = (lines: readonly string[]): boolean => lines.filter(line => formLabel.test(line)).length >= 2

function asItStands(lines: readonly string[]): ReadingLines {
  const kept = lines.filter(line => line !== '')
  return {
    lines: kept,
    headed: kept.length > 1 && !formLabel.test(kept[0]!) && kept[0]!.length <= 60,
    contributors: [],
  }
}

const dayFirst = /^(?:\d{1,4}[年月]|近[日期]|日前|为|在|今[天日年]|昨[天日])/u
const counted = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/u
/** Wraps are lines as long as the print is wide; shorter ones end a paragraph. */
const narrowest = 15

/** Lines broken by the width of a print, put together again where the reader of documents saw no reason to. */
function unwrapped(lines: readonly string[]): string[] {
  const width = Math.max(0, ...lines.map(line => line.length))
  const whole: string[] = []
  let open = false
  for (const line of lines) {
    if (open && !counted.test(line) && !formLabel.test(line)) whole[whole.length - 1] += line
    else whole.push(line)
    open =
      line.length >= narrowest &&
      line.length >= width * 0.85 &&
      width < 60 &&
      !/[。！？；：…）)]$/u.test(line)
  }
  return whole
}
