import type { FigureOrigin, ResolvedFigure } from '../../contract/index.ts'
import type { figureTexts } from './figure.texts.ts'

type T = ReturnType<typeof figureTexts.useTexts>
type Defined = Pick<ResolvedFigure, 'op' | 'measure' | 'measureName' | 'origins'> & { readonly unit: string }

/** What a number is made of, in a sentence. */
export function definitionWords(t: T, { op, measureName, measure, origins, unit }: Defined): string {
  const values = {
    count: new Set(origins.map(({ reportId }) => reportId)).size,
    measure: measureName ?? measure ?? '',
  }
  if (op === 'one') return t('definition.one', { ...values, unit: origins[0]?.unitName ?? '' })
  if (op === 'sum' && unit === '人次') return t('definition.attendances', values)
  if (op === 'sum' && ['人', '名', '位'].includes(unit)) return t('definition.people', values)
  return t(`definition.${op}`, values)
}

/** 云岭市科协 · 2026-06-01 · 《…》 */
export const originWords = (
  t: T,
  { unitName, day, title }: Pick<FigureOrigin, 'unitName' | 'day' | 'title'>,
): string => [unitName, day ?? t('noDay'), title && `《${title}》`].filter(Boolean).join(' · ')
