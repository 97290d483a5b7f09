import { commonRules, type Preset, part, windowOf } from './preset.ts'

/** As Hunan played in 2021: ten of a thousand questions, ten times a day for thirty days, added up; a hundred are published. */
export const thirtyDays: Preset = {
  key: 'thirty-days',
  name: '千题题库，连答 30 天',
  note: '从大题库抽 10 题，每天 10 次，连续 30 天，得分累计，公示前 100 名。',
  rules: now => ({
    ...commonRules(now),
    ...windowOf(now, 30),
    draw: [part(10, null, 1)],
    time: { per: 'paper', seconds: 300 },
    attempts: { perDay: 10, inAll: null },
    scoring: 'cumulative',
    ties: ['time', 'earlier'],
    ranking: { people: 100, units: 'total', shown: true },
    certificates: [{ key: 'top', name: '个人优胜', by: 'rank', bound: 100 }],
  }),
}
