import { commonRules, type Preset, part } from './preset.ts'

/** As Nanjing played in 2018: twenty questions a day, the best day counts. */
export const dailyTwenty: Preset = {
  key: 'daily-twenty',
  name: '每日一答 20 题',
  note: '判断 7、单选 7、多选 6，每题 30 秒，每天 1 次，取最好成绩。',
  rules: now => ({
    ...commonRules(now),
    draw: [part(7, 'true-false', 5), part(7, 'single', 5), part(6, 'multiple', 5)],
    time: { per: 'question', seconds: 30 },
    attempts: { perDay: 1, inAll: null },
    scoring: 'best',
  }),
}
