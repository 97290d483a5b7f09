import { describe, expect, test } from 'vitest'
import { loneMarks } from './bracket-marks.ts'
import { countSequences, jointScore, type Side } from './joint-evidence.ts'

const side = (text: string): Side => ({ text, whole: true, marks: loneMarks(text) })
const known = countSequences([
  '青石县图书馆开展我为群众办实事活动',
  '为群众办实事要持之以恒',
  '把群众办实事记在心上',
])
const score = (before: string, after: string) => jointScore(side(before), side(after), known)

describe('how well two pieces of text go together', () => {
  test.each([
    ['建起一座历史专题纪', '念馆，免费开放。', '会议在县城召开。'],
    ['活动从4月', '21日上午开始。', '念馆，免费开放。'],
    ['他们提出“我为群众办', '实事”的口号。', '“四好”农村路。'],
    ['共有350', '余名师生参加。', '会议在县城召开。'],
    ['集体经济不断发', '展壮大。', '念馆，免费开放。'],
  ])('%s | %s rather than %s', (before, right, wrong) => {
    expect(score(before, right)).toBeGreaterThan(score(before, wrong) + 1)
  })

  test('one character before a comma is no clause behind a comma', () => {
    expect(score('统筹传统安全，', '向，科学组织评价。')).toBeLessThan(-2)
  })

  test('a mark without its partner speaks against, unless its paragraph is cut off', () => {
    const cut: Side = { ...side('大家都说好'), whole: false }
    expect(jointScore(side('他说“这样'), side('大家都说好。'), known)).toBeLessThan(-2)
    expect(jointScore(side('他说“这样'), cut, known)).toBeGreaterThan(-2)
  })
})

test('marks that lack their partner', () => {
  expect(loneMarks('实事”的主要内容（之一）')).toEqual({ closing: '”', opening: '' })
  expect(loneMarks('为落实《意见》提出“我为')).toEqual({ closing: '', opening: '“' })
})
