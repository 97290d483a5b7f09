import { expect, test } from 'vitest'
import { clockOf, sayLeft, sayMoment, saySpan } from './player.time.ts'

test('moments are those of Shanghai, wherever the phone thinks it is', () => {
  expect(sayMoment(Date.parse('2026-08-10T01:05:00Z'))).toBe('8月10日 9:05')
  expect(sayMoment(Date.parse('2026-12-31T16:00:00Z'))).toBe('1月1日 0:00')
})

test('a clock counts down to nothing and no further', () => {
  expect([3_844_000, 245_000, 59_001, 1, 0, -5000].map(clockOf)).toEqual([
    '1:04:04',
    '4:05',
    '1:00',
    '0:01',
    '0:00',
    '0:00',
  ])
})

test('spans are said as people say them', () => {
  expect([0, 59_400, 60_000, 65_000].map(saySpan)).toEqual(['0 秒', '59 秒', '1 分钟', '1 分 5 秒'])
})

test('what is left is said once at each bound', () => {
  const said = (byQuestion: boolean, seconds: number) => {
    const heard: string[] = []
    for (let left = seconds * 1000; left >= 0; left -= 250) {
      const words = sayLeft(left, byQuestion)
      if (words && heard.at(-1) !== words) heard.push(words)
    }
    return heard
  }
  expect(said(true, 30)).toEqual(['这道题还剩 10 秒', '这道题还剩 5 秒'])
  expect(said(false, 600)).toEqual(['还剩 5 分钟', '还剩 1 分钟', '还剩 10 秒', '还剩 5 秒'])
})
