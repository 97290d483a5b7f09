import { expect, it } from 'vitest'
import { circularFilter, sendSearch } from './send-source.ts'

const unit = '00000000-0000-4000-8000-000000000001'

it('chosen items go by their ids, all that match by the filters of the list', () => {
  expect(sendSearch('reminder', { items: ['a', 'b'] })).toEqual({ send: 'reminder', items: 'a,b' })
  expect(sendSearch('supervision', { filter: { under: unit, group: 'overdue' } })).toEqual({
    send: 'supervision',
    under: unit,
    group: 'overdue',
  })
})

it('a circular counts all of what the list is of, not the overdue alone', () => {
  expect(circularFilter({ under: unit, group: 'overdue', light: 'red', state: 'doing' })).toEqual({
    under: unit,
  })
})
