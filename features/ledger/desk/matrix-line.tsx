import type { CoverageLine } from '../contract/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { CoverageSearch, GapSearch } from './ledger-search.ts'

/** What a line is called. */
export function useLineName(): (row: CoverageLine) => string {
  const t = ledgerTexts.useTexts()
  return ({ unitId, name, kind, own }) => {
    if (unitId === null) return kind ? t(`kind.${kind}`) : ''
    return own ? t('own', { name: name ?? '' }) : (name ?? '')
  }
}

/** The list that a line counts; null: that of all lines. */
export function listSearch(
  { campaign, unit, kind, task, lines }: CoverageSearch,
  row: CoverageLine | null,
): GapSearch {
  const shared = {
    ...(campaign ? { campaign } : {}),
    ...(task ? { task } : {}),
    ...(kind ? { kind } : {}),
  }
  if (row === null || row.unitId === null)
    return { ...shared, ...(unit ? { unit } : {}), ...(row?.kind ? { kind: row.kind } : {}) }
  const alone = row.own || lines === 'units'
  return { ...shared, unit: row.unitId, ...(alone ? { only: true } : {}) }
}
