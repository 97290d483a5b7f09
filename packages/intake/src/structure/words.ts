// Words and marks the layout of a bulletin is recognised by. They are words of the genre, never of one document.

const columnWords =
  '动态|快报|快讯|短波|短讯|简讯|要讯|要闻|要情|风采|交流|之窗|聚焦|传真|掠影|巡礼|播报|速递|速览|集锦|荟萃|点击|扫描|看台|论坛|园地|天地|专栏|专题|专递|导读|讲话|批示|部署|精神|经验|做法|典型|案例|榜样|先锋|人物|一线|前沿|回音壁|回声|建言|之声|之家|之星|之光|之路|心声|声音|足迹|特稿|联动|心得|体会|感悟|随笔|随想|文苑|理论|调研|研究|思考|探索|通报|公告|提示|链接|资料|视点|视窗|关注|综述|纪实|纪要|一瞥|集萃|撷英|撷萃|汇编|实践|实事|活动|工作|信息|参阅|督查|督导'
const bracketed = /^[【〖［[「『《〔]\s?([^【】〖〗［］[\]「」『』《》〔〕]{2,14})\s?[】〗］\]」』》〕]$/
const decorated =
  /^[★☆◆◇■□●○▲△※✦•·—–\-=＝~～<>＜＞|｜*]+\s?([^\s].{0,12}?)\s?[★☆◆◇■□●○▲△※✦•·—–\-=＝~～<>＜＞|｜*]+$/
const bareColumn = new RegExp(`^[\u4e00-\u9fff]{0,6}(?:${columnWords})$`)
const knownColumn =
  /^(?:要情快报|经验交流|学教动态|学教短波|基层风采|八方简讯|工作动态|基层动态|基层快讯|工作简讯|典型经验|领导讲话|重要讲话|简讯|短讯|短波|要闻|动态|信息集锦|一句话新闻|一句话简讯|各地动态|部门动态|县区动态|学校动态|院区动态|图片新闻|经验做法|典型案例|工作交流|领导批示|重要批示|学习园地|学习体会|心得体会|理论园地|特别关注|本期关注|本期聚焦|今日要闻|本期要闻|会议精神)$/

/** The column a line names, and how sure that is; offsets are into the line. */
export function columnName(
  text: string,
): { name: string; from: number; to: number; mark: 'bracket' | 'decorated' | 'known' | 'bare' } | null {
  if (text.length > 24) return null
  const bracket = bracketed.exec(text)
  if (bracket && !/^《/.test(text)) return place(text, bracket[1]!, 'bracket')
  const frame = decorated.exec(text)
  if (frame && frame[1]!.length <= 12 && !/[，。；]/.test(frame[1]!))
    return place(text, frame[1]!, 'decorated')
  const numberedName = /^[一二三四五六七八九十]{1,2}、\s?(.{2,8})$/.exec(text)?.[1]
  if (numberedName && (knownColumn.test(numberedName) || namesBriefs(numberedName)))
    return place(text, numberedName, 'decorated')
  const ornamented = /^[●■◆★▲◇□○▪※☆◎✦]\s?(\p{Script=Han}{2,6})$/u.exec(text)?.[1]
  if (ornamented) return place(text, ornamented, 'decorated')
  const squeezed = text.replace(/\s/g, '')
  if (knownColumn.test(squeezed)) return { name: squeezed, from: 0, to: text.length, mark: 'known' }
  if (squeezed.length <= 8 && bareColumn.test(squeezed))
    return { name: squeezed, from: 0, to: text.length, mark: 'bare' }
  return null
}

function place(text: string, inner: string, mark: 'bracket' | 'decorated') {
  const name = inner.trim()
  const from = text.indexOf(name)
  return { name: name.replace(/\s/g, ''), from, to: from + name.length, mark }
}

/** Length of the section name a line opens with before its headline (【队伍动态】某某成立…), 0 for none. */
export function inlineColumnLength(text: string): number {
  const found = /^[【〖［]\s?(\p{Script=Han}{2,8})\s?[】〗］]\s?(?=[^。；]{6,46}$)/u.exec(text)
  return found && (knownColumn.test(found[1]!) || bareColumn.test(found[1]!)) ? found[0].length : 0
}

/** 一、工作部署 without its number, where the sections of a bulletin are numbered. */
export function sectionName(text: string): { name: string; from: number; to: number } | null {
  const found = /^[一二三四五六七八九十]{1,2}、\s?(?=\p{Script=Han}{2,8}$)/u.exec(text)
  return found ? { name: text.slice(found[0].length), from: found[0].length, to: text.length } : null
}

/** Names that only a section of the bulletin carries, never a heading inside an article. */
export function namesBriefs(name: string): boolean {
  return /(?:短波|短讯|简讯|要讯|快讯|快报|动态|风采|之声|之窗|传真|掠影|集锦|荟萃|速递|速览|播报|一线|聚焦|提示|拾零|撷英|巡礼|纵览|看台|扫描)$/.test(
    name,
  )
}

const bullet =
  /^(?:·(?=\s)|[●■◆★•▲◇□○▪※☆➢►▶✦◎＊▼△✓✔❖◦‣➤]|[*-]\s|\*(?=[\d\p{Script=Han}“])|-(?=\d{1,2}月|\p{Script=Han})|[—–]{2})\s?/u
const numbered =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.]|\d{1,2}(?:[．、]|[.](?!\d))|[（(]\d{1,2}[）)]|\d{1,2}[）)]|[①-⑳⒈-⒛㈠-㈩])/

/** Length of the bullet a line begins with, 0 for none. A dash pair opens a subtitle or a pledge as well. */
export function bulletLength(text: string): number {
  return bullet.exec(text)?.[0].length ?? 0
}

export function isNumbered(text: string): boolean {
  return numbered.test(text)
}

/** Bullets that can open a brief: everything but the dash pair. */
export function isBulleted(text: string): boolean {
  return bulletLength(text) > 0 && !/^[—–]/.test(text)
}

const contributorWords =
  /摄影报道|作者系|作者为|供稿|供图|撰稿|来稿|通讯员|来源[:：]|报送单位|报送[:：]|整理[:：]|作者[:：]|作者单位|文[:：/／]/
const bracketLine = /^[（(]\s?([^（()）]{2,60}(?:[（(][^（()）]{1,20}[）)][^（()）]{0,40})?)\s?[）)]$/
const organisation =
  /(?:科协|工会|学会|协会|研究会|联合会|医院|大学|学院|学校|中学|小学|幼儿园|院|会|厂|园|宫|台|厅|州|盟|旗|委|局|办|部|处|科|室|股|馆|中心|公司|集团|社|站|所|队|党支部|党委|团委|妇联|街道|镇|乡|县|市|区)$/

// 某某厂工会 某某某: an office and one or two names behind it.
const officeAndName = new RegExp(`${organisation.source.slice(0, -1)}(?:\\s\\p{Script=Han}{2,4}){1,2}$`, 'u')

/** A line that only says who sent the text in: （供稿：…）, (单位名), 供稿：…, …供稿. */
export function isContributor(text: string): boolean {
  if (text.length > 70) return false
  const inner = bracketLine.exec(text)?.[1]
  if (inner)
    return (
      contributorWords.test(inner) ||
      (inner.length <= 30 && (organisation.test(inner.trim()) || officeAndName.test(inner.trim())))
    )
  return (
    /^(?:供稿|供稿单位|撰稿|来稿单位|报送单位|稿件来源)\s?[:：]/.test(text) ||
    /^[^，。；：]{2,30}\s?供稿$/.test(text)
  )
}

/** Where the contributor begins that closes a paragraph on its last line (…成效。（供稿：…）), or -1. */
export function contributorAtEnd(text: string): number {
  const tail = text.slice(-80)
  const found =
    /[。！？”’]\s?([（(][^（()）]{0,6}(?:供稿|撰稿|通讯员|来源[:：])[^（()）]{0,60}[）)])$|[。！？”’]\s?([（(][^（()）。]{2,40}\s?供稿[）)])$/.exec(
      tail,
    )
  if (!found) return -1
  return text.length - (found[1] ?? found[2]!).length
}

const caption =
  /^(?:图为|上图|下图|左图|右图|图[一二三四五六七八九十\d]{1,2}(?:[:：\s]|(?=\p{Script=Han}{2,16}$))|图片[:：]|[（(]图[:：])|^.{0,40}图源|^!\[[^\]]*\]\([^)]*\)$|^[^。]{4,40}[（(][^（()）。，]{2,14}\s?(?:摄|供图)[）)]$/u
const photoCredit =
  /^[（(]?(?:.{0,20}(?:记者|通讯员|摄影|供图|图)[:：\s/／].{0,16}|[^，。]{2,12}\s|[^，。拍]{2,5})(?:摄|供图)[）)]?$/
/** A line under a picture. */
export function isCaption(text: string): boolean {
  return text.length <= 60 && (caption.test(text) || isPhotoCredit(text))
}

/** Who took the picture: 本报记者 某某 摄, 某某单位供图. */
export function isPhotoCredit(text: string): boolean {
  return text.length <= 30 && photoCredit.test(text) && !/[，。]/.test(text)
}

const byline =
  /^[（(]?(?:(?:\p{Script=Han}{0,10}\s)?\p{Script=Han}{0,6}(?:记者|通讯员)(?=[\s:：])|记者|通讯员|本报讯员|作者|文[:：/／]|文\s?[/／]\s?图|图\s?[/／]\s?文|撰文)\s?[:：]?\s?[\u4e00-\u9fff·\s、/／]{2,30}[）)]?$|^[（(](?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)]$/u
const speaker =
  /^\p{Script=Han}{2,24}(?:书记|主席|主任|局长|会长|院长|校长|省长|市长|县长|区长|部长|厅长|秘书长|理事长|站长|经理|董事长|教授|研究员|院士)\s\p{Script=Han}(?:\s?\p{Script=Han}){1,3}$/u
/** Who wrote or spoke: 记者 某某, 某某市科协主席 某某, or the day of a speech. */
export function isByline(text: string): boolean {
  return text.length <= 36 && (byline.test(text) || speaker.test(text))
}

const sourceLine =
  /^(?:稿源|来源|信息来源|稿件来源|来稿单位|供稿单位?|供稿)\s?[:：]|^(?:作者|时间|发布时间|日期|发布日期)\s?[:：].*(?:来源|稿源|时间|日期|作者|编辑)\s?[:：]/
/** Under the headline of a web page: 来源：… 作者：… 时间：…, or who sent it in. */
export function isSourceLine(text: string): boolean {
  return text.length <= 70 && sourceLine.test(text) && !/[。]/.test(text)
}

/** A source line that names one office and nothing else. */
export function isSingleSource(text: string): boolean {
  return isSourceLine(text) && (text.match(/[:：]/g)?.length ?? 0) === 1
}

const staff =
  /^(?:主题词|关键词|责任编辑|责编|编辑|主编|副主编|执行主编|校对|审核|核稿|签发|审签|责任校对|联系人|联系电话|电话|传真|地址|邮编|邮箱|电子邮箱|电子邮件|投稿邮箱|E-?mail|网址|本期编辑|值班编辑|编审|终审|复审|初审|承办单位|编发人)\s?[:：]/i
const notice =
  /^(?:温馨提示|征稿启事|来稿须知|投稿须知)\s?[:：]|^[^，。]{0,12}欢迎[^。]{0,30}(?:来稿|投稿|赐稿)/
/** Who edited and how to reach the office: printed at the foot, part of no article. */
export function isStaffLine(text: string): boolean {
  return text.length <= 120 && (staff.test(text) || notice.test(text))
}

const webFurniture =
  /^(?:当前位置|您的位置|您当前的位置|首页\s?[>›»|/]|(?:上|下)一[篇条则]\s?[:：]|分享到|打印本[页文]|关闭(?:窗口|本页)|返回(?:顶部|首页|列表)|扫一扫|【?字[体号]\s?[:：]|(?:浏览|阅读|点击)(?:次数|量|数)?\s?[:：]|(?:发布|发表|更新)(?:时间|日期)\s?[:：]|信息来源\s?[:：]|相关(?:链接|阅读|附件)\s?[:：]?$|附件下载|版权所有|[A-Z]{2,4}备\d|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP备)/
/** What a web page prints round the text: where one is, the next page, share and print. */
export function isWebFurniture(text: string): boolean {
  return text.length <= 80 && !isClosed(text) && webFurniture.test(text)
}

const contents =
  /^(?:目\s?录|本\s?期\s?(?:要\s?目|导\s?读|目\s?录|内\s?容|看\s?点)|要\s?目|导\s?读|CONTENTS)\s?[:：]?$|^[【〖[［](?:目录|本期要目|本期导读|本期目录|要目|导读)[】〗\]］]$/i
export function isContentsHeading(text: string): boolean {
  return text.length <= 16 && contents.test(text)
}

/** 。！？… closes a sentence, also behind a closing quotation mark or bracket. */
export function isClosed(text: string): boolean {
  const last = text.at(-1) ?? ''
  if ('。！？!?…'.includes(last)) return true
  if (last === '.') return !/\d\.$/.test(text)
  if ('”’」』）)》】'.includes(last)) return '。！？!?…'.includes(text.at(-2) ?? ' ')
  return false
}

/** ：； close a paragraph in a list and only there. */
export function isHalfClosed(text: string): boolean {
  return '：；:;'.includes(text.at(-1) ?? ' ')
}
