/** Numbers of a text against what their sources say now. */
import { type ChangedNumber, type FigureAttrs, printFigure } from '../../contract/index.ts'
import { type FigureFact, reckonFigure } from '../figure/figure.rules.ts'

/** As it was reckoned when the text was saved last. */
export type KeptFigure = {
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly qualifier: string
}

/**
 * Of the numbers of a text that name one of `reports`, those whose sources no longer come to the same. What went back to its
 * unit (`gone`) is no source any more.
 */
export function changedNumbers(
  figures: readonly FigureAttrs[],
  kept: readonly KeptFigure[],
  facts: readonly FigureFact[],
  { report, gone }: { readonly report: string; readonly gone: ReadonlySet<string> },
): Omit<ChangedNumber, 'context'>[] {
  const standing = facts.filter(({ reportId }) => !gone.has(reportId))
  return figures
    .filter(({ sources }) => sources.some(({ reportId }) => reportId === report))
    .flatMap(figure => {
      const was = kept.find(({ id }) => id === figure.id)
      if (!was) return []
      const now = reckonFigure(figure, standing)
      if (now && now.value === was.value && now.unit === was.unit && now.qualifier === was.qualifier)
        return []
      return [
        {
          refId: figure.id,
          shown: figure.shown,
          op: figure.op,
          before: printFigure(was),
          now: now && printFigure(now),
        },
      ]
    })
}
