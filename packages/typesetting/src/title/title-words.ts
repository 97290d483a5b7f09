/** Cuts a headline into pieces that may not be cut again: words, names, numbers with their measure, marks with their word. */
const words = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

export const neverStarts = '，。、；：？！”’）》】〉」』〕］·%％‰℃…,.;:?!)]'
export const neverEnds = '“‘（《【〈「『〔［([#￥$—'
const closers: Record<string, string> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '）': '（',
  '】': '【',
  '」': '「',
  '』': '『',
}
const openers = new Set(Object.values(closers))

// Set phrases that a dictionary cuts and a headline must not.
const setPhrases = [
  '习近平',
  '习近平总书记',
  '总书记',
  '党中央',
  '国务院',
  '新时代',
  '党史',
  '党史学习教育',
  '党建',
  '理论学习中心组',
]
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习谈房',
)
const tails = new Set(
  '省 市 县 区 镇 乡 村 科协 学会 协会 研究会 联合会 学校 大学 学院 医院 公司 集团 委员会 办公室 领导小组 党组 党委 支部 分会 中心 工作站 社区 街道 主席 书记 同志 院士 教授'.split(
    ' ',
  ),
)

export type Piece = {
  text: string
  /** Width in characters: a letter or figure of the Latin face counts one half. */
  width: number
  /** What it costs to end a line after this piece; 0 is free. */
  cost: number
  /** A space the author typed: a wished-for break. */
  wish: boolean
  /** What it costs not to break there: little between short parallel phrases, which stand well side by side. */
  wishCost: number
}

/** Width of text in full-width characters. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character <= '\u00ff' ? 0.5 : 1
  return width
}

/** Pieces of a headline in order; joined (a wish adds one ideographic space) they give the headline back. */
export function cutTitle(title: string, glue: readonly string[] = []): Piece[] {
  // A space before a closing or after an opening mark is a slip, not a wish.
  const tidy = title.replace(/[\s\u3000]+(?=[，。、；：？！”’）》】〉])|(?<=[“‘（《【〈])[\s\u3000]+/gu, '')
  const bound = bindMarks(bindNames(bindGlue(segment(tidy), [...setPhrases, ...glue])))
  const pieces: Piece[] = []
  let depth = 0
  for (const [index, text] of bound.entries()) {
    for (const mark of text) {
      if (openers.has(mark)) depth += 1
      else if (closers[mark]) depth = Math.max(0, depth - 1)
    }
    const blank = /^[\s\u3000]+$/u
    if (blank.test(text)) {
      const last = pieces.at(-1)
      if (!last) continue
      // Between words of an alphabet a space is spelling; there a line may end, no more.
      const latin =
        /[\p{sc=Latin}\d.,;:!?&%)]$/u.test(last.text) && /^[\p{sc=Latin}(]/u.test(bound[index + 1] ?? '')
      if (latin) Object.assign(last, { text: `${last.text} `, width: last.width + 0.5, cost: 0 })
      else if (depth === 0) last.wish = true
      else Object.assign(last, { text: `${last.text}\u00a0`, width: last.width + 0.5 })
      continue
    }
    const next = bound[index + 1]
    pieces.push({ text, width: widthOf(text), cost: breakCost(text, next, depth), wish: false, wishCost: 0 })
  }
  return weighWishes(pieces)
}

/** A phrase of up to six characters beside another such, as in slogans of three. */
const shortPhrase = 6

function weighWishes(pieces: Piece[]): Piece[] {
  const widths = [0]
  for (const piece of pieces) {
    widths[widths.length - 1]! += piece.text.startsWith('—') ? 0 : piece.width
    if (piece.wish || piece.cost <= subtitle) widths.push(0)
  }
  let phrase = 0
  for (const piece of pieces) {
    if (piece.wish)
      piece.wishCost = Math.max(widths[phrase]!, widths[phrase + 1] ?? 0) <= shortPhrase ? 10 : 90
    if (piece.wish || piece.cost <= subtitle) phrase += 1
  }
  return pieces
}

/** A subtitle after —— begins a line of its own where it can. */
const subtitle = -400

function breakCost(text: string, next: string | undefined, depth: number): number {
  let cost = depth > 0 ? 400 : 0
  if (!next) return cost
  if (next.startsWith('——') && depth === 0) return subtitle
  if (tails.has(next)) cost += 150
  if (/^[的了着之等和与及暨]/u.test(next))
    cost += [...next].length === 1 && !/[和与及暨]/u.test(next) ? 120 : 0
  if (isStray(text)) cost += 90
  if (isStray(next)) cost += 90
  if (/[和与及暨在为将被把对向从以]$/u.test(text) && [...text].length === 1) cost += 60
  if (/[，。、；：？！]$/u.test(text)) cost -= 20
  return cost
}

/** A single character that is no word of its own here: most likely half of one the dictionary lacks. */
function isStray(text: string): boolean {
  return (
    [...text].length === 1 &&
    /\p{sc=Han}/u.test(text) &&
    !tails.has(text) &&
    !/[的了着之等和与及暨在为到将]/u.test(text)
  )
}

function segment(title: string): string[] {
  return [...words.segment(title)].map(part => part.segment)
}

/** Puts set phrases back together wherever they stand, even when the dictionary cut across their edges. */
function bindGlue(parts: string[], glue: readonly string[]): string[] {
  const whole = parts.join('')
  const cuts = new Set<number>()
  let at = 0
  for (const part of parts) {
    at += part.length
    cuts.add(at)
  }
  for (const phrase of glue) {
    if (phrase.length < 2) continue
    for (let from = whole.indexOf(phrase); from >= 0; from = whole.indexOf(phrase, from + phrase.length))
      for (let inside = from + 1; inside < from + phrase.length; inside++) cuts.delete(inside)
  }
  const bound: string[] = []
  let start = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    bound.push(whole.slice(start, cut))
    start = cut
  }
  return bound
}

/** A surname and the one or two single characters after it are a name; a number keeps its measure word. */
function bindNames(parts: string[]): string[] {
  const bound: string[] = []
  for (let index = 0; index < parts.length; index++) {
    let text = parts[index]!
    if (surnames.has(text)) {
      for (let more = 0; more < 2; more++) {
        const next = parts[index + 1]
        if (
          next === undefined ||
          [...next].length !== 1 ||
          !/\p{sc=Han}/u.test(next) ||
          /[在和与为的到]/u.test(next)
        )
          break
        text += next
        index += 1
      }
    }
    if (/\d$/u.test(text)) {
      if (parts[index + 1] === ' ' && /^\p{sc=Han}/u.test(parts[index + 2] ?? '')) index += 1
      while (/^[多余亿万千百个人次名场项部]+$/u.test(parts[index + 1] ?? '')) text += parts[++index]!
      if (/\d$/u.test(text) && /^\p{sc=Han}{1,2}$/u.test(parts[index + 1] ?? '')) text += parts[++index]!
    }
    bound.push(text)
  }
  return bound
}

/** Closing marks stay with the word before, opening marks with the word after. */
function bindMarks(parts: string[]): string[] {
  const bound: string[] = []
  for (const part of parts) {
    const last = bound.at(-1)
    const blank = /^[\s\u3000]/u
    if (
      last &&
      !blank.test(part) &&
      !blank.test(last) &&
      (neverStarts.includes(part[0]!) || neverEnds.includes(last.at(-1)!))
    )
      bound[bound.length - 1] = last + part
    else bound.push(part)
  }
  return bound
}
