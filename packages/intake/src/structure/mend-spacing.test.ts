import { expect, test } from 'vitest'
import { mendSpacing } from './mend-spacing.ts'

test.each([
  ['7 月 14 日，全市 12 个单位', '7月14日，全市12个单位'],
  ['建 设 文 明 校 园 ， “ 三 爱 ” 教 育', '建设文明校园，“三爱”教育'],
  ['众心向党 共建家园', '众心向党 共建家园'],
  ['工 作　　动 态 集 锦', '工作 动态集锦'],
  ['完成率 98% 以上', '完成率98%以上'],
  ['开放日 Open Day 活动', '开放日 Open Day 活动'],
  ['会议　　室', '会议 室'],
  ['甲， 乙 。', '甲，乙。'],
  ['例\u0007会\ud800召\u200b开', '例会召开'],
  ['\ud842\udfb7镇', '\ud842\udfb7镇'],
])('%j', (raw, text) => {
  const mended = mendSpacing(raw, 0, raw.length)
  expect(mended.text).toBe(text)
  expect(mended.at).toHaveLength(text.length)
  for (const [i, offset] of mended.at.entries()) if (text[i] !== ' ') expect(raw[offset]).toBe(text[i])
})
