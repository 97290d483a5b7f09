import { expect, test } from 'vitest'
import { figureSentence } from './figure-sentence.ts'

const head = { title: '科学素质竞赛', unitName: '本会', state: 'open', whole: true } as const
const value = { people: 570, attempts: 4538, views: 45_300 }
const now = new Date('2026-11-25T16:05:00Z')

test('the day and the time are those of the offices', () => {
  expect(figureSentence({ head, value, now })).toBe(
    '截至11月26日00:05，“科学素质竞赛”共有 570 人参加，答题 4538 人次，页面浏览 45300 次。',
  )
})

test('after the close it is the whole, and a part says that it is one', () => {
  expect(figureSentence({ head: { ...head, state: 'closed' }, value, now })).toMatch(/^活动结束时，/)
  expect(figureSentence({ head: { ...head, whole: false }, value, now })).toBe(
    '截至11月26日00:05，“科学素质竞赛”本单位及下级共有 570 人参加，答题 4538 人次。',
  )
})
