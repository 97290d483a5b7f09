import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MagazinePart } from '../model/magazine.types.ts'
import { balance, fillColumn, type Unit } from './fit-columns.ts'
import { planMagazine } from './plan-magazine.ts'

const text = (rows: number): Unit => ({ rows, above: 0, kind: 'text' })
const heading: Unit = { rows: 1, above: 1, kind: 'sticky' }
const picture = (rows: number): Unit => ({ rows, above: 0, kind: 'solid' })
const start = { unit: 0, line: 0 }

describe('a column', () => {
  it.each<[string, Unit[], number, { unit: number; line: number }]>([
    ['takes whole paragraphs', [text(4), text(6)], 10, { unit: 2, line: 0 }],
    ['parts a paragraph', [text(4), text(6)], 7, { unit: 1, line: 3 }],
    ['leaves no first line alone', [text(4), text(6)], 5, { unit: 1, line: 0 }],
    ['leaves no last line alone', [text(4), text(6)], 9, { unit: 1, line: 4 }],
    ['keeps three lines together', [text(4), text(3)], 6, { unit: 1, line: 0 }],
    ['ends with no heading', [text(4), heading, text(6)], 7, { unit: 1, line: 0 }],
    ['leaves out the space above its first thing', [heading, text(4)], 5, { unit: 2, line: 0 }],
    ['cuts no picture', [text(4), picture(4)], 7, { unit: 1, line: 0 }],
  ])('%s', (_, units, rows, end) => {
    expect(fillColumn(units, start, rows)).toEqual(end)
  })
})

describe('balance', () => {
  it('is the least height that holds everything in two columns', () => {
    const unit = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(text),
      fc.constant(heading),
      fc.integer({ min: 2, max: 8 }).map(picture),
    )
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 20 }), units => {
        const fits = (rows: number) =>
          fillColumn(units, fillColumn(units, start, rows), rows).unit === units.length
        let least = 1
        while (!fits(least)) least += 1
        expect(balance(units, start, 1000)).toBe(least)
        expect(balance(units, start, least - 1)).toBeNull()
      }),
    )
  })
})

describe('planMagazine', () => {
  const grid = { rows: 41, pitchPt: 17, leadPt: 6.5 }
  const heightOf = (rows: number) => rows * 17 - 6.5
  const opener: MagazinePart = { kind: 'opener', id: 'c', level: 1, text: '短讯', lines: ['短讯'] }
  const header: MagazinePart = {
    kind: 'header',
    id: 'a',
    level: 2,
    text: '题',
    lines: ['题'],
    sublines: [],
    byline: null,
  }
  const run = (count: number): MagazinePart => ({
    kind: 'run',
    elements: Array.from({ length: count }, () => ({ kind: 'paragraph', text: '文' })),
    apart: false,
  })

  it('puts a column of ten lines on one page as two of five', () => {
    const { parts, pages } = planMagazine([run(5)], [Array(5).fill(heightOf(2))], grid)
    expect(pages).toBe(1)
    expect(parts[0]).toMatchObject({ rows: [6], ends: { page: 0, row: 6 } })
  })

  it('leaves no headline without text at the foot of a page', () => {
    const { parts } = planMagazine(
      [run(38), header, run(9)],
      [Array(38).fill(heightOf(2)), heightOf(3), Array(9).fill(heightOf(2))],
      grid,
    )
    expect(parts[1]).toMatchObject({ newPage: true, gap: 0 })
  })

  it('never goes below a page, whatever there is to place', () => {
    const part = fc.oneof(
      fc.record({ part: fc.constant(opener), measured: fc.integer({ min: 10, max: 200 }) }),
      fc.record({ part: fc.constant(header), measured: fc.integer({ min: 10, max: 300 }) }),
      fc
        .array(fc.integer({ min: 1, max: 90 }).map(heightOf), { minLength: 1, maxLength: 15 })
        .map(measured => ({ part: run(measured.length), measured })),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), all => {
        const plan = planMagazine(
          all.map(one => one.part),
          all.map(one => one.measured),
          grid,
        )
        let page = 0
        for (const { ends, rows, newPage, gap } of plan.parts) {
          expect(ends.row).toBeLessThanOrEqual(grid.rows)
          expect(ends.page).toBeGreaterThanOrEqual(page)
          for (const count of rows) expect(count).toBeGreaterThan(0)
          if (newPage) expect(gap).toBe(0)
          page = ends.page
        }
        expect(plan.pages).toBeGreaterThan(page)
      }),
    )
  })
})
