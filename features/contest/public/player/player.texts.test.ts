import { expect, test } from 'vitest'
import { sayTrouble } from './player.texts.ts'

const trouble = { code: 'line', status: 0, detail: '', retryAfterSeconds: null }

test('every trouble has a sentence: the page’s own, else the server’s, else one by its kind', () => {
  expect(sayTrouble(trouble)).toContain('网络不通')
  expect(sayTrouble({ ...trouble, code: 'contest-over', status: 409, detail: '竞赛已经结束。' })).toBe(
    '竞赛已经结束。',
  )
  expect(sayTrouble({ ...trouble, code: 'unheard-of', status: 502 })).toContain('服务器出了点问题')
  expect(sayTrouble({ ...trouble, code: 'contest-token', status: 403, detail: '凭证无效' })).toContain(
    '不影响以前的成绩',
  )
})

test('a contest that is not open says when it is', () => {
  const shut = { ...trouble, code: 'contest-not-open', status: 409, detail: '不在答题时间内。' }
  expect(sayTrouble({ ...shut, nextAt: '2026-08-10T00:00:00Z' })).toBe(
    '现在不是答题时间，请在8月10日 8:00以后再来。',
  )
  expect(sayTrouble(shut)).toBe('不在答题时间内。')
})
