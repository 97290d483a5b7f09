import { expect, test } from 'vitest'
import { openKeep, type Store } from './player.keep.ts'
import { openSheet } from './player.sheet.ts'
import { RememberingServer } from './player-server.fixture.ts'

function storeOf(full = () => false): Store & { readonly lying: Map<string, string> } {
  const lying = new Map<string, string>()
  return {
    lying,
    getItem: key => lying.get(key) ?? null,
    setItem: (key, value) => {
      if (full()) throw new Error('QuotaExceededError')
      lying.set(key, value)
    },
    removeItem: key => void lying.delete(key),
  }
}
const server = new RememberingServer()
const standing = server.standing()
const kept = { standing, sheet: openSheet(server.paper({ ticket: standing.ticket }, 0)), offsetMs: -5 }

test('what is kept is there again in the next window, for each contest by itself', () => {
  const store = storeOf()
  openKeep('one', () => store).write(kept)
  expect(openKeep('one', () => store).read()).toEqual(kept)
  expect(openKeep('two', () => store).read()).toBeNull()
})

test('a device that keeps nothing says so and plays on', () => {
  const never = openKeep('one', () => {
    throw new Error('SecurityError')
  })
  never.write(kept)
  expect([never.refused, never.read()]).toEqual([true, null])
  expect(openKeep('one', () => null).refused).toBe(true)
  expect(openKeep('one', () => storeOf(() => true)).refused).toBe(true)
  let full = false
  const later = openKeep('one', () => storeOf(() => full))
  expect(later.refused).toBe(false)
  full = true
  later.write(kept)
  expect(later.refused).toBe(true)
})

test('what another version kept, or a stranger wrote, is not taken up', () => {
  const store = storeOf()
  const short = { ...kept, sheet: { ...kept.sheet, answers: [[]] } }
  for (const text of ['', '{', 'null', '[]', '{"v":0}', JSON.stringify({ v: 1, ...short })]) {
    store.lying.set('play:one', text)
    expect([text, openKeep('one', () => store).read()]).toEqual([text, null])
  }
})

test('a wish to join keeps its key until it is answered, also over a closed window', () => {
  const store = storeOf()
  const first = openKeep('one', () => store).wishKey()
  expect(first).toMatch(/^[A-Za-z0-9_-]{24}$/)
  const again = openKeep('one', () => store)
  expect(again.wishKey()).toBe(first)
  again.wishAnswered()
  expect(again.wishKey()).not.toBe(first)
  const nowhere = openKeep('one', () => null)
  expect(nowhere.wishKey()).toBe(nowhere.wishKey())
})
