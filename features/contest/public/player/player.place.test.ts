import { expect, test } from 'vitest'
import { sayPlace } from './player.place.ts'

const its = { score: 80, attempts: 2, ahead: 1, behind: 7, players: 10, place: null }

test.each([
  [null, '还没有记入成绩。交卷后过几秒再看。'],
  [its, '目前 80 分，超过了 77% 的参赛者（共 10 人）。'],
  [{ ...its, score: 81.25, place: 2 }, '目前 81.25 分，第 2 名，超过了 77% 的参赛者（共 10 人）。'],
  [{ ...its, ahead: 0, behind: 0, players: 1, place: 1 }, '目前 80 分，同组目前只有您一人。'],
  [{ ...its, ahead: 9, behind: 0 }, '目前 80 分（共 10 人）。'],
])('%o', (place, said) => {
  expect(sayPlace(place)).toBe(said)
})
