import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureQualifiers, printFigure, printInMyriads, readPrinted, sameUnit, saysFigure } from './index.ts'

const figure = (value: number, unit = '人', qualifier = 'exact') => ({ value, unit, qualifier })

it.each([
  [figure(120), '120人', null],
  [figure(350, '人', 'over'), '350余人', null],
  [figure(123, '人', 'over'), '超123人', null],
  [figure(300, '份', 'about'), '约300份', null],
  [figure(200, '名', 'under'), '近200名', null],
  [figure(50, '人', 'atleast'), '50人以上', null],
  [figure(12_000, '人次'), '12000人次', '1.2万人次'],
  [figure(12_345, '人次'), '12345人次', '1.2万余人次'],
  [figure(12_345, '人次', 'about'), '约12345人次', '约1.2万人次'],
  [figure(12_345, '人次', 'under'), '近12345人次', null],
  [figure(1_200_000, '人次', 'over'), '1200000余人次', '120万余人次'],
  [figure(12.5, '万元'), '12.5万元', null],
])('prints %o as %s, in 万 as %s', (its, plain, myriads) => {
  expect(printFigure(its)).toBe(plain)
  expect(printInMyriads(its)).toBe(myriads)
})

it.each([
  ['120人', '人', 120, 'exact'],
  ['120名', '人', 120, 'exact'],
  ['1,500份', '份', 1500, 'exact'],
  ['三百余人', '人', 300, 'over'],
  ['1.2万余人次', '人次', 12_000, 'over'],
  ['450多万人次', '人次', 4_500_000, 'over'],
  ['近 200 名', '名', 200, 'under'],
  ['50人以上', '人', 50, 'atleast'],
  ['300份左右', '份', 300, 'about'],
  ['12.5万元', '万元', 12.5, 'exact'],
  ['12.5万元', '元', 125_000, 'exact'],
])('reads %s', (printed, unit, value, qualifier) => {
  expect(readPrinted(printed, unit)).toEqual({ value, qualifier })
})

it.each(['人', '120', '很多人', '120人次', '约350余人', '120人和30人', '', '120人以上左右'])(
  'does not read %s as people',
  printed => {
    expect(readPrinted(printed, '人')).toBeNull()
  },
)

describe('what words may say of a number', () => {
  it.each([
    ['120人', figure(120), true],
    ['120余人', figure(123), true],
    ['120余人', figure(120), false],
    ['120余人', figure(150), false],
    ['近130人', figure(123), true],
    ['近120人', figure(123), false],
    ['约120人', figure(123), true],
    ['约120人', figure(350, '人', 'over'), false],
    ['350人', figure(350, '人', 'over'), false],
    ['300余人', figure(320, '人', 'over'), true],
    ['120人以上', figure(120), true],
    ['120人次', figure(120), false],
    ['120人', figure(120, '人次'), false],
    ['1200人', figure(120), false],
  ])('%s of %o: %s', (printed, its, agrees) => {
    expect(saysFigure(printed, its)).toBe(agrees)
  })
})

const units = fc.constantFrom('人', '名', '人次', '份', '册', '场', '篇', '家', '元', '万元', '平方米')
const values = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.integer({ min: 1, max: 5_000_000 }).map(hundredths => hundredths / 100),
)

it('says with either form exactly what it was made of, for every number', () => {
  fc.assert(
    fc.property(values, units, fc.constantFrom(...figureQualifiers), (value, unit, qualifier) => {
      const its = { value, unit, qualifier }
      expect(readPrinted(printFigure(its), unit)).toEqual({ value, qualifier })
      expect(saysFigure(printFigure(its), its)).toBe(true)
      const short = printInMyriads(its)
      if (short !== null) expect(saysFigure(short, its), short).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('never says more than is known, and never another unit', () => {
  fc.assert(
    fc.property(
      values,
      values,
      units,
      units,
      fc.constantFrom(...figureQualifiers),
      (a, b, unit, other, qualifier) => {
        const said = printFigure({ value: a, unit, qualifier: 'exact' })
        expect(saysFigure(said, { value: b, unit, qualifier })).toBe(a === b && qualifier === 'exact')
        if (!sameUnit(unit, other))
          expect(saysFigure(said, { value: a, unit: other, qualifier: 'exact' })).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})
