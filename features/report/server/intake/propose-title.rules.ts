import type { ProposalSpan, ProposedUnit, ReportProposal } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'
import type { Reporting } from './reporting.types.ts'

const longestDrawn = 50
/** What activities are called; a clause without one says only what was done on the way to it. */
const activity =
  /活动|讲座|会议|会$|学习会|动员会|座谈会|推进会|培训|竞赛|大赛|比赛|学习|调研|考察|慰问|义诊|巡展|展览|宣传|宣讲|仪式|党日|党课|志愿|服务|集市|大讲堂|科技节|科普|演出|参观|祭扫|捐赠|检查|督导|观看|植树|答题|演练|帮扶|走访/u

/** Who went along or was visited is not whom a headline names. */
const acting = /^(?:host|co-host|organise|lead|undertake|donor|member)$/u

/** It hangs in the air where something was taken out, ends within a quotation, or tells a day. */
const broken = /[达近约过为共计在到赴了、]$|“[^”]*$|《[^》]*$|^[^“]*”|\d+[月日]/u

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
  const host = units.find(one => one.own && acting.test(one.role)) ?? units.find(one => acting.test(one.role))
  const done = host && whatWasDone(article)
  if (!host || !done) return null
  const name = host.own ? nameInHeadlines(unit) : host.name
  const words = done.map(({ from, to }) => body.slice(from, to)).join('')
  if ([...name].length + [...words].length > longestDrawn) return null
  return {
    text: name + words,
    printed: false,
    spans: [...(host.spans ?? []).slice(0, 1), ...done],
    confidence: 0.5,
  }
}

/** The clause of the main activity, without its figures; a later one of its sentence when only that one names it. */
function whatWasDone(article: ReadArticle): ProposalSpan[] | null {
  const { body, events } = article
  const main = mainEvent(events)
  const at = main ? body.indexOf(main.act) : -1
  if (!main || at < 0 || main.act.length < 3) return null
  const sentence = /^[^。！？\n]*/u.exec(body.slice(at))?.[0] ?? ''
  const figures = main.figures
    .flatMap(figure => article.spans(figure.spans))
    .filter(span => span.in === 'body')
  let from = at
  const clauses = sentence.split(/[，；]/u).map(words => {
    const clause = without({ in: 'body', from, to: from + words.length }, figures)
    from += words.length + 1
    return clause
  })
  const said = (clause: readonly ProposalSpan[]): string =>
    clause.map(one => body.slice(one.from, one.to)).join('')
  const fit = (clause: readonly ProposalSpan[], longest: number): boolean => {
    const words = said(clause)
    return words.length >= 4 && words.length <= longest && !broken.test(words)
  }
  const act: ProposalSpan[] = [{ in: 'body', from: at, to: at + main.act.length }]
  const telling = clauses.find(clause => activity.test(said(clause)) && fit(clause, longestDrawn))
  return telling ?? [clauses[0] ?? [], act].find(clause => fit(clause, main.act.length)) ?? null
}

function without(whole: ProposalSpan, holes: readonly ProposalSpan[]): ProposalSpan[] {
  const parts: ProposalSpan[] = []
  let { from } = whole
  for (const hole of [...holes].sort((a, b) => a.from - b.from)) {
    if (hole.from < from || hole.to > whole.to) continue
    if (hole.from > from) parts.push({ ...whole, from, to: hole.from })
    from = hole.to
  }
  if (from < whole.to) parts.push({ ...whole, from })
  return parts
}

/** The shorter of its names that still says what it is. */
function nameInHeadlines({ name, otherNames }: Reporting['unit']): string {
  const short = otherNames.filter(
    other =>
      other.length >= 4 && other.length < name.length && /(?:科协|学会|协会|馆|[院校局])$/u.test(other),
  )
  return short[0] ?? name
}
