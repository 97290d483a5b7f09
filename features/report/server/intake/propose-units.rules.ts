import type { UnitMention } from '@jianbao/intake'
import type { ProposedUnit } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'
import type { Reporting, ReportingUnit } from './reporting.types.ts'

/** More than the form takes are no help. */
const mostUnits = 20
const longestName = 60
/** How a text speaks of the unit that wrote it. 我会 inside a quotation is what somebody will do. */
const ourselves =
  /(?:我会(?!继续|一定|努力|好好|永远|更加|把|尽|用|始终|时刻|珍惜|坚持|像|去|让|为)|本会|[我本](?:校(?!园)|院(?!落)|馆|局|委(?!员)|站|所|中心|单位|公司|社|学会|协会|研究会|学院|医院|支部|党支部|部)|[我本][省市县区州旗]科协)/gu
/** Bodies inside a unit: what they do, the unit does. */
const inner =
  /^(?:机关)?(?:党组|党委|党总支|党支部|支部|团委|团支部|工会|妇委会|办公室|领导班子|全体[党职]|志愿服务(?:分?队|大?队)|[\u4e00-\u9fff]{1,6}(?:[部处科室]|中心|支部|服务队|志愿队|领导小组|领导小组办公室))$/u
const deictic = /^[我本该驻]?(?<level>[省市县区州])(?<rest>.{2,})$/u

/** Units that did it, the reporting one first; open classes (各单位) are none. */
export function proposeUnits(article: ReadArticle, context: Reporting): ProposedUnit[] {
  const { unit } = context
  const main = mainEvent(article.events)
  const ordered = main ? [main, ...article.events.filter(event => event !== main)] : []
  const units: ProposedUnit[] = []
  for (const mention of ordered.flatMap(event => event.units)) {
    if (mention.generic || [...mention.name].length > longestName) continue
    const named = proposedUnit(mention, article, context)
    const there = units.find(one => (named.unitId ? one.unitId === named.unitId : one.name === named.name))
    if (!there) units.push(named)
    else if (!there.spans?.length && named.spans?.length) there.spans = named.spans
  }
  const own = units.find(one => one.own) ?? spokenOfItself(article, unit, units)
  return [...(own ? [own] : []), ...units.filter(one => one !== own)].slice(0, mostUnits)
}

function proposedUnit(mention: UnitMention, article: ReadArticle, context: Reporting): ProposedUnit {
  const { unit } = context
  const { name, surface, role, confidence } = mention
  const own = isOwn(mention, unit)
  const known = own ? unit.id : (context.unitOf(name) ?? context.unitOf(surface) ?? nearAbove(surface, unit))
  return {
    unitId: known,
    name: own ? unit.name : name,
    surface,
    role,
    own: known === unit.id,
    spans: mention.spans.length ? article.spans(mention.spans) : null,
    confidence: known ? Math.max(confidence, 0.9) : confidence,
  }
}

const namesOf = (unit: Omit<ReportingUnit, 'above'>): readonly string[] => [unit.name, ...unit.otherNames]

function isOwn({ name, surface }: UnitMention, unit: ReportingUnit): boolean {
  return namesOf(unit).some(own =>
    [name, surface].some(
      said => said === own || (said.startsWith(own) && inner.test(said.slice(own.length))),
    ),
  )
}

/** 市科协, of a unit whose own city no list of places has: the nearest above that is called so. */
function nearAbove(surface: string, unit: ReportingUnit): string | null {
  const said = deictic.exec(surface)
  if (!said) return null
  const tail = `${said.groups?.['level']}${said.groups?.['rest']}`
  const hits = [unit, ...unit.above].filter(one => namesOf(one).some(name => name.endsWith(tail)))
  return hits[0]?.id ?? null
}

/**
 * 我会, 我校; or nobody is named as the one who did it: then it was the unit that reports. Another host leaves it out.
 */
function spokenOfItself(
  article: ReadArticle,
  unit: ReportingUnit,
  units: readonly ProposedUnit[],
): ProposedUnit | null {
  const base = { unitId: unit.id, name: unit.name, own: true } as const
  const said = firstOutsideQuotes(article.body, ourselves)
  const hosted = units.some(one => one.role === 'host' || one.role === 'organise' || one.role === 'lead')
  if (said) {
    const { words, at } = said
    const spans = [{ in: 'body' as const, from: at, to: at + words.length }]
    return { ...base, surface: words, role: hosted ? 'participate' : 'host', spans, confidence: 0.9 }
  }
  if (hosted || !article.events.length) return null
  return { ...base, surface: '', role: 'host', spans: null, confidence: 0.6 }
}

function firstOutsideQuotes(text: string, pattern: RegExp): { words: string; at: number } | null {
  let depth = 0
  let seen = 0
  for (const match of text.matchAll(pattern)) {
    for (; seen < match.index; seen++) {
      if (text[seen] === '“') depth++
      else if (text[seen] === '”' || text[seen] === '\n') depth = 0
    }
    if (depth === 0) return { words: match[0], at: match.index }
  }
  return null
}
