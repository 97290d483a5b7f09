/** What a line of the matrix is called, and the list that it counts. */
import type { CoverageLines, ItemFilter, MatrixLine } from '../../../contract/index.ts'
import { viewTexts } from '../views/view.texts.ts'

export function useLineName(): (row: MatrixLine) => string {
  const t = viewTexts.useTexts()
  return ({ unitId, name, kind, own }) => {
    if (unitId === null) return kind ? t(`unit.${kind}`) : ''
    return own ? t('own', { name: name ?? '' }) : (name ?? '')
  }
}

/** Null: of all lines. */
export function lineFilter(
  filters: ItemFilter,
  row: MatrixLine | null,
  { lines, under }: { readonly lines: CoverageLines; readonly under: string | undefined },
): ItemFilter {
  const place = filters.under ?? under
  const all = { ...filters, ...(place ? { under: place } : {}) }
  if (row === null) return all
  if (row.unitId === null) return { ...all, ...(row.kind ? { unitKind: row.kind } : {}) }
  const { under: _, ...rest } = all
  return row.own || lines === 'units' ? { ...rest, unit: row.unitId } : { ...rest, under: row.unitId }
}
