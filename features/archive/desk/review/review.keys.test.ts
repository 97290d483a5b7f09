import { describe, expect, it } from 'vitest'
import { keyOf, keyShortcut, readReviewKey, reviewActs } from './review.keys.ts'

const press = (key: string, more: object = {}) =>
  readReviewKey({ key, shift: false, control: false, alt: false, taken: false, ...more })

describe('keys of the review', () => {
  it('have one meaning each, the one that stands on the button', () => {
    expect(new Set(reviewActs.map(each => each.key)).size).toBe(reviewActs.length)
    for (const { act, key } of reviewActs) {
      const plain = key.replace(/^(Shift|Ctrl)\+/, '').replace('Del', 'Delete')
      const more = { shift: key.startsWith('Shift'), control: key.startsWith('Ctrl') }
      expect([key, press(plain, more)]).toEqual([key, act])
      expect(keyOf(act)).toBe(key)
    }
    expect(keyShortcut('accept')).toBe('Control+Enter')
  })

  it('work with caps lock, and tell undo from redo by the shift key alone', () => {
    expect(press('N')).toBe('next')
    expect(press('Z')).toBe('undo')
    expect(press('Z', { shift: true })).toBe('redo')
    expect(press('？', { shift: true })).toBe('keys')
    expect(press('Backspace')).toBe('drop')
  })

  it('leave to others what is theirs', () => {
    expect(press('a', { taken: true })).toBeNull()
    expect(press('Enter', { control: true, taken: true })).toBeNull()
    expect(press('a', { control: true })).toBeNull()
    expect(press('z', { control: true })).toBeNull()
    expect(press('n', { alt: true })).toBeNull()
    expect(press('A', { shift: true })).toBeNull()
    expect(press('q')).toBeNull()
    expect(press('Enter')).toBeNull()
  })
})
