/** How a number is said: in the words of the report around it, else by the template of its measure. */
import { printFigure } from '../../contract/index.ts'
import type { BriefFigure, BriefReport, Part, Piece } from './brief.types.ts'
import { findFigure } from './find-figure.rules.ts'
import { type FigureWords, figureTemplates, peopleNoun } from './template.texts.ts'

/** Words before and behind the number; `shown` is the number as the report prints it. */
export type Saying = {
  readonly figure: BriefFigure
  readonly before: Part
  readonly behind: Part
  readonly shown: string
}

const longestClause = 24
const edges = '，,。；;！!？?：:、\n\r（）()“”《》'
/** What ties a clause to the one before it, which the brief does not have. */
const ties = /^(?:并|另有|另|还|其中|此外|同时|现场|本次活动|活动|累计|总计|共计|共有|共|吸引了|吸引|有)+/u
/** A clause with none of these tells no act. */
const acts =
  /参加|参与|参观|出席|到会|听讲|聆听|收看|观看|收听|浏览|点击|阅读|转发|服务|惠及|受益|发放|赠送|捐赠|捐献|开展|举办|组织|接受|咨询|完成|答题|走访|慰问|培训|解答|展出|播放|发言|重温|接待|覆盖|撰写|提交|报名|体验|检查|义诊|宣讲|讲解|征集|收集|梳理|签订|悬挂|张贴|制作/u

/** Null: no words make it a true sentence. */
export function sayFigure(report: BriefReport, figure: BriefFigure): Saying | null {
  const clause = clauseOf(report, figure)
  if (clause) {
    const own = ownWords(clause, report)
    if (own) return { ...own, figure }
    const template = templateOf(figure)
    // Its words tell another act than the template would.
    if (!template?.verb.test(clause.text) && acts.test(clause.text)) return null
  }
  return byTemplate(figure, clause?.shown)
}

/** By its measure alone: what several reports that word it differently have in common. */
export function byTemplate(figure: BriefFigure, printed?: string): Saying | null {
  const template = templateOf(figure)
  if (!template) return null
  const noun = 'people' === figure.reads && /^[名位]$/u.test(figure.unit)
  const behind: FigureWords = noun ? [{ of: peopleNoun }, ...template.behind] : template.behind
  const shown = (printed ?? printFigure(figure)).slice(0, 60)
  const say = (words: FigureWords): Part =>
    words.map((word): Piece => {
      if (typeof word === 'string') return { from: 'word', text: word }
      const of = figure.of?.trim()
      return of ? { from: 'fact', text: of } : { from: 'word', text: word.of ?? '' }
    })
  return { figure, before: say(template.before), behind: say(behind), shown }
}

/** Whether the report's own words let the template stand. */
export function templateFits(report: BriefReport, figure: BriefFigure): boolean {
  const template = templateOf(figure)
  const clause = clauseOf(report, figure)
  return template !== undefined && (!clause || template.verb.test(clause.text) || !acts.test(clause.text))
}

const templateOf = ({ reads, measure }: BriefFigure) =>
  Object.hasOwn(figureTemplates, reads ?? measure) ? figureTemplates[reads ?? measure] : undefined

type Clause = { readonly text: string; readonly from: number; readonly to: number; readonly shown: string }

/** The clause of the body that prints it, and where in the clause. */
function clauseOf({ body }: BriefReport, figure: BriefFigure): Clause | null {
  const at = findFigure(body, figure)
  if (!at) return null
  let [from, to] = [at.from, at.to]
  while (from > 0 && !edges.includes(body[from - 1]!)) from--
  while (to < body.length && !edges.includes(body[to]!)) to++
  return {
    text: body.slice(from, to),
    from: at.from - from,
    to: at.to - from,
    shown: body.slice(at.from, at.to),
  }
}

/** The clause itself, when it is short, tells an act and has no other number, day or unit in it. */
function ownWords(clause: Clause, { unitNames }: BriefReport): Omit<Saying, 'figure'> | null {
  const { text, shown } = clause
  const front = text.slice(0, clause.from).trimStart().replace(ties, '')
  const back = text.slice(clause.to).trimEnd()
  const rest = front + back
  const fits =
    front.length + shown.length + back.length <= longestClause &&
    acts.test(rest) &&
    !/[\d０-９]/u.test(rest) &&
    !unitNames.some(name => name !== '' && rest.includes(name))
  if (!fits) return null
  const words = (part: string): Part => (part ? [{ from: 'fact', text: part }] : [])
  return { before: words(front), behind: words(back), shown }
}
