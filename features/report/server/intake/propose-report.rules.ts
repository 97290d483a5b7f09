/** Reads a text for the form of a report: everything it says is proposed with its words, and nothing else. */
import type { LeftOut, ProposalWarning, ReportProposal } from '../../contract/index.ts'
import { reportTextLimit, reportTitleLimit } from '../../contract/index.ts'
import { layOut } from './lay-out.rules.ts'
import { plainPaste } from './plain-paste.rules.ts'
import { proposalWarning } from './proposal.texts.ts'
import { proposeDays } from './propose-days.rules.ts'
import { proposeFigures } from './propose-figures.rules.ts'
import { proposePlace } from './propose-place.rules.ts'
import { proposeTitle } from './propose-title.rules.ts'
import { proposeType } from './propose-type.rules.ts'
import { proposeUnits } from './propose-units.rules.ts'
import { mainEvent, type ReadArticle, readArticle } from './read-article.rules.ts'
import { referenceDay } from './reference-day.rules.ts'
import type { Reporting } from './reporting.types.ts'

export type ReadOptions = {
  /** The layout of the file says that the first line is the headline. */
  readonly headed?: boolean
  readonly language?: 'zh' | 'en'
  /** What reading the file found. */
  readonly warnings?: readonly ProposalWarning[]
}

/**
 * Everything a report's form can be filled with from one text. Pure; never throws on any text; takes time linear in its
 * length.
 */
export function proposeReport(text: string, context: Reporting, options: ReadOptions = {}): ReportProposal {
  const { language = 'zh' } = options
  const warnings: ProposalWarning[] = [...(options.warnings ?? [])]
  const warn = (code: ProposalWarning['code'], words: Record<string, string> = {}): void => {
    warnings.push({ code, message: proposalWarning(code, language, words) })
  }
  const pasted = plainPaste(text)
  if (pasted.markup) warn('markup-left-out')
  if (pasted.controls) warn('control-characters')
  const laid = layOut(pasted.text, options.headed ?? false)
  const { paragraphs, cut } = shortened(laid.paragraphs)
  if (cut) warn('cut-off', { limit: String(reportTextLimit) })
  const reference = referenceDay(laid.signedOn, context.today)
  const article = readArticle(laid.title?.slice(0, reportTitleLimit) ?? null, paragraphs, context, reference)
  const days = proposeDays(article, context.today, reference)
  const units = proposeUnits(article, context)
  if (days && days.start > context.today && !days.planned) warn('day-ahead', { day: days.start })
  if (severalDays(article)) warn('several-activities')
  if (units.length && !units.some(unit => unit.own)) warn('own-unit-missing', { unit: context.unit.name })
  return {
    title: proposeTitle(article, units, context),
    body: article.body,
    days,
    place: proposePlace(article),
    units,
    type: proposeType(article, context.reporting),
    figures: proposeFigures(article, context.reporting),
    leftOut: laid.leftOut.map((one): LeftOut => ({ ...one, text: one.text.slice(0, 500) })),
    warnings,
  }
}

function shortened(paragraphs: readonly string[]): { paragraphs: string[]; cut: boolean } {
  const kept: string[] = []
  let left = reportTextLimit
  for (const words of paragraphs) {
    if (left <= 0) return { paragraphs: kept, cut: true }
    kept.push(words.slice(0, left).toWellFormed())
    if (words.length > left) return { paragraphs: kept, cut: true }
    left -= words.length + 1
  }
  return { paragraphs: kept, cut: false }
}

/** Three days or more that are far from each other, each with its own activity. */
function severalDays({ events }: ReadArticle): boolean {
  const main = mainEvent(events)
  const days = new Set(
    events
      .filter(event => event === main || event.modality === 'done')
      .flatMap(event =>
        event.dates.filter(date => date.role === 'when' && date.kind === 'day' && !date.inherited),
      )
      .map(date => date.start),
  )
  return days.size >= 3
}
