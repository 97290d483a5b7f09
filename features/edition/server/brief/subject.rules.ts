/** Who did it: 鹤壁市、许昌市科协分别, 鹤壁市、许昌市、漯河市科协等6家单位分别. */
import type { Asked, BriefReport, Part, Piece } from './brief.types.ts'
import { templateWords as words } from './template.texts.ts'

const mostNames = 4
/** What names of offices of a kind end with, longest first. */
const tails = ['科学技术协会', '科协']

export function subjectOf(reports: readonly BriefReport[], asked: Asked): Part {
  const units = new Map(reports.map(report => [report.unitId, report.unitName]))
  const names = [...units.values()]
  if (names.length === 1) {
    const order: Piece[] = reports.length > 1 ? [{ from: 'word', text: words.oneAfterAnother }] : []
    return [{ from: 'fact', text: names[0]! }, ...order]
  }
  const each: Piece = { from: 'word', text: words.each }
  if (names.length <= mostNames) return [...joined(names), each]
  // One report for each unit: how many units there are is a number with its sources.
  const firsts = [...units.keys()].map(id => reports.find(({ unitId }) => unitId === id)!)
  const count: Piece = {
    from: 'figure',
    attrs: {
      id: asked.newId(),
      op: 'distinct',
      measure: null,
      sources: firsts.map(({ reportId }) => ({ reportId, figureId: null })),
      shown: `${firsts.length}家`,
    },
  }
  return [
    ...joined(names.slice(0, mostNames - 1)),
    { from: 'word', text: words.others },
    count,
    { from: 'word', text: words.units },
    each,
  ]
}

/** Names with 、 between them; what they all end with is said once. */
function joined(names: readonly string[]): Part {
  const tail = tails.find(end => names.every(name => name.endsWith(end) && name.length > end.length)) ?? ''
  return names.flatMap((name, at): Piece[] => {
    const last = at === names.length - 1
    const shown: Piece = { from: 'fact', text: last ? name : name.slice(0, name.length - tail.length) }
    return last ? [shown] : [shown, { from: 'word', text: words.and }]
  })
}
