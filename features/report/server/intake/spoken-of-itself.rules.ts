/** How a text speaks of the unit that wrote it, where no name of it stands as one that did something. */
import type { ProposedUnit } from '../../contract/index.ts'
import type { ReadArticle } from './read-article.rules.ts'
import type { ReportingUnit } from './reporting.types.ts'

/** 我校 is a school’s own word: in the text of a science association it is the school’s that wrote it. */
const ourselves: readonly (readonly [RegExp, RegExp])[] = [
  // 我会 inside a sentence of a person is what somebody will do.
  [
    /(?:我会(?!继续|一定|努力|好好|永远|更加|把|尽|用|始终|时刻|珍惜|坚持|像|去|让|为)|本会)/gu,
    /(?:会|科协|科技社团)$/u,
  ],
  [/[我本](?:省|市|县|区|州|旗)科协/gu, /科协|科学技术协会/u],
  [/[我本](?:学会|协会|研究会|联合会|基金会)/gu, /会$/u],
  [/[我本]校(?!园)/gu, /(?:[校中]|小学|大学|学院|幼儿园)$/u],
  [/[我本](?:院(?!落)|医院|学院)/gu, /院$/u],
  [/[我本]馆/gu, /馆$/u],
  [/[我本]局/gu, /局$/u],
  [/[我本](?:公司|集团|企业)/gu, /(?:公司|集团|厂)$/u],
  [/[我本](?:社区|村|镇|乡|街道)(?!的|民)/gu, /(?:社区|村|镇|乡|街道|办事处)(?:.{0,4}科协|居委会|村委会)?$/u],
  [/[我本](?:单位|中心|站|所|部门|机关|党支部|支部)/gu, /./u],
]
/** In these words somebody went to it, and did not act for it. */
const visited = /(?:到|赴|来|前往|深入|走进|莅临|抵达|在)$/u
const together = /(?:联合|会同|协同|携手|与|和|同)$/u

export const namesOf = (unit: Omit<ReportingUnit, 'above'>): readonly string[] => [
  unit.name,
  ...unit.otherNames,
]

/**
 * 我会, 我校, or its name somewhere in the text; or nobody is named as the one who did it: then it was the unit that
 * reports. Null when another did it and the text does not speak of it at all.
 */
export function spokenOfItself(
  { body, events }: ReadArticle,
  unit: ReportingUnit,
  units: readonly ProposedUnit[],
): ProposedUnit | null {
  const base = { unitId: unit.id, name: unit.name, own: true } as const
  const hosted = units.some(one => ['host', 'organise', 'lead'].includes(one.role))
  const said = firstWords(body, unit)
  if (said) {
    const before = body.slice(Math.max(0, said.at - 2), said.at)
    const role = !hosted
      ? 'host'
      : together.test(before)
        ? 'co-host'
        : visited.test(before)
          ? 'recipient'
          : 'participate'
    const spans = [{ in: 'body' as const, from: said.at, to: said.at + said.words.length }]
    return { ...base, surface: said.words, role, spans, confidence: hosted ? 0.7 : 0.9 }
  }
  if (hosted || !events.length) return null
  return { ...base, surface: '', role: 'host', spans: null, confidence: 0.6 }
}

type Said = { readonly words: string; readonly at: number }

function firstWords(body: string, unit: ReportingUnit): Said | null {
  const names = namesOf(unit)
  const words = ourselves
    .filter(([, fits]) => names.some(name => fits.test(name)))
    .flatMap(([pattern]) => outsideQuotes(body, pattern) ?? [])
  const named = names
    .filter(name => name.length >= 3)
    .flatMap(name => (body.includes(name) ? [{ words: name, at: body.indexOf(name) }] : []))
  // What it calls itself says more than its name, which may stand there for many reasons.
  const found = words.length ? words : named
  return found.reduce<Said | null>((first, one) => (first && first.at <= one.at ? first : one), null)
}

function outsideQuotes(text: string, pattern: RegExp): Said | null {
  let quoted = false
  let seen = 0
  for (const match of text.matchAll(pattern)) {
    for (; seen < match.index; seen++) {
      if (text[seen] === '“') quoted = true
      else if (text[seen] === '”' || text[seen] === '\n') quoted = false
    }
    if (!quoted) return { words: match[0], at: match.index }
  }
  return null
}
