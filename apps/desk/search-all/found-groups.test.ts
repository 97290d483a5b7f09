import { expect, test } from 'vitest'
import { findPlaces, optionsOf, stepTo } from './found-groups.ts'

test('the keys walk the findings, then the way to all of them', () => {
  const rows = [{ title: 'a', link: '/a' }]
  const links = (all: string | null, some = rows) =>
    optionsOf({ label: '', rows: some, all, problem: null }).map(option => option.link)
  expect(links('/all')).toEqual(['/a', '/all'])
  expect(links(null)).toEqual(['/a'])
  expect(links('/all', []), 'no way to all of nothing').toEqual([])
})

test('arrows go round and pass the field', () => {
  expect([stepTo(-1, 1, 2), stepTo(0, 1, 2), stepTo(1, 1, 2)]).toEqual([0, 1, -1])
  expect([stepTo(-1, -1, 2), stepTo(0, -1, 2)]).toEqual([1, -1])
  expect(stepTo(-1, 1, 0)).toBe(-1)
})

test('places are found by any part of their name, in whatever case', () => {
  const places = [
    { title: '检索', link: '/search' },
    { title: 'Audit trail', link: '/audit' },
  ]
  expect(findPlaces(places, '索').map(place => place.link)).toEqual(['/search'])
  expect(findPlaces(places, 'TRAIL').map(place => place.link)).toEqual(['/audit'])
})
