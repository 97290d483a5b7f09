/** What a report says its unit did, in as few of its own words as make a predicate. */

import type { BriefFigure, BriefReport, Part, Piece } from './brief.types.ts'
import { findFigure } from './find-figure.rules.ts'
import { templateWords as words } from './template.texts.ts'

/** A predicate that begins with one of these may have 在… or 联合… in front of it; 学习 and 宣讲 may begin a noun. */
const doing =
  /^(?:开展|举办|举行|召开|组织|启动|发动|部署|承办|协办|主办|开办|开设|设立|推出|征集|解答|发放|捐赠|慰问|走访|讲授|传达|创作|编印|印发|制作|拍摄|为|向|邀请|集中|联合|动员)/u
/** And behind these a place stands already. */
const going = /^(?:走进|深入|赴|到|前往|来到|参加|报送|进|入选|获|荣获)/u

const clauseEnd = /[，,。；;！!？?：:\n\r\t ]|——/u
const longestAct = 60

export type Act = {
  readonly part: Part
  /** Its own words are an act a place may stand before. */
  readonly doing: boolean
  readonly text: string
  /** No words of the report made a predicate. */
  readonly fallback: boolean
}

/** The act of a report: out of its headline, else of its first sentence, else its type. */
export function actOf(report: BriefReport): Act {
  const text = actInTitle(report) ?? actInBody(report)
  if (text !== null) return { part: withText(text), doing: doing.test(text), text, fallback: false }
  const { typeName, title } = report
  const part: Piece[] = typeName
    ? [word(words.hold), fact(typeName), ...(typeName.endsWith(words.activity) ? [] : [word(words.activity)])]
    : title.trim()
      ? [word(words.hand), word(words.open), fact(title.trim().slice(0, longestAct)), word(words.close)]
      : [word(words.hold), word(words.activity)]
  return { part, doing: true, text: `${typeName ?? title}`, fallback: true }
}

const word = (text: string): Piece => ({ from: 'word', text })
const fact = (text: string): Piece => ({ from: 'fact', text })
const withText = (text: string): Part => [fact(text)]

function actInTitle({ title, unitNames }: BriefReport): string | null {
  const whole = title.trim()
  const own = frontOf(whole, unitNames)
  const rest = whole.slice(own.length)
  const act = firstClause(rest)
  if (act === null) return null
  // Behind the unit's own name any predicate stands right; else it must be one we know.
  if (own !== '' && /^[\p{Script=Han}“《]/u.test(act)) return act
  return doing.test(act) || going.test(act) ? act : null
}

function actInBody({ body, unitNames, place }: BriefReport): string | null {
  const [sentence = ''] = body.trim().split(/[。！？!?\n]/u, 1)
  for (const clause of sentence.split(/[，,；;：:]/u)) {
    const at = unitNames
      .map(name => ({ name, from: clause.indexOf(name) }))
      .filter(({ name, from }) => name !== '' && from >= 0)
      .toSorted((a, b) => a.from - b.from || b.name.length - a.name.length)[0]
    let rest = (at ? clause.slice(at.from + at.name.length) : clause).trim()
    const where = place?.trim()
    if (where && rest.startsWith(words.in + where)) rest = rest.slice(where.length + 1)
    const act = firstClause(rest)
    if (act !== null && (doing.test(act) || going.test(act))) return act
  }
  return null
}

/** The longest of the unit's names a headline begins with. */
function frontOf(title: string, names: readonly string[]): string {
  const fitting = names.filter(name => name !== '' && title.startsWith(name))
  return fitting.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function firstClause(text: string): string | null {
  const end = clauseEnd.exec(text)
  const clause = text.slice(0, end?.index ?? text.length).trim()
  // What stops at a colon announces something and is none itself.
  if (end && /[：:]/u.test(end[0])) return null
  return clause.length >= 2 && clause.length <= longestAct ? clause : null
}

/** Words with a number of the report in them bear it as a figure. */
export function withFigures(
  text: string,
  figures: readonly BriefFigure[],
  piece: (figure: BriefFigure, shown: string) => Piece,
): { readonly part: Part; readonly used: readonly BriefFigure[] } {
  const found = figures
    .flatMap(figure => {
      const at = findFigure(text, figure)
      return at ? [{ figure, ...at }] : []
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const part: Piece[] = []
  const used: BriefFigure[] = []
  let done = 0
  for (const { figure, from, to } of found) {
    if (from < done) continue
    if (from > done) part.push(fact(text.slice(done, from)))
    part.push(piece(figure, text.slice(from, to)))
    used.push(figure)
    done = to
  }
  if (done < text.length) part.push(fact(text.slice(done)))
  return { part, used }
}
