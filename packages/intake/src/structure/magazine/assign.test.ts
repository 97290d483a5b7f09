import { describe, expect, test } from 'vitest'
import { assign, forbidden, pair } from './assign.ts'

function cheapest(costs: readonly number[], size: number): number {
  const go = (row: number, taken: number): number => {
    if (row === size) return 0
    let best = Number.POSITIVE_INFINITY
    for (let j = 0; j < size; j++)
      if (!(taken & (1 << j))) best = Math.min(best, costs[row * size + j]! + go(row + 1, taken | (1 << j)))
    return best
  }
  return go(0, 0)
}

describe('assignment', () => {
  test('is as cheap as the cheapest of all orders, on 200 matrices', () => {
    let state = 7
    const random = () => {
      state = (state * 16807) % 2147483647
      return state / 2147483647
    }
    for (let round = 0; round < 200; round++) {
      const size = 1 + Math.floor(random() * 6)
      const costs = Array.from({ length: size * size }, () =>
        random() < 0.2 ? forbidden : random() * 20 - 10,
      )
      const columns = assign(Float64Array.from(costs), size)
      expect(new Set(columns).size).toBe(size)
      const total = [...columns].reduce((sum, column, row) => sum + costs[row * size + column]!, 0)
      expect(total).toBeCloseTo(cheapest(costs, size), 4)
    }
  })

  test('leaves alone what is dearer together', () => {
    const costs = [
      [1, 9],
      [9, 9],
    ]
    const alone = { row: () => 3, column: () => 3 }
    expect([...pair(2, 2, (row, column) => costs[row]![column]!, alone)]).toEqual([0, -1])
  })

  test('nothing to pair is nothing', () => {
    expect([...pair(0, 0, () => 0, { row: () => 0, column: () => 0 })]).toEqual([])
  })
})
