import { expect, test } from 'vitest'
import { readAuditSearch } from './audit-search.ts'

test('what is a filter stays, what is none is dropped', () => {
  const whole = {
    words: '洛阳',
    person: '小系',
    unit: '00000000-0000-4000-8000-000000000001',
    action: 'unit.move',
    object: 'x',
    outcome: 'refused',
    from: '2026-02-01',
    to: '2026-02-28',
    page: 2,
  }
  expect(readAuditSearch({ ...whole, page: '2', other: 'x' })).toEqual(whole)
  expect(readAuditSearch({ action: 'unit' })).toEqual({ action: 'unit' })
  expect(
    readAuditSearch({
      words: ' ',
      unit: '1',
      action: 'UNIT;',
      outcome: 'perhaps',
      from: '2026-02-30',
      to: '0000-01-01',
      page: '0',
    }),
  ).toEqual({})
})
