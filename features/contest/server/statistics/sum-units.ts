import type { Measured } from '../../contract/index.ts'
import type { UnitFigures } from '../tally/figures.ts'

/** The three measures of some units, undefined: of all. */
export function sumUnits(
  units: readonly Pick<UnitFigures, 'unitNo' | 'people' | 'attempts' | 'views'>[],
  unitNos?: readonly number[] | undefined,
): Measured {
  const total = { people: 0, attempts: 0, views: 0 }
  for (const unit of units) {
    if (unitNos !== undefined && !unitNos.includes(unit.unitNo)) continue
    total.people += unit.people
    total.attempts += unit.attempts
    total.views += unit.views
  }
  return total
}
