import { expect, test } from 'vitest'
import { choose, keyWish } from './player.keys.ts'

const press = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})

test('numbers choose, arrows turn, Enter goes on', () => {
  expect(keyWish(press('3'), false, false)).toEqual({ wish: 'choose', place: 2 })
  expect(keyWish(press('ArrowLeft'), false, false)).toEqual({ wish: 'before' })
  expect(keyWish(press('ArrowRight'), false, false)).toEqual({ wish: 'next' })
  expect(keyWish(press('Enter'), false, false)).toEqual({ wish: 'on' })
})

test('who writes writes; a button is pressed by Enter itself; keys of the browser stay its own', () => {
  expect(keyWish(press('3'), true, false)).toBeNull()
  expect(keyWish(press('ArrowLeft'), true, false)).toBeNull()
  expect(keyWish(press('Enter'), true, false)).toEqual({ wish: 'on' })
  expect(keyWish(press('Enter'), false, true)).toBeNull()
  expect(keyWish(press('ArrowLeft', { altKey: true }), false, false)).toBeNull()
  expect(['0', '9', 'a', 'Tab'].map(key => keyWish(press(key), false, false))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('one choice replaces the other; several are put in and taken out', () => {
  expect(choose([0], 2, false)).toEqual([2])
  expect(choose([2], 0, true)).toEqual([0, 2])
  expect(choose([0, 2], 0, true)).toEqual([2])
})
