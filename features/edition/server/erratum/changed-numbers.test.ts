import { expect, it } from 'vitest'
import type { FigureAttrs } from '../../contract/index.ts'
import type { FigureFact } from '../figure/figure.rules.ts'
import { changedNumbers } from './changed-numbers.rules.ts'

const fact = (reportId: string, value: number, qualifier = 'exact'): FigureFact => ({
  ...{ reportId, unitId: `unit of ${reportId}`, figureId: `figure of ${reportId}`, measure: 'people' },
  ...{ value, unit: '人', qualifier },
})
const number = (op: FigureAttrs['op'], reports: string[]): FigureAttrs => ({
  id: `${op} ${reports.join()}`,
  op,
  measure: op === 'count' ? null : 'people',
  sources: reports.map(reportId => ({ reportId, figureId: op === 'count' ? null : `figure of ${reportId}` })),
  shown: '120余人',
})
const kept = (id: string, value: number, qualifier = 'exact') => ({ id, value, unit: '人', qualifier })
const about = (report: string, gone: string[] = []) => ({ report, gone: new Set(gone) })

it('finds what no longer comes to the same, and says then and now', () => {
  const figures = [number('one', ['a']), number('sum', ['a', 'b']), number('one', ['b'])]
  const was = [kept('one a', 120, 'over'), kept('sum a,b', 150, 'over'), kept('one b', 30)]
  const facts = [fact('a', 150), fact('b', 30)]
  expect(changedNumbers(figures, was, facts, about('a'))).toMatchObject([
    { refId: 'one a', before: '120余人', now: '150人' },
    { refId: 'sum a,b', before: '150余人', now: '180人' },
  ])
  expect(changedNumbers(figures, was, [fact('a', 120, 'over'), fact('b', 30)], about('a'))).toEqual([])
})

it('takes a figure that is gone, or a report that went back, for no source at all', () => {
  const figures = [number('one', ['a']), number('count', ['a', 'b'])]
  const was = [kept('one a', 120), { id: 'count a,b', value: 2, unit: '篇', qualifier: 'exact' }]
  expect(changedNumbers(figures, was, [fact('b', 30)], about('a')).map(each => each.now)).toEqual([
    null,
    null,
  ])
  const both = [fact('a', 120), fact('b', 30)]
  expect(changedNumbers(figures, was, both, about('a', ['a'])).map(each => each.now)).toEqual([null, null])
  expect(changedNumbers(figures, was, both, about('a'))).toEqual([])
})
