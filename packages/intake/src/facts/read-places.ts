import type { PlaceMention } from '../contract.ts'
import { divisionAt } from './divisions.ts'
import { divisionChain } from './unit-names.ts'

/** A place found in a sentence: offsets `[from, to)`, the kind told from its last word, confidence 0 to 1. */
export type PlaceReading = Omit<PlaceMention, 'spans'> & { readonly from: number; readonly to: number }

const opener =
  /(?:深入到|深入|走进|走入|开进|前往|来到|抵达|奔赴|进驻|走访|赴|到|在|位于|参观(?:了)?|瞻仰(?:了)?|拜谒(?:了)?|祭扫(?:了)?|——|、|和|及)/gu
const endings: readonly (readonly [PlaceMention['kind'], string])[] = [
  ['community', '社区|小区|家属院|居委会|网格'],
  ['village', '行政村|自然村|村(?![民委干医支里])'],
  ['town', '街道(?!办)|镇(?![党政])|乡(?![村镇亲党])|办事处'],
  ['school', '大学|学院|中学|小学|幼儿园|学校|[一二三四五六七八九十]中'],
  ['hospital', '医院|卫生院|卫生服务中心|保健院'],
  ['company', '公司|集团|合作社|厂区|车间|企业园'],
  ['memorial', '纪念馆|纪念园|纪念碑|陵园|陵墓|故居|旧址|革命馆|烈士墓|会址|遗址'],
  [
    'venue',
    '科技馆|博物馆|展览馆|图书馆|文化馆|档案馆|史志馆|体育馆|报告厅|会议室|会议厅|会堂|礼堂|广场|宾馆|酒店|剧院|影院|中心|学术交流厅|活动室|文化宫|少年宫|党校|科学馆|美术馆',
  ],
  [
    'site',
    '工地|基地|公园|景区|生态园|示范园|产业园|园区|扬水站|水库|大堤|卡点|采样点|接种点|检查站|服务站|车站|高铁站|码头|田间地头|农场|林场|大棚|教堂',
  ],
]
const ending = new RegExp(endings.map(([kind, words]) => `(?<${kind}>${words})`).join('|'), 'gu')
const notPlace =
  /(?:开展|举办|召开|举行|组织|进行|过程|基础|活动|指导下|带领|领导|期间|方面|工作|之际|全省|全市|大家|群众|现场|第一)/u

/**
 * Where things took place: after 到, 赴, 走进, 在 and the like, up to the word that tells the kind of place; divisions too.
 * `name` equals the surface; what the article adds (the city in force) is added by the reader of events.
 */
export function readPlaces(text: string): PlaceReading[] {
  const found: PlaceReading[] = []
  for (const match of text.matchAll(opener)) {
    const from = match.index + match[0].length
    if (from < (found.at(-1)?.to ?? 0)) continue
    const isList = /^[、和及]$/u.test(match[0])
    if (isList && found.at(-1)?.to !== match.index) continue
    const read = placeFrom(text, from)
    if (read) found.push(read)
  }
  return found
}

function placeFrom(text: string, from: number): PlaceReading | null {
  const clause = /^[^，。；：！？“”《》、]{2,26}/u.exec(text.slice(from, from + 26))?.[0] ?? ''
  const chain = divisionChain(text, from)
  let best: { end: number; kind: PlaceMention['kind'] } | null = null
  for (const match of clause.matchAll(ending)) {
    const end = match.index + match[0].length
    const before = clause.slice(0, match.index)
    if (notPlace.test(before) || /(?:开展|举办|召开)/u.test(before)) break
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as
      | PlaceMention['kind']
      | undefined
    if (kind && before.length > 0) best = { end: from + end, kind }
  }
  if (best) {
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
  const surface = text.slice(from, chain.end)
  return { from, to: chain.end, surface, name: surface, kind: last.level, confidence: last.full ? 0.9 : 0.7 }
}
