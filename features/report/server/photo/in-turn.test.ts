import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('so many at once and no more, first come first served; one that fails gives its place back', async () => {
  const turn = inTurn(2)
  let running = 0
  let most = 0
  const order: number[] = []
  const work = (no: number) => async () => {
    order.push(no)
    most = Math.max(most, ++running)
    await new Promise(resolve => setTimeout(resolve, 5))
    running--
    if (no % 2) throw new Error(`no ${no}`)
    return no
  }
  const ends = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(no => turn(work(no))))
  expect(ends.map(end => end.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ])
  expect([most, order]).toEqual([2, [0, 1, 2, 3, 4, 5]])
})
