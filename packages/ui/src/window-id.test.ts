import { expect, it } from 'vitest'
import { windowId } from './window-id.ts'

it('is a UUID and stays the same, also where nothing can be stored', () => {
  const id = windowId()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(windowId()).toBe(id)
})
