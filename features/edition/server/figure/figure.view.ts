/** Numbers as pages show them: what they come to, and the reports behind them. */
import {
  type FigureAsk,
  type FigureOrigin,
  type FigureValue,
  printFigure,
  printInMyriads,
  type ResolvedFigure,
  saysFigure,
} from '../../contract/index.ts'
import { reckonFigure } from './figure.rules.ts'
import type { KeptFigure, NamedFact } from './figure.store.ts'

/** Null when the sources do not go together, or one of them is not there. */
export function resolveAsk(ask: FigureAsk, facts: readonly NamedFact[]): ResolvedFigure | null {
  const standing = facts.filter(fact => fact.standing)
  const reckoned = reckonFigure(ask, standing)
  if (!reckoned) return null
  const { value, unit, qualifier } = reckoned
  const origins = originsOf(ask, facts)
  return {
    ...{ op: ask.op, measure: ask.measure, value, unit, qualifier },
    measureName: nameOf(ask, facts),
    origins,
  }
}

/** The name of its measure where a report tells it. */
export function nameOf({ measure }: Pick<FigureAsk, 'measure'>, facts: readonly NamedFact[]): string | null {
  return measure && (facts.find(fact => fact.measure === measure)?.measureName ?? measure)
}

/** A report nobody of the desk sees any more is gone without a word of what it said. */
export function originsOf({ op, sources }: FigureAsk, facts: readonly NamedFact[]): FigureOrigin[] {
  const bare = op === 'count' || op === 'distinct'
  return sources.map(({ reportId, figureId }) => {
    const its = facts.filter(fact => fact.reportId === reportId)
    const fact = bare ? its[0] : its.find(each => each.figureId === figureId)
    const { title = '', unitName = '', day = null } = its[0] ?? {}
    const shown = bare ? undefined : fact
    return {
      ...{ reportId, title, unitName, day, figureId: bare ? null : figureId },
      value: shown?.value ?? null,
      unit: shown?.unit ?? null,
      qualifier: shown?.qualifier ?? null,
      of: shown?.of ?? null,
      gone: !fact?.standing,
    }
  })
}

/** What became of a number since it was written. */
export function stateOf(kept: KeptFigure, now: FigureValue | null): 'same' | 'changed' | 'worded' | 'gone' {
  if (!now) return 'gone'
  if (saysFigure(kept.shown, now)) return 'same'
  return saysFigure(kept.shown, kept) ? 'changed' : 'worded'
}

/** As it would be printed now, in the manner it is printed: 万 stays 万, 名 stays 名. */
export function printAnew(shown: string, now: FigureValue): string {
  const unit = now.unit === '人' ? (/[名位]/u.exec(shown)?.[0] ?? '人') : now.unit
  const its = { ...now, unit }
  return (shown.includes('万') ? printInMyriads(its) : null) ?? printFigure(its)
}
