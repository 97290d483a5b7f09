import type { PlaceMention } from '../contract.ts'
import { divisionAt } from './divisions.ts'
import { plainText, sourceRange } from './plain-text.ts'
import { divisionChain } from './unit-names.ts'

/** A place found in a text: offsets `[from, to)`, the kind told from its last word, confidence 0 to 1. */
export type PlaceReading = Omit<PlaceMention, 'spans'> & { readonly from: number; readonly to: number }

const opener =
  /(?:深入到|深入|走进|走入|开进|前往|来到|抵达|奔赴|进驻|走访|慰问|赴|到(?!位|了|会)|在(?!线)|位于|参观(?:了)?|瞻仰(?:了)?|拜谒(?:了)?|祭扫(?:了)?|——|[、和及])/gu
const endings: readonly (readonly [PlaceMention['kind'], string])[] = [
  ['community', '社区|小区|家属院|居委会'],
  ['village', '行政村|自然村|村(?![民委干医支里史])'],
  ['town', '街道(?!办)|镇(?![党政长])|乡(?![村镇亲党长])|办事处'],
  ['school', '大学|学院|中学|小学|幼儿园|学校|[一二三四五六七八九十]中(?=[，、。开举进]|$)'],
  ['hospital', '医院|卫生院|卫生服务中心|保健院'],
  ['company', '公司|合作社|厂区|车间'],
  ['memorial', '纪念馆|纪念园|纪念碑|陵园|陵墓|故居|旧址|革命馆|烈士墓|会址|遗址'],
  [
    'venue',
    '科技馆|博物馆|展览馆|图书馆|文化馆|档案馆|史志馆|体育馆|报告厅|会议室|会议厅|会堂|礼堂|广场|宾馆|酒店|剧院|影院|中心|交流厅|活动室|文化宫|少年宫|党校|科学馆|美术馆|艺术公园',
  ],
  [
    'site',
    '工地|基地|公园|景区|生态园|示范园|产业园|园区|扬水站|水库|大堤|卡点|采样点|接种点|检查站|服务站|高铁站|火车站|码头|田间地头|农场|林场|大棚|教堂|敬老院|福利院',
  ],
]
const ending = new RegExp(endings.map(([kind, words]) => `(?<${kind}>${words})`).join('|'), 'gu')
// words that no name of a place runs across
const breaks =
  /(?:开展|举办|召开|举行|组织|进行|过程|指导|带领|领导|期间|方面|工作|之际|全省|全市|大家|群众|现场|第一时间|拜谒|参观|瞻仰|调研|考察|慰问|组成|为|与|向|由|将|把|对|从|到|在|赴|的|了|和|及|等|、)/gu

/**
 * Where things took place: after 到, 赴, 走进, 在 and the like (and on through 、 and 和), up to the word that tells the kind
 * of place; names of divisions too. Blanks do not matter. `name` equals the surface: what an article adds (the city in
 * force) is added by `readEvents`. Never throws.
 */
export function readPlaces(text: string): PlaceReading[] {
  const plain = plainText(text)
  return readPlainPlaces(plain.text).map(place => {
    const [from, to] = sourceRange(plain, place.from, place.to)
    return { ...place, from, to, surface: text.slice(from, to) }
  })
}

/** As `readPlaces`, on text that is plain already. */
export function readPlainPlaces(text: string): PlaceReading[] {
  const found: PlaceReading[] = []
  for (const match of text.matchAll(opener)) {
    const from = match.index + match[0].length
    const last = found.at(-1)
    if (from < (last?.to ?? 0)) continue
    if (/^[、和及]$/u.test(match[0]) && last?.to !== match.index) continue
    const read = placeFrom(text, from)
    if (!read) continue
    // 教育基地——某某纪念馆: what stands before the dash only says what kind of place it is
    if (match[0] === '——' && last?.to === match.index) found.pop()
    found.push(read)
  }
  return found
}

function placeFrom(text: string, start: number): PlaceReading | null {
  const clause = /^[^，。；：！？“”《》、—]{2,26}/u.exec(text.slice(start, start + 26))?.[0] ?? ''
  const chain = divisionChain(text, start)
  const limit = firstBreak(text, clause, start, chain.end)
  let best: { end: number; kind: PlaceMention['kind'] } | null = null
  for (const match of clause.slice(0, limit).matchAll(ending)) {
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as
      | PlaceMention['kind']
      | undefined
    if (kind && (match.index > 0 || match[0].length >= 3))
      best = { end: start + match.index + match[0].length, kind }
  }
  if (best) {
    const from = placedStart(text, start, best.end)
    const surface = text.slice(from, best.end)
    return {
      from,
      to: best.end,
      surface,
      name: surface,
      kind: best.kind,
      confidence: divisionAt(text, from) ? 0.9 : 0.75,
    }
  }
  const last = chain.divisions.at(-1)
  if (!last) return null
  const surface = text.slice(start, chain.end)
  return {
    from: start,
    to: chain.end,
    surface,
    name: surface,
    kind: last.level,
    confidence: last.full ? 0.9 : 0.7,
  }
}

/** Where in the clause something begins that is no place any more; characters of division names do not count. */
function firstBreak(text: string, clause: string, start: number, chainEnd: number): number {
  for (const match of clause.matchAll(breaks)) {
    const at = start + match.index
    if (at < chainEnd || divisionAt(text, at)?.full || divisionAt(text, at - 1)?.full) continue
    if (match.index > 1) return match.index
  }
  return clause.length
}

/** 学会所在金水区…社区, 结对共建小区市民政局小区: what stands before a division in the middle is no part of the place. */
function placedStart(text: string, start: number, end: number): number {
  if (divisionAt(text, start)) return start
  for (let i = start + 2; i < end - 3; i++) {
    const division = divisionAt(text, i)
    if (/[小社]区$/u.test(text.slice(start, i)) && /^[市县区]/u.test(text.slice(i))) return i
    if (division?.full && /(?:所在|位于|共建|结对|驻地|来自|小区|社区|联系点)$/u.test(text.slice(start, i)))
      return i
  }
  return start
}
