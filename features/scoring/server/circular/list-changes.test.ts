import { expect, it } from 'vitest'
import { cities, makeFigures } from './figures.fixture.ts'
import { listChanges } from './list-changes.ts'

it('names totals and units that are otherwise now, also those that came or went', () => {
  const figures = makeFigures()
  expect(listChanges(figures, figures)).toEqual({ totals: [], units: 0 })
  const [first, second, ...rest] = cities.units
  const grown = { ...cities, units: [{ ...first!, adopted: 15 }, ...rest] }
  expect(second).toBeDefined()
  const now = makeFigures({ classes: [grown], totals: { ...figures.totals, adopted: 37 } })
  expect(listChanges(figures, now)).toEqual({
    totals: [{ what: 'adopted', was: 36, is: 37 }],
    units: 4,
  })
})
