import { describe, expect, test } from 'vitest'
import {
  columnName,
  contributorAtEnd,
  isBulleted,
  isCaption,
  isClosed,
  isContributor,
  isNumbered,
  isStaffLine,
} from './words.ts'

describe('section names', () => {
  test.each([
    ['【要情快报】', '要情快报'],
    ['〖要  闻〗', '要闻'],
    ['★ 志愿短波 ★', '志愿短波'],
    ['■基层之声', '基层之声'],
    ['二、简讯', '简讯'],
    ['工 作 动 态', '工作动态'],
    ['一线风采', '一线风采'],
  ])('%s', (line, name) => {
    expect(columnName(line)?.name).toBe(name)
  })
  test.each([
    '二、转变作风',
    '《征程》',
    '青石县总工会召开会议',
    '●8月3日，青石县总工会走访职工。',
    '强化责任',
  ])('not %s', line => {
    expect(columnName(line)).toBeNull()
  })
})

test.each([
  ['（供稿：青石县总工会）', true],
  ['(青石县科协)', true],
  ['（三岔卫生院 供稿）', true],
  ['供稿单位：青石县妇联', true],
  ['青石县妇联供稿', true],
  ['（一）加强领导', false],
  ['（2021年3月18日）', false],
  ['（会议现场气氛热烈，掌声不断）', false],
])('contributor %s', (line, is) => {
  expect(isContributor(line)).toBe(is)
})

test('a contributor that closes a paragraph', () => {
  const text = '活动取得圆满成功。（供稿：青石县总工会）'
  expect(text.slice(contributorAtEnd(text))).toBe('（供稿：青石县总工会）')
  expect(contributorAtEnd('活动取得圆满成功（详见附件）。')).toBe(-1)
})

test.each([
  ['本报记者 某某 摄', true],
  ['图为活动现场。', true],
  ['科普长廊一角。图源青石县科协', true],
  ['某某 摄影报道', false],
  ['由青石县融媒体中心负责拍摄', false],
])('caption %s', (line, is) => {
  expect(isCaption(line)).toBe(is)
})

test.each([
  ['会议结束。', true],
  ['他说：“好！”', true],
  ['（详见附件。）', true],
  ['深入推进“三项制度”', false],
  ['共有120人参加', false],
])('closed %s', (line, is) => {
  expect(isClosed(line)).toBe(is)
})

test('bullets and numbers', () => {
  expect(['● 甲', '◆甲', '· 甲', '- 甲'].map(isBulleted)).toEqual([true, true, true, true])
  expect(['·湘江行动', '——致全体职工', '-3℃'].map(isBulleted)).toEqual([false, false, false])
  expect(['一、甲', '（二）甲', '3.甲', '4、甲', '①甲'].map(isNumbered)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(['2.17万人次', '一是甲', '2021年'].map(isNumbered)).toEqual([false, false, false])
  expect(isStaffLine('责任编辑：某某　审核：某某')).toBe(true)
})
