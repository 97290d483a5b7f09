import type { PackReporting } from '@jianbao/campaign/contract'
import type { FigureMention } from '@jianbao/intake'
import type { ProposedFigure } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'

const mostFigures = 40

/** Figures of all activities of the text, those of the main one first; the same one said again is one. */
export function proposeFigures(
  article: ReadArticle,
  reporting: Pick<PackReporting, 'measures'> | null,
): ProposedFigure[] {
  const main = mainEvent(article.events)
  const ordered = main ? [main, ...article.events.filter(event => event !== main)] : []
  const figures: ProposedFigure[] = []
  for (const mention of ordered.flatMap(event => event.figures)) {
    const { value, unit, qualifier, of, surface, confidence } = mention
    const known = figures.some(one => one.value === value && one.unit === unit && one.of === of)
    if (known || figures.length === mostFigures) continue
    figures.push({
      measure: measureFor(mention, reporting?.measures ?? []),
      value,
      unit,
      qualifier,
      of: of === null ? null : of.slice(0, 60),
      surface: surface.slice(0, 120),
      spans: article.spans(mention.spans),
      confidence,
    })
  }
  return figures
}

/**
 * The measure of the pack that counts the same thing in the same unit. One that reads another kind of thing never
 * takes it, whatever the unit: 人次 that looked on are 浏览量 and not 人次.
 */
export function measureFor(
  { measure, unit }: Pick<FigureMention, 'measure' | 'unit'>,
  measures: PackReporting['measures'],
): string | null {
  const counts = measures.filter(one => one.units.includes(unit))
  const same = counts.find(one => one.reads === measure)
  return (same ?? counts.find(one => one.reads === undefined))?.id ?? null
}
