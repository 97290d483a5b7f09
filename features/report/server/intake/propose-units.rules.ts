import type { UnitMention } from '@jianbao/intake'
import type { ProposedUnit } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'
import type { Reporting, ReportingUnit } from './reporting.types.ts'
import { namesOf, spokenOfItself } from './spoken-of-itself.rules.ts'

/** More than the form takes are no help. */
const mostUnits = 20
const longestName = 60
/** Bodies inside a unit: what they do, the unit does. */
const inner =
  /^(?:机关)?(?:党组|党委|党总支|党支部|支部|团委|团支部|工会|妇委会|办公室|领导班子|全体[党职]|志愿服务(?:分?队|大?队)|[\u4e00-\u9fff]{1,6}(?:[部处科室]|中心|支部|服务队|志愿队|领导小组|领导小组办公室))$/u
const deictic = /^[我本该驻]?(?<level>[省市县区州])(?<rest>.{2,})$/u

/** Units that did it, the reporting one first; open classes (各单位) are none. */
export function proposeUnits(article: ReadArticle, context: Reporting): ProposedUnit[] {
  const main = mainEvent(article.events)
  const ordered = main ? [main, ...article.events.filter(event => event !== main)] : []
  const units: ProposedUnit[] = []
  for (const mention of ordered.flatMap(event => event.units)) {
    if (mention.generic || [...mention.name].length > longestName) continue
    const found = proposed(mention, article, context)
    const there = units.find(one => (found.unitId ? one.unitId === found.unitId : one.name === found.name))
    if (!there) units.push(found)
    else if (!there.spans?.length && found.spans?.length) there.spans = found.spans
  }
  const own = units.find(one => one.own) ?? spokenOfItself(article, context.unit, units)
  return [...(own ? [own] : []), ...units.filter(one => one !== own)].slice(0, mostUnits)
}

function proposed(mention: UnitMention, article: ReadArticle, context: Reporting): ProposedUnit {
  const { unit } = context
  const { name, surface, role, confidence } = mention
  const own = isOwn(mention, unit)
  const known = own ? unit.id : (context.unitOf(name) ?? context.unitOf(surface) ?? nearAbove(surface, unit))
  return {
    unitId: known,
    name: known === unit.id ? unit.name : name,
    surface,
    role,
    own: known === unit.id,
    spans: mention.spans.length ? article.spans(mention.spans) : null,
    confidence: known ? Math.max(confidence, 0.9) : confidence,
  }
}

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
  const hit = [unit, ...unit.above].find(one => namesOf(one).some(name => name.endsWith(tail)))
  return hit?.id ?? null
}
