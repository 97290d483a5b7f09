import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readListKey } from './list-keys.ts'

const press = (key: string) => ({ key, taken: false, modified: false })

describe('readListKey', () => {
  it('walks down and up and stops at the ends', () => {
    expect(readListKey(press('j'), -1, 3)).toEqual({ act: 'select', index: 0 })
    expect(readListKey(press('j'), 2, 3)).toEqual({ act: 'select', index: 2 })
    expect(readListKey(press('k'), 2, 3)).toEqual({ act: 'select', index: 1 })
    expect(readListKey(press('k'), 0, 3)).toEqual({ act: 'select', index: 0 })
    expect(readListKey(press('k'), -1, 3)).toEqual({ act: 'select', index: 2 })
  })

  it('opens only a chosen row', () => {
    expect(readListKey(press('Enter'), 1, 3)).toEqual({ act: 'open', index: 1 })
    expect(readListKey(press('Enter'), -1, 3)).toBeNull()
    expect(readListKey(press('Enter'), 3, 3)).toBeNull()
  })

  it('goes to the search field even in an empty list', () => {
    expect(readListKey(press('/'), -1, 0)).toEqual({ act: 'search' })
    expect(readListKey(press('j'), -1, 0)).toBeNull()
  })

  it('lets go with Escape', () => {
    expect(readListKey(press('Escape'), 1, 3)).toEqual({ act: 'leave' })
    expect(readListKey(press('Escape'), -1, 3)).toBeNull()
  })

  it('leaves keys alone that are typed into a field or held with a modifier', () => {
    for (const key of ['j', 'k', '/', 'Enter', 'Escape']) {
      expect(readListKey({ key, taken: true, modified: false }, 1, 3)).toBeNull()
      expect(readListKey({ key, taken: false, modified: true }, 1, 3)).toBeNull()
    }
  })

  it('comes back from the search field to the first row', () => {
    const typed = { taken: true, modified: false, searching: true }
    expect(readListKey({ ...typed, key: 'Enter' }, -1, 3)).toEqual({ act: 'select', index: 0 })
    expect(readListKey({ ...typed, key: 'Enter' }, -1, 0)).toBeNull()
    expect(readListKey({ ...typed, key: 'j' }, 0, 3)).toBeNull()
  })

  it('never points outside the list', () => {
    const keys = fc.array(fc.constantFrom('j', 'k', 'Home', 'x'))
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 9 }), (typed, count) => {
        let selected = -1
        for (const key of typed) {
          const act = readListKey(press(key), selected, count)
          if (act?.act === 'select') selected = act.index
          expect(selected).toBeGreaterThanOrEqual(-1)
          expect(selected).toBeLessThan(count)
        }
      }),
    )
  })
})
