import { expect, test } from 'vitest'
import { openFirstStarts } from './first-starts.ts'

test('the first start of an attempt stays, until it is forgotten', () => {
  const starts = openFirstStarts()
  expect(starts.of(1, 7, 0, 1000)).toBe(1000)
  expect(starts.of(1, 7, 0, 2000)).toBe(1000)
  starts.forget(1, 7, 0)
  expect(starts.of(1, 7, 0, 3000)).toBe(3000)
})

test('whoever plays without end never touches the start of another player', () => {
  const starts = openFirstStarts()
  for (const n of [16_384, 100_000, 2 ** 20, 2 ** 21 - 1]) starts.of(1, 1, n, 1)
  for (let playerNo = 2; playerNo < 200; playerNo++) expect(starts.of(1, playerNo, 0, 500)).toBe(500)
  expect(starts.of(1, 2 ** 31 - 1, 2 ** 21 - 1, 1)).toBe(1)
  expect(starts.of(1, 2 ** 31 - 1, 2 ** 21 - 2, 2)).toBe(2)
})

test('no more are kept than twice as many as may be young, the latest among them', () => {
  const starts = openFirstStarts(100)
  for (let player = 0; player < 1000; player++) starts.of(1, player, 0, player)
  expect(starts.of(1, 999, 0, 5000)).toBe(999)
  expect(starts.of(1, 950, 0, 5000)).toBe(950)
  expect(starts.of(1, 0, 0, 5000)).toBe(5000)
})
