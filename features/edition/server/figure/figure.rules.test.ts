import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureFact, reckonFigure } from './figure.rules.ts'

const fact = (figureId: string | null, value: number | null, more: Partial<FigureFact> = {}): FigureFact => ({
  ...{
    reportId: `r-${figureId}`,
    unitId: 'u',
    figureId,
    measure: 'people',
    value,
    unit: '人',
    qualifier: 'exact',
  },
  ...more,
})
const from = ({ reportId, figureId }: FigureFact) => ({ reportId, figureId })
const sum = (facts: readonly FigureFact[], measure = 'people') =>
  reckonFigure({ op: 'sum', measure, sources: facts.map(from) }, facts)

describe('one figure', () => {
  const its = fact('a', 120, { qualifier: 'over' })
  it('is what its report says', () => {
    expect(reckonFigure({ op: 'one', measure: 'people', sources: [from(its)] }, [its])).toEqual({
      ...{ value: 120, unit: '人', qualifier: 'over' },
      used: [{ reportId: 'r-a', figureId: 'a', value: 120, qualifier: 'over' }],
    })
  })
  it.each([
    ['of another measure', { op: 'one', measure: 'copies', sources: [from(its)] }],
    ['of no measure', { op: 'one', measure: null, sources: [from(its)] }],
    ['two of them', { op: 'one', measure: 'people', sources: [from(its), from(fact('b', 1))] }],
    ['of another report', { op: 'one', measure: 'people', sources: [{ reportId: 'r-b', figureId: 'a' }] }],
    [
      'of a report without naming one',
      { op: 'one', measure: 'people', sources: [{ reportId: 'r-a', figureId: null }] },
    ],
  ] as const)('%s is none', (_what, { op, measure, sources }) => {
    expect(reckonFigure({ op, measure, sources: [...sources] }, [its, fact('b', 1)])).toBeNull()
  })
})

it.each([
  [['exact', 'exact'], 'exact'],
  [['exact', 'over'], 'over'],
  [['over', 'over'], 'over'],
  [['over', 'under'], 'about'],
  [['about', 'atleast'], 'about'],
  [['atleast', 'exact'], 'atleast'],
])('a sum of what is %s is %s', (qualifiers, qualifier) => {
  expect(sum(qualifiers.map((each, no) => fact(String(no), 10, { qualifier: each })))).toMatchObject({
    value: 20,
    qualifier,
  })
})

it('adds fractions up without a tail', () => {
  expect(sum([fact('a', 0.1), fact('b', 0.2)])).toMatchObject({ value: 0.3 })
})

it('counts reports and units, each once, whatever figures they have', () => {
  const facts = [
    fact('a', 1, { reportId: 'r1', unitId: 'u1' }),
    fact('b', 2, { reportId: 'r1', unitId: 'u1' }),
    fact(null, null, { reportId: 'r2', unitId: 'u1' }),
    fact(null, null, { reportId: 'r3', unitId: 'u2' }),
  ]
  const sources = ['r1', 'r2', 'r3'].map(reportId => ({ reportId, figureId: null }))
  expect(reckonFigure({ op: 'count', measure: null, sources }, facts)).toMatchObject({ value: 3, unit: '篇' })
  expect(reckonFigure({ op: 'distinct', measure: null, sources }, facts)).toMatchObject({
    value: 2,
    unit: '家',
  })
  const unknown = [...sources, { reportId: 'r4', figureId: null }]
  expect(reckonFigure({ op: 'count', measure: null, sources: unknown }, facts)).toBeNull()
})

const measures = [
  { measure: 'people', unit: '人' },
  { measure: 'people', unit: '名' },
  { measure: 'attendances', unit: '人次' },
  { measure: 'views', unit: '次' },
  { measure: 'money', unit: '元' },
  { measure: 'money', unit: '万元' },
]
const anyFact = fc.record({
  of: fc.constantFrom(...measures),
  value: fc.integer({ min: 0, max: 1_000_000 }),
  qualifier: fc.constantFrom('exact', 'about', 'over', 'under', 'atleast'),
})

it('never adds up two measures or two units, and else adds up exactly', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { minLength: 1, maxLength: 12 }), drawn => {
      const facts = drawn.map(({ of, value, qualifier }, no) => fact(String(no), value, { ...of, qualifier }))
      const reckoned = sum(facts, facts[0]!.measure!)
      const alike = drawn.every(({ of }) => of === drawn[0]!.of)
      expect(reckoned === null).toBe(!alike)
      if (!reckoned) return
      expect(reckoned.value).toBe(drawn.reduce((total, { value }) => total + value, 0))
      expect(reckoned.unit).toBe(drawn[0]!.of.unit)
      expect(reckoned.qualifier === 'exact').toBe(drawn.every(({ qualifier }) => qualifier === 'exact'))
    }),
  )
})

it('never counts a figure twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 }), picked => {
      const facts = Array.from({ length: 6 }, (_, no) => fact(String(no), no))
      const sources = picked.map(no => from(facts[no]!))
      const twice = new Set(picked).size !== picked.length
      for (const op of ['sum', 'count', 'distinct'] as const)
        expect(reckonFigure({ op, measure: 'people', sources }, facts) === null).toBe(twice)
    }),
  )
})
