import { expect, test } from 'vitest'
import { keepView, mostViews, readViews, viewSearch } from './saved-views.ts'

test('what the browser remembers wrongly is no view', () => {
  expect(readViews(null)).toEqual([])
  expect(readViews('{')).toEqual([])
  expect(readViews('{"name":"a"}')).toEqual([])
  expect(readViews('[null,{"name":"","search":""},{"name":"a","search":"?q=b"}]')).toEqual([
    { name: 'a', search: '?q=b' },
  ])
})

test('a view takes the place of one of the same name, the oldest goes when there are too many', () => {
  const views = [{ name: 'a', search: '?q=1' }]
  expect(keepView(views, { name: 'a', search: '?q=2' })).toEqual([{ name: 'a', search: '?q=2' }])
  const many = Array.from({ length: mostViews }, (_, at) => ({ name: String(at), search: '' }))
  const kept = keepView(many, { name: 'new', search: '' })
  expect(kept).toHaveLength(mostViews)
  expect([kept[0]!.name, kept.at(-1)!.name]).toEqual(['1', 'new'])
})

test('the same filters are the same view, whatever page one is on', () => {
  expect(viewSearch({ state: 'read', q: '洛', page: 3, kind: undefined })).toBe(
    viewSearch({ q: '洛', state: 'read' }),
  )
  expect(viewSearch({ page: 2 })).toBe('')
})
