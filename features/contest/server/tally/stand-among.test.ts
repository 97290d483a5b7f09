import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ladderOf, standAmong } from './stand-among.ts'

test('as many are ahead, level and behind as a look at each of them says', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 60 }), fc.nat(13), (scores, own) => {
      const rungs = [...new Set(scores)]
        .sort((one, other) => one - other)
        .map(score => ({ score, players: scores.filter(its => its === score).length }))
      expect(standAmong(ladderOf(rungs), own)).toEqual({
        ahead: scores.filter(its => its > own).length,
        behind: scores.filter(its => its < own).length,
        players: scores.length,
      })
    }),
  )
})

test('nobody plays: nobody is ahead', () => {
  expect(standAmong(ladderOf([]), 5)).toEqual({ ahead: 0, behind: 0, players: 0 })
})
