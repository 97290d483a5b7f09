/** One sentence of a brief: of one report, or of several that tell of the same act. */
import { type BriefLeftOut, type FigureAttrs, printFigure } from '../../contract/index.ts'
import { type Reckoned, reckonFigure } from '../figure/figure.rules.ts'
import { type Act, actOf, withFigures } from './act.rules.ts'
import type { Asked, BriefFigure, BriefReport, Part, Piece, Sentence, Told } from './brief.types.ts'
import { spanOf } from './day.rules.ts'
import { byTemplate, type Saying, sayFigure, templateFits } from './figure-saying.rules.ts'
import { subjectOf } from './subject.rules.ts'
import { templateWords as words } from './template.texts.ts'

const word = (text: string): Piece => ({ from: 'word', text })
const fact = (text: string): Piece => ({ from: 'fact', text })
const together: readonly string[] = ['host', 'co-host', 'organise', 'undertake']
const mostPartners = 3

/** Reports of one act; the first one's words stand for all. */
export type Grouped = { readonly reports: readonly BriefReport[]; readonly act: Act }

/** In the order of their days, those with the same act in one group. */
export function groupReports(reports: readonly BriefReport[]): Grouped[] {
  const sorted = reports.toSorted((a, b) => (a.startDay ?? '9').localeCompare(b.startDay ?? '9'))
  // An act with a number of its own is that report's alone.
  const groups = Map.groupBy(sorted, report => {
    const { text } = actOf(report)
    return /\d/u.test(text) ? `${text} ${report.reportId}` : text
  })
  return [...groups.values()].map(group => ({ reports: group, act: actOf(group[0]!) }))
}

export function sentenceOf({ reports, act }: Grouped, asked: Asked): Sentence {
  const [first] = reports
  const several = reports.length > 1
  const leftOut: BriefLeftOut[] = []
  const figure = (one: BriefFigure, shown: string): Piece => ({
    from: 'figure',
    attrs: attrsOf(asked, 'one', one.measure, [{ report: first!, figure: one }], shown),
  })
  const acted = several
    ? { part: act.part, used: [] }
    : act.fallback
      ? { part: act.part, used: [] }
      : withFigures(act.text, first!.figures, figure)
  for (const { reportId, startDay } of reports) {
    if (!startDay) leftOut.push({ reportId, fact: 'day', words: '', why: 'missing' })
    if (act.fallback) leftOut.push({ reportId, fact: 'act', words: '', why: 'missing' })
  }
  const said = textOf(acted.part)
  const place = placeOf(reports, act, said)
  const partners = partnersOf(reports, act, said)
  const figures = several
    ? sumsOf(reports, asked)
    : onesOf(
        first!,
        first!.figures.filter(one => !acted.used.includes(one)),
        asked,
      )
  return {
    day: [],
    subject: subjectOf(reports, asked),
    partners: partners.part,
    place: place.part,
    act: acted.part,
    figures: figures.said,
    told: { partners: partners.told, place: place.told },
    leftOut: [...leftOut, ...place.leftOut, ...partners.leftOut, ...figures.leftOut],
  }
}

export const spanOfGroup = ({ reports }: Grouped) => spanOf(reports)

type Settled = {
  readonly part: Part
  readonly told: readonly Told[]
  readonly leftOut: readonly BriefLeftOut[]
}

function placeOf(reports: readonly BriefReport[], act: Act, said: string): Settled {
  const told = reports.flatMap(({ reportId, place }): Told[] => {
    const text = place?.trim()
    return text ? [{ reportId, fact: 'place', words: text }] : []
  })
  const missing = reports
    .filter(({ place }) => !place?.trim())
    .map(({ reportId }): BriefLeftOut => ({ reportId, fact: 'place', words: '', why: 'missing' }))
  const names = new Set(told.map(one => one.words))
  const [place] = names
  if (!place || (names.size === 1 && said.includes(place))) return { part: [], told: [], leftOut: missing }
  const why = names.size > 1 || missing.length > 0 ? 'differs' : act.doing ? null : 'does-not-fit'
  if (why)
    return { part: [], told: [], leftOut: [...missing, ...told.map(one => ({ ...one, why }) as const)] }
  return { part: [word(words.in), fact(place)], told, leftOut: [] }
}

function partnersOf(reports: readonly BriefReport[], act: Act, said: string): Settled {
  const all = reports.flatMap(({ reportId, partners }) =>
    partners
      .filter(({ name }) => name.trim() && !said.includes(name.trim()))
      .map(each => ({ reportId, ...each })),
  )
  const told = (list: typeof all): Told[] =>
    list.map(({ reportId, name }) => ({ reportId, fact: 'partners', words: name.trim() }))
  const acting = all.filter(({ role }) => together.includes(role))
  const leftOut = told(all.filter(each => !acting.includes(each))).map(
    one => ({ ...one, why: 'no-template' }) as const,
  )
  if (acting.length === 0) return { part: [], told: [], leftOut }
  const why =
    reports.length > 1 ? 'differs' : act.doing && !act.text.startsWith(words.together) ? null : 'does-not-fit'
  if (why)
    return {
      part: [],
      told: [],
      leftOut: [...leftOut, ...told(acting).map(one => ({ ...one, why }) as const)],
    }
  const shown = acting.slice(0, mostPartners)
  const names = shown.flatMap(({ name }, at) =>
    at ? [word(words.and), fact(name.trim())] : [fact(name.trim())],
  )
  const more = acting.length > shown.length ? [word(words.others)] : []
  return {
    part: [word(words.together), ...names, ...more],
    told: told(shown),
    leftOut: [
      ...leftOut,
      ...told(acting.slice(mostPartners)).map(one => ({ ...one, why: 'too-long' }) as const),
    ],
  }
}

type Said = { readonly said: Sentence['figures']; readonly leftOut: readonly BriefLeftOut[] }

function onesOf(report: BriefReport, figures: readonly BriefFigure[], asked: Asked): Said {
  const said: { part: Part; told: readonly Told[] }[] = []
  const leftOut: BriefLeftOut[] = []
  for (const figure of figures) {
    const saying = sayFigure(report, figure)
    const told = toldOf(report, figure)
    if (saying)
      said.push({
        part: partOf(saying, attrsOf(asked, 'one', figure.measure, [{ report, figure }], saying.shown)),
        told: [told],
      })
    else leftOut.push({ ...told, why: 'no-template' })
  }
  return { said, leftOut }
}

/** A sum for each measure and unit that every report has just once; all else would add up what is not alike. */
function sumsOf(reports: readonly BriefReport[], asked: Asked): Said {
  const said: { part: Part; told: readonly Told[] }[] = []
  const leftOut: BriefLeftOut[] = []
  const all = reports.flatMap(report => report.figures.map(figure => ({ report, figure })))
  for (const group of Map.groupBy(all, ({ figure }) => `${figure.measure} ${figure.unit}`).values()) {
    const sum = everyOne(group, reports) ? sumOf(group, asked) : null
    const told = group.map(({ report, figure }) => toldOf(report, figure))
    if (sum) said.push({ part: sum, told })
    else leftOut.push(...told.map(one => ({ ...one, why: 'differs' }) as const))
  }
  return { said, leftOut }
}

type Owned = { readonly report: BriefReport; readonly figure: BriefFigure }

const everyOne = (group: readonly Owned[], reports: readonly BriefReport[]): boolean =>
  group.length === reports.length &&
  new Set(group.map(({ report }) => report.reportId)).size === reports.length

function sumOf(group: readonly Owned[], asked: Asked): Part | null {
  const { measure } = group[0]!.figure
  const reckoned = reckon(group)
  if (!reckoned) return null
  const sayings = group.map(({ report, figure }) => sayFigure(report, figure))
  const same = sayings.every(saying => saying !== null && wordsOf(saying) === wordsOf(sayings[0]!))
  const fit = group.every(({ report, figure }) => templateFits(report, figure))
  const of = new Set(group.map(({ figure }) => figure.of?.trim() ?? ''))
  const saying = same
    ? sayings[0]!
    : fit
      ? byTemplate({ ...group[0]!.figure, of: of.size === 1 ? [...of][0]! : null })
      : null
  if (!saying) return null
  const shown = printFigure(reckoned).slice(0, 60)
  const number: Piece = { from: 'figure', attrs: attrsOf(asked, 'sum', measure, group, shown) }
  return [...saying.before, word(words.inAll), number, ...saying.behind]
}

const wordsOf = ({ before, behind }: Saying): string => `${textOf(before)} ${textOf(behind)}`

function reckon(group: readonly Owned[]): Reckoned | null {
  const facts = group.map(({ report, figure }) => ({
    ...{ reportId: report.reportId, unitId: report.unitId, figureId: figure.id, measure: figure.measure },
    ...{ value: figure.value, unit: figure.unit, qualifier: figure.qualifier },
  }))
  const sources = facts.map(({ reportId, figureId }) => ({ reportId, figureId }))
  return reckonFigure({ op: 'sum', measure: group[0]!.figure.measure, sources }, facts)
}

function attrsOf(
  asked: Asked,
  op: 'one' | 'sum',
  measure: string,
  from: readonly Owned[],
  shown: string,
): FigureAttrs {
  const sources = from.map(({ report, figure }) => ({ reportId: report.reportId, figureId: figure.id }))
  return { id: asked.newId(), op, measure, sources, shown }
}

const partOf = ({ before, behind }: Saying, attrs: FigureAttrs): Part => [
  ...before,
  { from: 'figure', attrs },
  ...behind,
]

const toldOf = ({ reportId }: BriefReport, figure: BriefFigure): Told => ({
  reportId,
  fact: 'figure',
  words: (figure.of?.trim() ?? '') + printFigure(figure),
})

export function textOf(part: Part): string {
  return part.map(piece => (piece.from === 'figure' ? piece.attrs.shown : piece.text)).join('')
}
