import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPeriods, daysOf, formatPeriod, periodsOf, yearsBefore } from './period.ts'

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)

describe('periods', () => {
  it('follow one another without gap and lose no count', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1 }), months => {
        const periods = periodsOf(months)
        const counts = countPeriods(
          months.map(of => ({ month: of, part: 'a', count: 1 })),
          periods,
        )
        expect([...counts.keys()].every(period => periods.includes(period))).toBe(true)
        expect([...counts.values()].reduce((sum, parts) => sum + parts.get('a')!, 0)).toBe(months.length)
        const days = periods.map(period => daysOf(period, {}))
        for (const [at, { from }] of days.slice(1).entries())
          expect(Date.parse(from) - Date.parse(days[at]!.to)).toBe(86_400_000)
      }),
    )
  })

  it('are months up to five years, years beyond', () => {
    expect(periodsOf(['2021-11', '2022-02'])).toEqual(['2021-11', '2021-12', '2022-01', '2022-02'])
    expect(periodsOf(['2021-01', '2025-12'])).toHaveLength(60)
    expect(periodsOf(['2021-12', '2026-12'])).toEqual(['2021', '2022', '2023', '2024', '2025', '2026'])
    expect(periodsOf([])).toEqual([])
  })

  it('keep within the days asked for', () => {
    expect(daysOf('2024-02', {})).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(daysOf('2024-02', { from: '2024-02-10', to: '2024-12-31' })).toEqual({
      from: '2024-02-10',
      to: '2024-02-29',
    })
    expect(daysOf('2024', { to: '2024-06-30' })).toEqual({ from: '2024-01-01', to: '2024-06-30' })
  })

  it('are written for people', () => {
    expect([formatPeriod('2021-05', 'zh'), formatPeriod('2021', 'zh')]).toEqual(['2021年5月', '2021年'])
    expect([formatPeriod('2021-05', 'en'), formatPeriod('2021', 'en')]).toEqual(['May 2021', '2021'])
    expect([yearsBefore('2026-11-25', 3), yearsBefore('2024-02-29', 1)]).toEqual(['2023-11-25', '2023-03-01'])
  })
})
