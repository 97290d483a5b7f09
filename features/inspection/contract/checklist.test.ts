import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checklistFault, findingIdOf, fits, lackingFindings, type Question } from './checklist.schema.ts'

const question = (change: Partial<Question> = {}): Question => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'yes-no',
  text: '有没有专人负责',
  options: [],
  measure: '',
  noIsFinding: true,
  ...change,
})

test('a value fits the kind of its question', () => {
  const choice = question({ kind: 'choice', options: ['好', '一般'] })
  expect(['yes', 'no', '是', 1, ''].map(value => fits(question(), value))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['好', '差', 1].map(value => fits(choice, value))).toEqual([true, false, false])
  expect([0, Number.NaN, '3'].map(value => fits(question({ kind: 'figure' }), value))).toEqual([
    true,
    false,
    false,
  ])
  expect(['看了台账', ' '].map(value => fits(question({ kind: 'words' }), value))).toEqual([true, false])
})

test('a choice has two options, an id stands once', () => {
  expect(checklistFault([question(), question({ id: '00000000-0000-4000-8000-000000000002' })])).toBeNull()
  expect(checklistFault([question(), question()])).not.toBeNull()
  expect(checklistFault([question({ kind: 'choice', options: ['好'] })])).not.toBeNull()
})

test('a no that is a finding has one before the check ends', () => {
  const { id } = question()
  const no = [{ questionId: id, value: 'no' }]
  expect(lackingFindings([question()], no, [])).toHaveLength(1)
  expect(lackingFindings([question()], no, [{ questionId: id }])).toEqual([])
  expect(lackingFindings([question()], [{ questionId: id, value: 'yes' }], [])).toEqual([])
  expect(lackingFindings([question({ noIsFinding: false })], no, [])).toEqual([])
})

test('two devices name the same finding of a question, another question another', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (stop, one, other) => {
      expect(findingIdOf(stop, one)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      expect(findingIdOf(stop, one)).toBe(findingIdOf(stop.toLowerCase(), one))
      if (one.slice(20) !== other.slice(20)) expect(findingIdOf(stop, one)).not.toBe(findingIdOf(stop, other))
    }),
  )
})
