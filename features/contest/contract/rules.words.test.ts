import { expect, test } from 'vitest'
import { partOf, rulesOf } from './rules.fixture.ts'
import { rulesLine, rulesSentences } from './rules.words.ts'

test('the line says how it is played', () => {
  expect(rulesLine(rulesOf(), 'zh')).toBe(
    '每人每天可答 3 次，每次 10 题（判断 3、单选 5、多选 2），每题 30 秒。',
  )
  const once = rulesOf({
    ...{ attempts: { perDay: null, inAll: 1 }, time: { per: 'paper', seconds: 3600 } as const },
    draw: [partOf(100)],
  })
  expect(rulesLine(once, 'zh')).toBe('每人只能答 1 次，每次 100 题，全卷 60 分钟。')
  expect(rulesLine(once, 'en')).toBe(
    'Everybody may play once, 100 questions a paper, 60 minutes for the paper.',
  )
})

test('parts say their category and difficulty', () => {
  const draw = [
    partOf(2, { category: '科普法', difficulty: 'hard' }),
    partOf(3, { type: 'fill-in' }),
    partOf(1),
  ]
  expect(rulesLine(rulesOf({ draw }), 'zh')).toContain('每次 6 题（“科普法”难度难 2、填空 3、任意题型 1）')
})

test('days and hours are those of Shanghai', () => {
  const [first] = rulesSentences(rulesOf({ hours: { from: '08:00', to: '22:00' } }), 'zh')
  expect(first).toBe('2026 年 9 月 1 日 08:00 起，9 月 15 日 18:00 止，每天 08:00 至 22:00。')
  const [other] = rulesSentences(rulesOf({ closesAt: '2027-01-01T00:00:00.000Z' }), 'zh')
  expect(other).toBe('2026 年 9 月 1 日 08:00 起，2027 年 1 月 1 日 08:00 止。')
})

test('whatever is set is said, in both languages; what is not set is not', () => {
  const rich = rulesOf({
    groups: [{ key: 'a', name: '公众组' }],
    sessions: [{ key: 's', name: '上午', opensAt: '', closesAt: '', groups: [] }],
    teamSize: 5,
    scoring: 'cumulative',
    share: { points: 2, mostADay: 20 },
    practice: true,
    lottery: { by: 'right', least: 5, drawsADay: 6 },
    certificates: [{ key: 'c', name: '达标', by: 'attempts', bound: 20 }],
  })
  expect(rulesSentences(rich, 'zh').slice(2)).toEqual([
    '每人每天可答 3 次。',
    '只在 1 个场次内开考。',
    '分 1 个组别：公众组，各组分别排名。',
    '参赛者填写昵称，必须选择单位，可组队，每队不超过 5 人。',
    '每份卷满分 100 分，成绩各次得分累加；同分先比用时，再比达到的时间。',
    '转发一次加 2 分，每天最多加 20 分。',
    '公布个人前 100 名，单位按参赛人数排名。',
    '竞赛结束后公布答案；可以先练习，练习不计分，当场看答案。',
    '一次答对 5 题以上可参加抽奖，每天最多 6 次机会。',
    '答满 20 次可得“达标”证书。',
    '不满 14 周岁须监护人同意；身份信息在结束后 90 天删除。',
  ])
  expect(rulesSentences(rich, 'en')).toHaveLength(rulesSentences(rich, 'zh').length)
  const plain = rulesSentences(
    rulesOf({ units: 'none', ranking: { people: 10, units: 'rate', shown: false } }),
    'zh',
  )
  expect(plain).toHaveLength(rulesSentences(rich, 'zh').length - 5)
  expect(plain).toContain('不公布个人排名。')
})
