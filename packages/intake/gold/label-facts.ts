import type { GoldDate, GoldEvent, GoldFigure, GoldPlace, GoldUnit, Quote } from './gold-file.ts'
import type { LabelLine } from './label-lines.ts'
import { type LocatedText, occurrences, quoteOf, squeeze } from './located-text.ts'

export type Range = { from: number; to: number }

/** Where the quotes of an event may stand: its article or item first, then headline, lead and the whole article. */
export type Scope = { own: Range; headline?: Range; lead?: Range; article: Range }

type Found = Quote & { from: number; in?: 'headline' | 'lead' }

const fail = (label: LabelLine, why: string): never => {
  throw new Error(`line ${label.line} (${label.verb} ${label.rest}): ${why}`)
}

/** Finds the mention nearest to the act: same sentence first, then nearest before, then nearest after (RULES 1.4). */
function findMention(
  located: LocatedText,
  scope: Scope,
  label: LabelLine,
  surface: string,
  act: Range,
  name = surface,
): Found {
  const needle = squeeze(surface)
  const named = name.endsWith(needle) ? name.length - needle.length : 0
  const usable = (at: number) =>
    (at === scope.own.from || !/^\d/.test(needle) || !/[\d.]/.test(located.text[at - 1] ?? '')) &&
    !(named > 0 && located.text.startsWith(name, at - named))
  const search = (range: Range | undefined) =>
    range ? occurrences(located, needle, range.from, range.to).filter(usable) : []
  const quoted = (from: number, place?: 'headline' | 'lead'): Found => ({
    ...quoteOf(located, from, from + needle.length),
    ...(place && { in: place }),
    from,
  })
  if (label.options.has('@headline'))
    return quoted(search(scope.headline)[0] ?? fail(label, 'not in the headline'), 'headline')
  if (label.options.has('@lead'))
    return quoted(search(scope.lead)[0] ?? fail(label, 'not in the lead'), 'lead')
  const own = search(scope.own)
  const nth = label.options.get('#')
  if (nth) return quoted(own.at(nth === 'last' ? -1 : Number(nth) - 1) ?? fail(label, `no occurrence ${nth}`))
  const nearest = chooseNearest(located, own, act)
  if (nearest !== undefined) return quoted(nearest)
  const elsewhere: [Range | undefined, 'headline' | 'lead' | undefined][] = [
    [scope.headline, 'headline'],
    [scope.lead, 'lead'],
    [scope.article, undefined],
  ]
  for (const [range, place] of elsewhere) {
    const first = search(range)[0]
    if (first !== undefined) return quoted(first, place)
  }
  return fail(label, 'quote not found')
}

function chooseNearest(located: LocatedText, candidates: number[], act: Range): number | undefined {
  const sentenceStart =
    Math.max(...['。', '！', '？'].map(mark => located.text.lastIndexOf(mark, act.from))) + 1
  const ends = ['。', '！', '？'].map(mark => located.text.indexOf(mark, act.to)).filter(end => end >= 0)
  const sentenceEnd = Math.min(located.text.length, ...ends)
  const distance = (at: number) => Math.abs(at - act.from)
  const rank = (at: number) => (at >= sentenceStart && at < sentenceEnd ? 0 : at < act.from ? 1 : 2)
  return [...candidates].sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b))[0]
}

/** Splits `surface=name`. */
function splitName(label: LabelLine, word = label.words[0]): [string, string | undefined] {
  if (!word) return fail(label, 'a quote is missing')
  const cut = word.indexOf('=')
  return cut < 0 ? [word, undefined] : [word.slice(0, cut), word.slice(cut + 1)]
}

const flag = <K extends string>(label: LabelLine, name: K): { [key in K]?: true } =>
  (label.options.has(name) ? { [name]: true } : {}) as { [key in K]?: true }

function strip({ from: _from, ...quote }: Found): Quote & { in?: 'headline' | 'lead' } {
  return quote
}

function readUnit(located: LocatedText, scope: Scope, label: LabelLine, act: Range): GoldUnit {
  const [surface, name = squeeze(surface)] = splitName(label)
  const found = findMention(located, scope, label, surface, act, name)
  const role = label.words[1] ?? 'host'
  return {
    ...strip(found),
    name,
    role,
    ...flag(label, 'generic'),
    ...flag(label, 'embedded'),
    ...flag(label, 'inherited'),
  }
}

function readDate(
  located: LocatedText,
  scope: Scope,
  label: LabelLine,
  act: Range,
  issueDate: string | null,
): GoldDate {
  const [surface] = splitName(label)
  const quote = strip(findMention(located, scope, label, surface, act))
  const inherited = flag(label, 'inherited')
  if (label.options.has('vague'))
    return {
      ...quote,
      role: 'when',
      kind: 'vague',
      start: null,
      end: issueDate,
      value: 'PAST_REF',
      src: 'vague',
      ...inherited,
    }
  const term = label.words[1] ?? fail(label, 'a value is missing')
  if (label.options.has('duration'))
    return {
      ...quote,
      role: 'duration',
      kind: 'duration',
      start: null,
      end: null,
      value: term,
      src: 'explicit',
    }
  const src = label.options.has('anaphor') ? 'anaphor' : /年/.test(surface) ? 'explicit' : 'year-from-issue'
  const fuzzy = label.options.has('fuzzy') ? { fuzzy: label.options.get('fuzzy')!.split(',') } : {}
  if (label.options.has('since'))
    return {
      ...quote,
      role: 'when',
      kind: 'since',
      start: term,
      end: null,
      value: `${term}/..`,
      src,
      ...fuzzy,
      ...inherited,
    }
  const [, start, part, end] =
    /^(\d{4}-\d\d-\d\d)(am|pm)?(?:\.\.(\d{4}-\d\d-\d\d))?$/.exec(term) ?? fail(label, 'not a date')
  if (!start || (end && end < start)) return fail(label, 'not a date')
  const clock = part === 'am' ? 'TMO' : part === 'pm' ? 'TAF' : ''
  return {
    ...quote,
    role: 'when',
    kind: label.options.has('anaphor') ? 'anaphor' : end ? 'range' : 'day',
    start,
    end: end ?? start,
    value: end ? `${start}/${end}` : `${start}${clock}`,
    src,
    ...(part && { part: part as 'am' | 'pm' }),
    ...fuzzy,
    ...inherited,
  }
}

function readPlace(located: LocatedText, scope: Scope, label: LabelLine, act: Range): GoldPlace {
  const [surface, name = squeeze(surface)] = splitName(label)
  return {
    ...strip(findMention(located, scope, label, surface, act)),
    name,
    kind: label.words[1] ?? fail(label, 'no kind'),
  }
}

function readFigure(located: LocatedText, scope: Scope, label: LabelLine, act: Range): GoldFigure {
  const [surface, given] = splitName(label)
  const found = findMention(located, scope, label, surface, act)
  const plain = /^([\d.]+)(?:余|多)?([^\d余多万亿千百十]+)$/.exec(surface)
  const [value, unit] = given ? given.split(':') : [plain?.[1], plain?.[2]]
  if (!value || !unit || Number.isNaN(Number(value))) return fail(label, 'value and unit must be given')
  const [, kind, what] = label.words
  if (!kind || !what) return fail(label, 'kind and measured thing must be given')
  const near = chooseNearest(located, occurrences(located, what, scope.own.from, scope.own.to), {
    from: found.from,
    to: found.from + surface.length,
  })
  const per = label.options.get('per')
  return {
    ...strip(found),
    value: Number(value),
    unit,
    kind,
    qual: (label.options.get('qual') as GoldFigure['qual'] | undefined) ?? readQualifier(surface),
    what,
    ...(near !== undefined && { of: quoteOf(located, near, near + what.length) }),
    ...(per && { per }),
    ...(kind === 'money' && { currency: 'CNY' as const }),
  }
}

function readQualifier(surface: string): GoldFigure['qual'] {
  if (/[余多]|超|逾|突破/.test(surface)) return 'over'
  if (/约|左右/.test(surface)) return 'about'
  if (/近|不到/.test(surface)) return 'under'
  return /不少于|以上/.test(surface) ? 'atleast' : 'exact'
}

/**
 * Builds the events of one article or item from its label lines (`event`, then `u`, `d`, `p`, `f`).
 * Errors name the label line whose quote does not stand in the text.
 */
export function readEvents(
  located: LocatedText,
  scope: Scope,
  labels: LabelLine[],
  id: string,
  issueDate: string | null,
): GoldEvent[] {
  const events: GoldEvent[] = []
  let act: Range = { from: scope.own.from, to: scope.own.from }
  for (const label of labels) {
    const current = events.at(-1)
    if (label.verb === 'event') {
      const [type, modality, ...words] = label.words
      const needle = squeeze(words.join(''))
      const all = occurrences(located, needle, scope.own.from, scope.own.to)
      const nth = label.options.get('#')
      const from = nth
        ? all.at(nth === 'last' ? -1 : Number(nth) - 1)
        : (all.find(at => at >= act.to) ?? all[0])
      if (from === undefined || !type || !needle) return fail(label, 'the act does not stand in the text')
      act = { from, to: from + needle.length }
      const parent = label.options.get('parent')
      events.push({
        id: `${id}e${events.length + 1}`,
        type,
        modality: modality as GoldEvent['modality'],
        ...(parent && { parent: `${id}e${Number(parent) < 0 ? events.length : parent}` }),
        ...flag(label, 'distributive'),
        act: quoteOf(located, act.from, act.to),
        units: [],
        dates: [],
        places: [],
        figures: [],
      })
    } else if (!current) fail(label, 'stands before the first event')
    else if (label.verb === 'u') current.units.push(readUnit(located, scope, label, act))
    else if (label.verb === 'd') current.dates.push(readDate(located, scope, label, act, issueDate))
    else if (label.verb === 'p') current.places.push(readPlace(located, scope, label, act))
    else if (label.verb === 'f') current.figures.push(readFigure(located, scope, label, act))
    else fail(label, 'unknown verb')
  }
  return events
}
