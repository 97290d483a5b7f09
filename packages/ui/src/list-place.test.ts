import { expect, it } from 'vitest'
import { listPlace, rememberListPlace } from './list-place.ts'

it('leads back to a list as it was left, each list by itself', () => {
  expect(listPlace('/issues')).toEqual({})
  rememberListPlace('/issues', '?order=oldest&q=%E6%B4%9B%E9%98%B3&page=2')
  rememberListPlace('/documents', '')
  expect(listPlace('/issues')).toEqual({ order: 'oldest', q: '洛阳', page: '2' })
  expect(listPlace('/documents')).toEqual({})
})
