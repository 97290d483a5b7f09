/** What a number made of figures of reports comes to. 人数, 人次 and 浏览量 are never added up with one another. */
import type { FigureAttrs } from '../../contract/index.ts'

/** A report with one of its figures, or without any. */
export type FigureFact = {
  readonly reportId: string
  readonly unitId: string
  readonly figureId: string | null
  readonly measure: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly qualifier: string | null
}

export type UsedSource = {
  readonly reportId: string
  readonly figureId: string | null
  readonly value: number | null
  readonly qualifier: string | null
}
export type Reckoned = {
  readonly value: number
  readonly unit: string
  readonly qualifier: string
  readonly used: readonly UsedSource[]
}

/** Null when a source is not among the facts, is named twice, or the sources are not of one measure and unit. */
export function reckonFigure(
  { op, measure, sources }: Pick<FigureAttrs, 'op' | 'measure' | 'sources'>,
  facts: readonly FigureFact[],
): Reckoned | null {
  const named = new Set(sources.map(({ reportId, figureId }) => `${reportId} ${figureId}`))
  if (named.size !== sources.length) return null
  if (op === 'count' || op === 'distinct') return countReports(op, sources, facts)
  const used = sources.map(({ reportId, figureId }) =>
    facts.find(fact => fact.reportId === reportId && fact.figureId !== null && fact.figureId === figureId),
  )
  const first = used[0]
  if (!first?.unit || (op === 'one' && used.length !== 1)) return null
  let value = 0
  for (const fact of used) {
    if (!fact || fact.value === null || fact.measure !== measure || fact.unit !== first.unit) return null
    value += fact.value
  }
  const qualifiers = new Set(used.map(fact => fact!.qualifier ?? 'exact'))
  return {
    // Binary fractions add up to 0.30000000000000004.
    value: Math.round(value * 1e6) / 1e6,
    unit: first.unit,
    qualifier: combine(qualifiers),
    used: used.map(fact => ({
      reportId: fact!.reportId,
      figureId: fact!.figureId,
      value: fact!.value,
      qualifier: fact!.qualifier,
    })),
  }
}

function countReports(
  op: 'count' | 'distinct',
  sources: FigureAttrs['sources'],
  facts: readonly FigureFact[],
): Reckoned | null {
  const used = sources.map(({ reportId }) => facts.find(fact => fact.reportId === reportId))
  if (used.some(fact => !fact)) return null
  const counted = new Set(used.map(fact => (op === 'count' ? fact!.reportId : fact!.unitId)))
  return {
    value: counted.size,
    unit: op === 'count' ? '篇' : '家',
    qualifier: 'exact',
    used: used.map(fact => ({ reportId: fact!.reportId, figureId: null, value: null, qualifier: null })),
  }
}

/** A sum says no more than the vaguest of what went into it; of several vague ones it is about so much. */
function combine(qualifiers: ReadonlySet<string>): string {
  const vague = [...qualifiers].filter(qualifier => qualifier !== 'exact')
  return vague.length === 0 ? 'exact' : vague.length === 1 ? vague[0]! : 'about'
}
