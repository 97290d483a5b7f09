import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

test('an address is taken apart as the router wants it', () => {
  expect(addressOf('/notices')).toEqual({ to: '/notices', search: {} })
  expect(addressOf('/documents?state=read&q=%E6%B4%9B')).toEqual({
    to: '/documents',
    search: { state: 'read', q: '洛' },
  })
  expect(addressOf('/articles/1?q=a#events')).toEqual({
    to: '/articles/1',
    search: { q: 'a' },
    hash: 'events',
  })
})
