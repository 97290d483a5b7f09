import type { ProposalSpan, ProposedUnit, ReportProposal } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'
import type { Reporting } from './reporting.types.ts'

const longestDrawn = 60

/** The printed headline; without one who did it and what they did, in the words of the text. */
export function proposeTitle(
  article: ReadArticle,
  units: readonly ProposedUnit[],
  { unit }: Pick<Reporting, 'unit'>,
): ReportProposal['title'] {
  const { title, body } = article
  if (title !== null)
    return {
      text: title,
      printed: true,
      spans: [{ in: 'title', from: 0, to: title.length }],
      confidence: 0.95,
    }
  const main = mainEvent(article.events)
  const act = main?.act.replace(/了(?=[“\u4e00-\u9fff])/u, '') ?? ''
  const host = units.find(one => one.role === 'host' || one.role === 'organise' || one.own)
  if (!main || act.length < 4 || !host) return null
  const name = host.own ? shortest(unit) : host.name
  if (name.length + act.length > longestDrawn) return null
  const at = body.indexOf(main.act)
  const spans: ProposalSpan[] = [
    ...(host.spans ?? []).slice(0, 1),
    ...(at < 0 ? [] : [{ in: 'body' as const, from: at, to: at + main.act.length }]),
  ]
  return { text: name + act, printed: false, spans: spans.length ? spans : null, confidence: 0.5 }
}

/** How the unit is called in headlines. */
function shortest({ name, otherNames }: Reporting['unit']): string {
  const short = otherNames.filter(
    other => other.length >= 3 && other.length < name.length && /科协|学会|协会|馆|校|院/u.test(other),
  )
  return short[0] ?? name
}
