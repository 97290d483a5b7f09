import { expect, it } from 'vitest'
import { tabId } from './tab-id.ts'

it('is a UUID and stays the same, also where nothing can be stored', () => {
  const id = tabId()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(tabId()).toBe(id)
})
